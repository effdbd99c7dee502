import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FakeServer, json, noNetwork, signedIn } from '../../testing/fake-server.ts';
import { openAt, SIGNED_IN_PHONE, sent } from '../../testing/open-learning.ts';
import { announcement, opened } from '../../testing/sample-announcements.ts';
import type { AnnouncementDetail } from '../api/announcement-endpoints.ts';

/** The meeting of the sample is a week away. */
const NOW = Date.parse('2026-11-21T02:00:00Z');
const ADDRESS = '/thong-bao/tin?ma=tin-1';
const ANSWER = 'POST answerAnnouncement';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** An announcement that asks something, at a server that keeps the answer, before somebody whom it knows. */
async function openAsking(change: Partial<AnnouncementDetail> = {}, phone: object = SIGNED_IN_PHONE) {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  let mine = change.my_answer ?? null;
  const keeping = (server: FakeServer) => {
    signedIn(server);
    server.replies.announcement = () =>
      json(opened(announcement(), { asks: 'attending', ...change, my_answer: isKnown(server) ? mine : null }));
    server.replies.answerAnnouncement = (_url, body) => {
      const { answer, people = 0 } = body as { answer: string; people?: number };
      mine = { answer, people };
      return json(mine);
    };
  };
  const app = await openAt(ADDRESS, keeping, phone);
  await screen.findByText('TB-7K2M9');
  return app;
}
const isKnown = ({ tokens }: FakeServer) => tokens[tokens.length - 1] !== null;
const press = (name: string | RegExp) => screen.findByRole('button', { name });

describe('an announcement that asks whether one comes', () => {
  it('takes how many come, once though it is pressed twice, shows the answer, and lets it be changed', async () => {
    const { user, server, reopen } = await openAsking();
    await user.click(await press('Tôi tham gia'));
    expect(screen.getByRole('button', { name: 'Bớt một người' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Thêm một người' }));
    await user.dblClick(await press('Gửi: 2 người tham gia'));
    expect(await screen.findByText('Bác đã trả lời: tham gia, 2 người.')).toBeVisible();
    expect(sent(server, ANSWER)).toEqual([{ ward: 'an-binh', answer: 'yes', people: 2 }]);
    await user.click(await press('Đổi câu trả lời'));
    await user.click(await press('Không tham gia'));
    expect(await screen.findByText('Bác đã trả lời: không tham gia.')).toBeVisible();
    expect(sent(server, ANSWER)[1]).toEqual({ ward: 'an-binh', answer: 'no' });
    await reopen('/thong-bao');
    expect(await screen.findByRole('link', { name: /Mời họp/ })).toHaveTextContent('Đã trả lời: không tham gia');
  });

  it('never asks for more than twenty', async () => {
    const { user } = await openAsking({ my_answer: { answer: 'yes', people: 19 } });
    await user.click(await press('Đổi câu trả lời'));
    await user.click(await press('Tôi tham gia'));
    await user.click(screen.getByRole('button', { name: 'Thêm một người' }));
    expect(screen.getByRole('button', { name: 'Thêm một người' })).toBeDisabled();
    expect(screen.getByText(/Đông hơn 20 người/)).toBeVisible();
  });

  it('shows what was answered in the chat', async () => {
    await openAsking({ my_answer: { answer: 'yes', people: 3 } });
    expect(await screen.findByText('Bác đã trả lời: tham gia, 3 người.')).toBeVisible();
  });

  it('keeps the choice without a network, also over a restart, and sends it when pressed again', async () => {
    const { user, server, reopen } = await openAsking();
    const { answerAnnouncement } = server.replies;
    server.replies.answerAnnouncement = noNetwork;
    await user.click(await press('Không tham gia'));
    expect(await screen.findByText(/Không kết nối được.*Máy vẫn giữ câu trả lời/)).toHaveTextContent('không tham gia');
    await reopen(ADDRESS);
    expect(await screen.findByText(/Câu trả lời này chưa gửi được/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Tôi tham gia' })).toBeNull();
    server.replies.answerAnnouncement = answerAnnouncement as never;
    await user.click(await press('Gửi lại'));
    expect(await screen.findByText('Bác đã trả lời: không tham gia.')).toBeVisible();
  });

  it('asks nobody about what is over, and does not keep what the server refuses', async () => {
    await openAsking({ event: { starts_at: '2026-11-20T12:30:00Z', place: null } });
    expect(screen.queryByRole('button', { name: 'Tôi tham gia' })).toBeNull();
    cleanup();
    const { user, server } = await openAsking();
    server.replies.answerAnnouncement = () => json({ error: { code: 'x', message: 'Thông báo này đã dừng.' } }, 409);
    await user.click(await press('Không tham gia'));
    expect(await screen.findByText('Thông báo này đã dừng.')).toBeVisible();
    expect(await press('Tôi tham gia')).toBeEnabled();
    expect(screen.queryByText(/vẫn giữ/)).toBeNull();
  });

  it('tells whoever is not signed in where it can be answered', async () => {
    const { user, server } = await openAsking({}, {});
    await user.click(await press('Không tham gia'));
    expect(await screen.findByText(/Việc này cần tài khoản Zalo/)).toBeVisible();
    expect(server.called).not.toContain(ANSWER);
  });
});

it('confirms with one button that it was read', async () => {
  const { user, server } = await openAsking({ asks: 'confirm_read' });
  await user.click(await press('Tôi đã đọc'));
  expect(await screen.findByText('Bác đã trả lời: đã đọc.')).toBeVisible();
  expect(sent(server, ANSWER)).toEqual([{ ward: 'an-binh', answer: 'read' }]);
  expect(screen.queryByRole('button', { name: 'Đổi câu trả lời' })).toBeNull();
});

it('shows a picture with words for who cannot see it, and opens a PDF outside of the app', async () => {
  await openAsking({ attachment: { id: 'tep-1', name: 'giay-moi.jpg', kind: 'image' } });
  const picture = await screen.findByRole('img', { name: /Ảnh kèm thông báo “Mời họp.*giay-moi\.jpg/ });
  expect(picture.getAttribute('src')).toMatch(/\/attachments\/tep-1$/);
  cleanup();
  const openExternal = vi.fn(async () => 'done' as const);
  const { user } = await openAsking(
    { attachment: { id: 'tep-2', name: 'ke-hoach.pdf', kind: 'pdf' } },
    { openExternal },
  );
  await user.click(await press('Mở văn bản: ke-hoach.pdf'));
  expect(openExternal).toHaveBeenCalledWith(expect.stringMatching(/\/attachments\/tep-2$/));
});

it('says what a correction has changed, and keeps the earlier words to be looked at', async () => {
  const before = {
    title: announcement().title,
    body: 'Lời cũ.',
    event: { starts_at: '2026-11-27T12:30:00Z', place: null },
  };
  const { user } = await openAsking({ corrected_at: '2026-11-21T01:00:00Z', before });
  expect(screen.getByText(/Bản tin này đã được sửa lúc 08:00 ngày 21\/11\/2026/)).toBeVisible();
  const changes = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(changes).toEqual([
    expect.stringMatching(/^Thời gian: trước là 19:30 Thứ Sáu.*nay là 19:30 Thứ Bảy/),
    'Địa điểm: trước không ghi, nay là Nhà văn hóa Tổ dân phố 1.',
  ]);
  expect(screen.getByText('Lời cũ.')).not.toBeVisible();
  await user.click(await press('Xem lời tin trước khi sửa'));
  expect(screen.getByText('Lời cũ.')).toBeVisible();
});

describe('"Tin này sai?"', () => {
  it('wants a reason, is sent once, says what happens next, and is remembered', async () => {
    const { user, server, reopen } = await openAsking();
    server.replies.reportWrong = () => new Response(null, { status: 204 });
    await user.click(await press('Tin này sai?'));
    await user.click(await press('Báo cho phường'));
    expect(await screen.findByText('Xin chọn một lý do ở trên.')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: /số tiền không đúng/ }));
    await user.dblClick(await press('Báo cho phường'));
    expect(await screen.findByText(/Cán bộ phường sẽ xem lại/)).toBeVisible();
    expect(sent(server, 'POST reportWrong')).toEqual([{ ward: 'an-binh', why: 'wrong_fact' }]);
    expect(await press(/gọi phường: 0225 300 1234/)).toBeVisible();
    await reopen(ADDRESS);
    expect(await screen.findByText(/Cảm ơn bác đã báo/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Tin này sai?' })).toBeNull();
  });
});

describe('"Tắt loại tin này"', () => {
  it('asks first, keeps what was chosen before, and says where the news still is', async () => {
    const { user, server } = await openAsking();
    server.replies.noticeChoices = () => json({ muted: ['fee'], oa: false, mini_app: true });
    server.replies.chooseNotices = (_url, body) => json(body);
    await user.click(await press('Tắt loại tin này'));
    const dialog = await screen.findByRole('alertdialog', { name: 'Tắt loại tin “Mời họp”?' });
    await user.click(within(dialog).getByRole('button', { name: 'Tắt loại tin này' }));
    expect(await screen.findByText(/vẫn có trong mục Thông báo\./)).toBeVisible();
    expect(sent(server, 'PUT chooseNotices')).toEqual([{ muted: ['fee', 'meeting'], oa: false, mini_app: true }]);
    expect(screen.getByRole('link', { name: /Nhận tin/ })).toHaveAttribute('href', '/toi/nhan-tin');
  });
});

describe('the list', () => {
  it('has an emergency on top while it is fresh, and not a day later', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
    const storm = announcement({ id: 'bao', kind: 'urgent', title: 'Bão số 9', published_at: '2026-11-20T18:00:00Z' });
    const announcements = [announcement(), storm];
    const listed = () =>
      screen.getAllByRole('link', { name: /Bão số 9|Mời họp/ }).map(({ textContent }) => textContent);
    const app = await openAt('/thong-bao', (server) => {
      server.replies.announcements = () => json({ ward: 'an-binh', announcements, next_cursor: null });
    });
    await screen.findByRole('link', { name: /Bão/ });
    expect(listed()[0]).toContain('Bão số 9');
    vi.setSystemTime(NOW + 24 * 60 * 60_000);
    await app.reopen('/thong-bao');
    await screen.findByRole('link', { name: /Bão/ });
    await waitFor(() => expect(listed()[0]).toContain('Mời họp'));
  });
});
