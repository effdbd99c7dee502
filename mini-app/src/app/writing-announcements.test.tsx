import type { BroadcastBody } from '@phuong-so/shared/contracts/broadcasts';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { json, noNetwork } from '../../testing/fake-server.ts';
import { sent } from '../../testing/open-learning.ts';
import { button, desk, openDesk, taken } from '../../testing/open-sending.ts';
import { broadcast, preview } from '../../testing/sample-sending.ts';

afterEach(cleanup);

const write = (server: Parameters<typeof openDesk>[0]) => openDesk(server, '/gui-thong-bao/soan');

describe('writing', () => {
  it('from a template: blanks are pointed out, the own group is fixed, and it is seen before it is sent once', async () => {
    const { server, show } = desk();
    let answer = () => {};
    server.replies.send = async () => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return show({ state: 'sending' });
    };
    const app = await write(server);
    await app.user.click(await button(/Mời họp tổ/));
    expect(await screen.findByText('Tổ dân phố 1')).toBeVisible();
    expect(screen.queryByRole('radio', { name: 'Cả phường' })).toBeNull();
    await app.user.click(await button('Xem trước'));
    expect(screen.getByText('Còn chỗ chưa điền: [việc bàn].')).toBeVisible();
    expect(screen.getByText('Xin chọn ngày, hoặc bỏ chọn “Có thời gian, địa điểm”.')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Nội dung' })).toHaveFocus();
    await app.user.click(screen.getByRole('button', { name: '[việc bàn]' }));
    await app.user.keyboard('quỹ khuyến học');
    expect(screen.getByRole('textbox', { name: 'Nội dung' })).toHaveValue(
      'Kính mời bà con dự họp về quỹ khuyến học. Mong bà con đến đúng giờ.',
    );
    await app.user.type(screen.getByLabelText('Ngày diễn ra'), '2099-12-05');
    await app.user.type(screen.getByLabelText('Giờ bắt đầu'), '19:30');
    await app.user.click(await button('Xem trước'));

    expect(await screen.findByText('Tin tự đến với 118 người')).toBeVisible();
    expect(screen.getByText(/20 người:/).parentElement).toHaveTextContent('Chưa nhắn cho phường trong 7 ngày.');
    expect(screen.getByText(/THÔNG BÁO/)).toHaveTextContent('Mã: TB-7K2M9');
    expect(screen.getByText('Phường chưa bật: Nhóm Zalo của tổ.')).toBeVisible();
    const [written] = sent(server, 'POST writeBroadcast') as BroadcastBody[];
    expect(written).toMatchObject({
      ...{ ward: 'an-binh', groups: ['to-1'], kind: 'meeting', asks: 'attending', send_at: null, repeat: 'none' },
      ...{ event: { starts_at: '2099-12-05T19:30:00+07:00', place: null }, emergency_reason: null },
    });

    await app.user.dblClick(await button('Gửi ngay'));
    expect(await button('Đang gửi…')).toBeDisabled();
    answer();
    expect(await screen.findByText(/Đang gửi\. Có thể tắt điện thoại/)).toBeVisible();
    expect(sent(server, 'POST send')).toHaveLength(1);
  });

  it('keeps every word when the app is closed without a network, and the first saving counts once', async () => {
    const { server } = desk();
    server.replies.writeBroadcast = noNetwork;
    const app = await write(server);
    await app.user.click(await button(/Không dùng mẫu/));
    await app.user.type(await screen.findByRole('textbox', { name: 'Tiêu đề' }), 'Cắt nước');
    await app.user.type(screen.getByRole('textbox', { name: 'Nội dung' }), 'Sáng mai cắt nước.');
    await app.user.click(await button('Lưu nháp'));
    expect(await screen.findByText(/Không kết nối được/)).toBeVisible();
    await app.reopen('/gui-thong-bao');
    await app.user.click(await screen.findByRole('link', { name: /Đang soạn dở: Cắt nước/ }));
    expect(await screen.findByRole('textbox', { name: 'Nội dung' })).toHaveValue('Sáng mai cắt nước.');
    expect(screen.getByText(/giữ trên máy này từ/)).toBeVisible();
    // The first one had arrived after all: the server answers with it, and what was typed since is added.
    server.replies.writeBroadcast = () => json(broadcast({ title: 'Cắt nước', body: 'Sáng mai cắt nước.' }));
    await app.user.type(screen.getByRole('textbox', { name: 'Nội dung' }), ' Xin trữ nước.');
    await app.user.click(await button('Lưu nháp'));
    expect(await screen.findByText('Đã lưu.')).toBeVisible();
    const keys = (sent(server, 'POST writeBroadcast') as BroadcastBody[]).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    expect(sent(server, 'PATCH changeBroadcast')).toMatchObject([
      { body: 'Sáng mai cắt nước. Xin trữ nước.', version: 1, kind: 'general' },
    ]);
  });

  it('leaving saves what is whole to the server, and a template that nobody touched to nobody', async () => {
    const { server } = desk();
    const app = await openDesk(server, '/gui-thong-bao');
    await app.user.click(await screen.findByRole('link', { name: 'Soạn thông báo mới' }));
    await app.user.click(await button(/Mời họp tổ/));
    await screen.findByRole('textbox', { name: 'Nội dung' });
    await app.user.click(await button('Quay lại'));
    await app.user.click(await screen.findByRole('link', { name: 'Soạn thông báo mới' }));
    expect(sent(server, 'POST writeBroadcast')).toEqual([]);
    await app.user.click(await button(/Mời họp tổ/));
    await app.user.type(await screen.findByRole('textbox', { name: 'Tiêu đề' }), ' 12');
    await app.user.click(await button('Quay lại'));
    await waitFor(() => expect(sent(server, 'POST writeBroadcast')).toHaveLength(1));
    expect(await screen.findByRole('link', { name: 'Soạn thông báo mới' })).toBeVisible();
  });

  it('somebody else changed it: the choice is the writer’s, and nothing is lost before', async () => {
    const { server, show, write: change } = desk();
    server.replies.changeBroadcast = taken;
    const app = await openDesk(server, '/gui-thong-bao/soan?ma=gui-1');
    const body = await screen.findByRole('textbox', { name: 'Nội dung' });
    await app.user.type(body, ' Đủ mặt nhé.');
    show({ body: 'Bản của người khác.' });
    await app.user.click(await button('Lưu nháp'));
    expect(await screen.findByText(/Người khác vừa sửa thông báo này/)).toBeVisible();
    expect(body).toHaveValue('Kính mời bà con đến họp. Đủ mặt nhé.');
    server.replies.changeBroadcast = (_url, body) => change(body);
    await app.user.click(await button('Giữ bản của tôi, thay bản kia'));
    expect(await screen.findByText('Đã lưu.')).toBeVisible();
    expect(sent(server, 'PATCH changeBroadcast')[1]).toMatchObject({ version: 2 });
    expect(screen.queryByText(/Người khác vừa sửa/)).toBeNull();
    // Once more, and now the other's words are taken.
    server.replies.changeBroadcast = taken;
    await app.user.type(body, ' Thêm.');
    show({ body: 'Bản mới của người khác.' });
    await app.user.click(await button('Lưu nháp'));
    await app.user.click(await button('Tải bản mới, bỏ phần tôi vừa gõ'));
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Nội dung' })).toHaveValue('Bản mới của người khác.'),
    );
  });

  it('an official chooses groups; an emergency needs a reason that the ward will read', async () => {
    const { server } = desk('official');
    const app = await write(server);
    await app.user.click(await button(/Không dùng mẫu/));
    await app.user.selectOptions(await screen.findByRole('combobox', { name: 'Loại tin' }), 'Khẩn');
    await app.user.type(screen.getByRole('textbox', { name: 'Tiêu đề' }), 'Cháy chợ');
    await app.user.type(screen.getByRole('textbox', { name: 'Nội dung' }), 'Bà con tránh xa khu chợ.');
    await app.user.click(screen.getByRole('checkbox', { name: /Khẩn cấp: gửi ngay/ }));
    await app.user.click(screen.getByRole('radio', { name: 'Chỉ một số tổ dân phố' }));
    await app.user.click(screen.getByRole('checkbox', { name: 'Tổ dân phố 2' }));
    await app.user.click(screen.getByRole('checkbox', { name: 'Tổ dân phố 1' }));
    // The last one stays: none would mean everybody.
    await app.user.click(screen.getByRole('checkbox', { name: 'Tổ dân phố 2' }));
    await app.user.click(await button('Xem trước'));
    expect(screen.getByText(/Xin ghi rõ vì sao phải gửi ngay/)).toBeVisible();
    await app.user.type(screen.getByRole('textbox', { name: 'Vì sao phải gửi ngay' }), 'Đang cháy lớn ở chợ');
    await app.user.click(await button('Xem trước'));
    await waitFor(() => expect(sent(server, 'POST writeBroadcast')).toHaveLength(1));
    expect(sent(server, 'POST writeBroadcast')).toMatchObject([
      { kind: 'urgent', groups: ['to-2'], emergency_reason: 'Đang cháy lớn ở chợ' },
    ]);
  });

  it('a picture is sent up as it is chosen; one that is too large is said to be so', async () => {
    const { server } = desk();
    server.replies.attach = () => json({ id: 'tep-1', name: 'giay-moi.png', kind: 'image' }, 201);
    const app = await write(server);
    await app.user.click(await button(/Không dùng mẫu/));
    const chooser = await screen.findByLabelText('Chọn ảnh hoặc tệp PDF');
    await app.user.upload(chooser, new File(['x'.repeat(6 * 1024 * 1024)], 'to.pdf', { type: 'application/pdf' }));
    expect(await screen.findByText(/Tệp quá lớn/)).toBeVisible();
    await app.user.upload(chooser, new File(['ảnh'], 'giay-moi.png', { type: 'image/png' }));
    expect(await screen.findByText('giay-moi.png')).toBeVisible();
    expect(sent(server, 'POST attach')).toHaveLength(1);
  });

  it('a resident is told whom it is for', async () => {
    await write(desk('resident').server);
    expect(await screen.findByText(/Chỉ tổ trưởng tổ dân phố và cán bộ/)).toBeVisible();
  });
});

describe('sending', () => {
  const look = (server: Parameters<typeof openDesk>[0]) => openDesk(server, '/gui-thong-bao/xem-truoc?ma=gui-1');

  it('without an answer, pressing again sends the same key', async () => {
    const { server, show } = desk();
    server.replies.send = noNetwork;
    const app = await look(server);
    await app.user.click(await button('Gửi ngay'));
    expect(await screen.findByText(/chưa biết đã gửi hay chưa/)).toBeVisible();
    server.replies.send = () => show({ state: 'sending' });
    await app.user.click(await button('Gửi ngay'));
    await screen.findByText(/Đang gửi\. Có thể tắt điện thoại/);
    const [first, second] = sent(server, 'POST send') as { key: string; version: number }[];
    expect(second).toEqual(first);
    expect(first).toMatchObject({ version: 1 });
  });

  it('what must be approved is handed in, what is blocked cannot be pressed, and a warning is read first', async () => {
    const { server } = desk();
    server.replies.preview = () =>
      json(preview({ needs_approval: true, blocked: ['Còn chỗ chưa điền.'], warnings: ['Có thể tốn 12.000 đồng.'] }));
    await look(server);
    expect(await button('Gửi duyệt')).toBeDisabled();
    expect(screen.getByText(/Chưa gửi được: Còn chỗ chưa điền/)).toBeVisible();
    expect(screen.getByText('Có thể tốn 12.000 đồng.')).toBeVisible();
  });

  it('changed by somebody else meanwhile: the new one is shown, and only that is sent', async () => {
    const { server, show } = desk();
    const app = await look(server);
    const press = await button('Gửi ngay');
    server.replies.send = taken;
    show({ title: 'Mời họp, sửa giờ' });
    await app.user.click(press);
    expect(await screen.findByText(/Người khác vừa sửa thông báo này/)).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'Mời họp, sửa giờ' })).toBeVisible();
    server.replies.send = () => show({ state: 'sending' });
    await app.user.click(await button('Gửi ngay'));
    await screen.findByText(/Đang gửi\. Có thể tắt điện thoại/);
    const versions = (sent(server, 'POST send') as { version: number }[]).map(({ version }) => version);
    expect(versions).toEqual([1, 2]);
  });
});
