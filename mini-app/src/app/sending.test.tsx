import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { json, noNetwork } from '../../testing/fake-server.ts';
import { sent } from '../../testing/open-learning.ts';
import { button, desk, openDesk } from '../../testing/open-sending.ts';
import { broadcast, progress } from '../../testing/sample-sending.ts';

afterEach(cleanup);

describe('the list', () => {
  it('groups by how far each is, and marks emergencies', async () => {
    const { server } = desk('official');
    const of = (id: string, change: object) => broadcast({ id, title: `Tin ${id}`, ...change });
    const broadcasts = [
      of('a', { state: 'awaiting_approval', mine: false, approve_until: '2026-11-22T02:00:00Z' }),
      of('b', { state: 'sent', sent_at: '2026-11-20T03:00:00Z', kind: 'urgent', emergency_reason: 'Cháy lớn ở chợ' }),
      of('c', { state: 'scheduled', send_at: '2026-11-28T12:30:00Z', repeat: 'weekly' }),
      of('d', { state: 'cancelled' }),
    ];
    server.replies.broadcasts = ({ searchParams }) =>
      searchParams.get('cursor') === 'sau'
        ? json({ ward: 'an-binh', broadcasts: [of('e', { state: 'returned' })], next_cursor: null })
        : json({ ward: 'an-binh', broadcasts, next_cursor: 'sau' });
    const app = await openDesk(server, '/gui-thong-bao');
    const part = (name: string) => within(screen.getByRole('region', { name }));
    await screen.findByRole('region', { name: 'Chờ duyệt (1)' });
    expect(part('Chờ duyệt (1)').getByRole('link')).toHaveTextContent(/Tổ trưởng Tổ dân phố 1.*Hạn duyệt 09:00/);
    expect(part('Đã gửi (1)').getByRole('link')).toHaveTextContent(/Khẩn cấp.*Tin b/);
    expect(part('Đã hẹn giờ (1)').getByRole('link')).toHaveTextContent('19:30 ngày 28/11/2026, lặp lại mỗi tuần');
    expect(screen.getByRole('button', { name: 'Xem 1 bản đã hủy' })).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Xem thông báo cũ hơn' }));
    expect(await screen.findByRole('region', { name: 'Nháp (1)' })).toHaveTextContent('Cần sửa lại');
  });

  it('empty, it says what to do', async () => {
    const { server } = desk();
    server.replies.broadcasts = () => json({ ward: 'an-binh', broadcasts: [], next_cursor: null });
    await openDesk(server, '/gui-thong-bao');
    expect(await screen.findByText(/Chưa có thông báo nào\. Bấm “Soạn thông báo mới”/)).toBeVisible();
  });

  it('is found from the announcements on a phone that a leader has used, and signs nobody else in', async () => {
    const { server } = desk();
    const app = await openDesk(server, '/thong-bao');
    await screen.findByText('Mời họp tổ dân phố tháng 11');
    expect(server.called).not.toContain('POST signIn');
    await app.reopen('/gui-thong-bao');
    await screen.findByText('Mời họp tổ tháng 12');
    await app.reopen('/thong-bao');
    expect(await screen.findByRole('link', { name: 'Soạn thông báo' })).toBeVisible();
    expect(screen.getByRole('link', { name: /Thông báo tôi gửi/ })).toBeVisible();
  });
});

describe('one that is out', () => {
  const ADDRESS = '/gui-thong-bao/tin?ma=gui-1';
  const event = (change: object) => `event: progress\ndata: ${JSON.stringify(progress(change))}\n\n`;

  it('is followed live, also when an event comes in two pieces, until it is settled', async () => {
    const { server, show } = desk('leader', broadcast({ state: 'sending' }));
    let more: (text: string) => void = () => undefined;
    let end = () => {};
    server.replies.progressStream = () =>
      new Response(
        new ReadableStream({
          start(controller) {
            more = (text) => controller.enqueue(new TextEncoder().encode(text));
            end = () => controller.close();
          },
        }),
      );
    await openDesk(server, ADDRESS);
    const count = (name: string) => screen.getByText(name).nextElementSibling;
    expect(await screen.findByText('Còn đợi gửi')).toBeVisible();
    expect(count('Còn đợi gửi')).toHaveTextContent('70');
    const whole = event({ reached: 130, waiting: 0, seen: 40 });
    more(whole.slice(0, 40));
    more(whole.slice(40));
    await waitFor(() => expect(count('Đã nhận')).toHaveTextContent('130'));
    expect(screen.getByText(/12 người không nhận được tin nhắn vì chưa nhắn cho phường trong 7 ngày/)).toBeVisible();
    expect(count('Cả thảy mấy người đi')).toHaveTextContent('51');
    expect(screen.getByRole('row', { name: /19 giờ.*31/ })).toBeVisible();
    show({ state: 'sent', sent_at: '2026-11-21T02:10:00Z' });
    server.replies.progress = () => json(progress({ state: 'sent', waiting: 0, reached: 130 }));
    more(event({ state: 'sent', waiting: 0, reached: 130 }));
    end();
    expect(await screen.findByText(/Đã gửi xong lúc 09:10/)).toBeVisible();
  });

  it('is asked for again every few seconds where no stream comes through', async () => {
    const { server, show } = desk('leader', broadcast({ state: 'sending' }));
    server.replies.progressStream = noNetwork;
    let asked = 0;
    server.replies.progress = () => {
      asked += 1;
      if (asked === 2) show({ state: 'sent' });
      return json(progress(asked < 2 ? {} : { state: 'sent', waiting: 0, reached: 131 }));
    };
    await openDesk(server, ADDRESS);
    await waitFor(() => expect(screen.getByText('Đã nhận').nextElementSibling).toHaveTextContent('131'));
    expect(await screen.findByText('Đã gửi xong.')).toBeVisible();
  });

  it('is looked at again while its time has come and it has not begun', async () => {
    const { server, show } = desk('leader', broadcast({ state: 'scheduled', send_at: '2026-11-21T02:00:00Z' }));
    await openDesk(server, ADDRESS);
    expect(await screen.findByText(/Sẽ gửi lúc 09:00/)).toBeVisible();
    show({ state: 'sent' });
    expect(await screen.findByText('Đã gửi xong.')).toBeVisible();
  });

  it('is stopped after a question, once', async () => {
    const { server, show } = desk('leader', broadcast({ state: 'sending' }));
    server.replies.stop = () => show({ state: 'stopped' });
    const app = await openDesk(server, ADDRESS);
    await app.user.click(await button('Dừng gửi'));
    await app.user.click(screen.getByRole('button', { name: 'Cứ gửi tiếp' }));
    expect(sent(server, 'POST stop')).toEqual([]);
    await app.user.click(await button('Dừng gửi'));
    await app.user.dblClick(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Dừng gửi' }));
    expect(await screen.findByText(/Đã dừng\. Ai nhận rồi/)).toBeVisible();
    expect(sent(server, 'POST stop')).toMatchObject([{ version: 1 }]);
  });

  it('is corrected under the same code, and a correction that was begun is there again', async () => {
    const first = broadcast({ state: 'sent', event: { starts_at: '2026-11-20T12:30:00Z', place: 'Nhà văn hóa' } });
    const { server, show } = desk('leader', first);
    server.replies.correct = (_url, body) => show({ ...(body as object), revision: 1, state: 'sending' });
    const app = await openDesk(server, ADDRESS);
    await app.user.click(await screen.findByRole('link', { name: 'Đính chính' }));
    expect(await button('Gửi bản đính chính')).toBeDisabled();
    const place = await screen.findByRole('textbox', { name: 'Địa điểm' });
    await app.user.clear(place);
    await app.user.type(place, 'Trường tiểu học');
    await app.user.click(await button('Quay lại'));
    await app.user.click(await screen.findByRole('link', { name: 'Đính chính' }));
    expect(await screen.findByRole('textbox', { name: 'Địa điểm' })).toHaveValue('Trường tiểu học');
    await app.user.click(await button('Gửi bản đính chính'));
    await app.user.click(await button('Gửi đính chính'));
    expect(await screen.findByText('Đã đính chính')).toBeVisible();
    expect(sent(server, 'POST correct')).toMatchObject([
      { version: 1, event: { starts_at: '2026-11-20T19:30:00+07:00', place: 'Trường tiểu học' } },
    ]);
  });

  it('becomes a new one with the same words and without its old times', async () => {
    const first = broadcast({ state: 'sent', event: { starts_at: '2026-11-20T12:30:00Z', place: 'Nhà văn hóa' } });
    const app = await openDesk(desk('leader', first).server, ADDRESS);
    await app.user.click(await button('Soạn tin mới từ tin này'));
    expect(await screen.findByRole('textbox', { name: 'Tiêu đề' })).toHaveValue('Mời họp tổ tháng 12');
    expect(screen.getByLabelText('Ngày diễn ra')).toHaveValue('');
    expect(screen.getByRole('textbox', { name: 'Địa điểm' })).toHaveValue('Nhà văn hóa');
  });

  it('leads to whom to tell in person, and to what can be printed, read aloud and passed on', async () => {
    const { server } = desk('leader', broadcast({ state: 'sent' }));
    server.replies.unreached = () =>
      json({
        groups: [
          {
            ...{ group: 'Tổ dân phố 1', people: 24 },
            reasons: [{ reason: 'muted', people: 24, explanation: 'Đã tắt loại tin này.' }],
          },
        ],
        advice: 'Nhờ hàng xóm báo giúp.',
      });
    server.replies.handout = () => json({ forward_text: 'Kính chuyển. Mã TB-7K2M9', script: 'Kính thưa bà con.' });
    server.replies.download = () => json({ url: '/tai-ve/x', name: 'to-dan.png', expires_at: '2026-11-21T02:30:00Z' });
    const opened: string[] = [];
    const shared: string[] = [];
    const app = await openDesk(server, ADDRESS, {
      openExternal: async (url: string) => {
        opened.push(url);
        return 'done';
      },
      share: async ({ text }: { text: string }) => {
        shared.push(text);
        return 'done';
      },
    });
    await app.user.click(await screen.findByRole('link', { name: /Những hộ cần báo trực tiếp/ }));
    expect(await screen.findByRole('heading', { name: 'Tổ dân phố 1: 24 người' })).toBeVisible();
    expect(screen.getByText('Nhờ hàng xóm báo giúp.')).toBeVisible();
    await app.user.click(await button('Quay lại'));
    await app.user.click(await screen.findByRole('link', { name: /Chuyển tiếp, in, đọc loa/ }));
    await app.user.click(await button('Chia sẻ'));
    expect(shared).toEqual(['Kính chuyển. Mã TB-7K2M9']);
    await app.user.click(await button('Tải tờ dán (ảnh)'));
    await waitFor(() => expect(opened).toHaveLength(1));
    expect(opened[0]).toMatch(/^http.*\/tai-ve\/x$/);
    expect(sent(server, 'POST download')).toEqual([{ kind: 'poster_png' }]);
    await app.user.click(screen.getByRole('link', { name: 'Mở bài đọc chữ to' }));
    expect(await screen.findByText('Kính thưa bà con.')).toBeVisible();
  });

  it('people who say that it is wrong are heard', async () => {
    const { server } = desk('leader', broadcast({ state: 'sent' }));
    server.replies.wrongReports = () => json({ reports: [{ why: 'wrong_fact', people: 3 }] });
    await openDesk(server, ADDRESS);
    expect(await screen.findByText(/3 người báo “tin này sai” \(3 người: có chỗ sai\)/)).toBeVisible();
  });
});

describe('deciding', () => {
  const waiting = () => broadcast({ state: 'awaiting_approval', mine: false, may_approve: true });
  const ADDRESS = '/gui-thong-bao/tin?ma=gui-1';

  it('an official gives it back with a note, not without', async () => {
    const { server, show } = desk('official', waiting());
    server.replies.decide = (_url, body) =>
      show({ state: 'returned', may_approve: false, note: (body as { note: string }).note });
    const app = await openDesk(server, ADDRESS);
    await app.user.click(await button('Trả lại để sửa'));
    await app.user.click(await button('Trả lại kèm lời nhắn'));
    expect(screen.getByText('Xin ghi điều cần sửa.')).toBeVisible();
    await app.user.type(screen.getByRole('textbox', { name: 'Cần sửa gì' }), 'Thiếu giờ họp');
    await app.user.click(await button('Trả lại kèm lời nhắn'));
    expect(await screen.findByText(/Chưa gửi, cần sửa lại\. Lời nhắn: Thiếu giờ họp/)).toBeVisible();
    expect(sent(server, 'POST decide')).toMatchObject([{ approve: false, note: 'Thiếu giờ họp', version: 1 }]);
  });

  it('an official looks at it as it will be read, and lets it go', async () => {
    const { server, show } = desk('official', waiting());
    server.replies.decide = () => show({ state: 'scheduled', may_approve: false, send_at: '2026-11-21T02:05:00Z' });
    const app = await openDesk(server, ADDRESS);
    await app.user.click(await screen.findByRole('link', { name: 'Xem trước' }));
    expect(await screen.findByText(/THÔNG BÁO/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Gửi ngay|Gửi duyệt/ })).toBeNull();
    await app.user.dblClick(await button('Duyệt, cho gửi'));
    expect(await screen.findByText(/Sẽ gửi lúc 09:05/)).toBeVisible();
    expect(sent(server, 'POST decide')).toHaveLength(1);
  });

  it('its leader cancels it while it waits', async () => {
    const { server, show } = desk('leader', broadcast({ state: 'awaiting_approval' }));
    server.replies.cancel = () => show({ state: 'cancelled' });
    const app = await openDesk(server, ADDRESS);
    expect(await screen.findByText(/Đang chờ phường duyệt/)).toBeVisible();
    await app.user.click(await button('Hủy thông báo'));
    await app.user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Hủy thông báo' }));
    expect(await screen.findByText(/Đã hủy, không gửi cho ai/)).toBeVisible();
  });
});
