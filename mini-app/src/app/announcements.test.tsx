import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, json, NAMED_WARD, noNetwork, PROFILE, SESSION, signedIn } from '../../testing/fake-server.ts';
import { openApp } from '../../testing/open-app.tsx';
import { announcement, opened, POWER_CUT } from '../../testing/sample-announcements.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function serverOfOneWard(): FakeServer {
  const server = new FakeServer();
  server.wards = () => json({ wards: [NAMED_WARD] });
  return server;
}
const openFeed = (server = serverOfOneWard(), address = '/thong-bao') => openApp(server, address);
const row = (name: RegExp) => screen.findByRole('link', { name });

it('lists announcements with kind, sender and Vietnamese time, and remembers which were opened', async () => {
  const app = await openFeed();
  const unread = await row(/Mời họp tổ dân phố/);
  expect(unread).toHaveTextContent('Chưa đọcMời họp');
  expect(unread).toHaveTextContent('Tổ trưởng Tổ dân phố 1');
  expect(unread).toHaveTextContent('01:30 ngày 21/11/2026');
  expect(await row(/Tạm ngừng cấp điện/)).toHaveTextContent('Đã sửa');
  expect(await row(/Cảnh báo kẻ gian/)).toHaveTextContent('Bản trình diễn');
  await app.user.click(unread);
  expect(await screen.findByText('TB-7K2M9')).toBeVisible();
  expect(screen.getByText(/19:30 Thứ Bảy, ngày 28\/11\/2026/)).toBeVisible();
  await app.user.click(screen.getByRole('button', { name: 'Quay lại' }));
  await waitFor(async () => expect(await row(/Mời họp tổ dân phố/)).not.toHaveTextContent('Chưa đọc'));
  expect(await row(/Tạm ngừng cấp điện/)).toHaveTextContent('Chưa đọc');
  await app.reopen('/thong-bao');
  await waitFor(async () => expect(await row(/Mời họp tổ dân phố/)).not.toHaveTextContent('Chưa đọc'));
});

it('asks for the neighbourhood group, reads its feed and remembers it', async () => {
  const server = serverOfOneWard();
  const asked: (string | null)[] = [];
  server.replies.announcements = (url) => {
    asked.push(url.searchParams.get('group'));
    return json({ ward: 'an-binh', announcements: [], next_cursor: null });
  };
  const app = await openFeed(server);
  const choice = await screen.findByRole('combobox', { name: 'Chọn tổ dân phố để nhận đúng thông báo' });
  await app.user.selectOptions(choice, 'Tổ dân phố 2');
  await waitFor(() => expect(asked).toEqual([null, 'to-2']));
  await app.reopen('/thong-bao');
  expect(await screen.findByRole('combobox', { name: 'Tổ dân phố của mình' })).toHaveValue('to-2');
  await waitFor(() => expect(asked[asked.length - 1]).toBe('to-2'));
});

it('the server learns which ward and group a signed-in person has chosen, once for each opening of the app', async () => {
  const server = serverOfOneWard();
  signedIn(server);
  server.replies.changeMe = () => json({ user: SESSION.user, profile: PROFILE });
  const app = await openApp(server, '/thong-bao', { kind: 'zalo', accessToken: async () => 'zalo-token' });
  const told = () => server.bodies.filter((_, at) => server.called[at] === 'PATCH changeMe');
  await app.user.selectOptions(await screen.findByRole('combobox', { name: /tổ dân phố/ }), 'Tổ dân phố 2');
  await waitFor(() => expect(told()).toEqual([{ ward: 'an-binh', group: 'to-2' }]));
  await app.reopen('/toi');
  await waitFor(() => expect(told()).toHaveLength(2));
  expect(told()[1]).toEqual({ ward: 'an-binh', group: 'to-2' });
});

it('brings older announcements when asked', async () => {
  const server = serverOfOneWard();
  server.replies.announcements = (url) =>
    url.searchParams.get('cursor') === 'c1'
      ? json({ ward: 'an-binh', announcements: [POWER_CUT], next_cursor: null })
      : json({ ward: 'an-binh', announcements: [announcement()], next_cursor: 'c1' });
  const app = await openFeed(server);
  await app.user.click(await screen.findByRole('button', { name: 'Xem thông báo cũ hơn' }));
  expect(await row(/Tạm ngừng cấp điện/)).toBeVisible();
  expect(await row(/Mời họp/)).toBeVisible();
  expect(screen.getByText('Đã hết thông báo.')).toBeVisible();
});

it('says in plain words that there is nothing yet, or that it could not be read', async () => {
  const server = serverOfOneWard();
  server.replies.announcements = () => json({ ward: 'an-binh', announcements: [], next_cursor: null });
  await openFeed(server);
  expect(await screen.findByText(/Chưa có thông báo nào/)).toBeVisible();
  cleanup();
  const broken = serverOfOneWard();
  broken.replies.announcements = () => json({ error: { code: 'internal', message: 'x' } }, 500);
  await openFeed(broken);
  expect(await screen.findByRole('alert')).toHaveTextContent('Hệ thống đang gặp trục trặc');
});

it('shows without a network what was listed before, and opens it, never one that was taken down', async () => {
  const server = serverOfOneWard();
  const app = await openFeed(server);
  await row(/Mời họp/);
  const { announcements, announcement: one } = server.replies;
  server.replies.announcements = noNetwork;
  server.replies.announcement = noNetwork;
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 });
  await app.reopen('/thong-bao');
  expect(await screen.findByText(/Đang mất mạng\. Đây là bản lưu trên máy lúc/)).toBeVisible();
  await app.user.click(await row(/Mời họp/));
  expect(await screen.findByText('TB-7K2M9')).toBeVisible();
  server.replies.announcements = announcements as never;
  server.replies.announcement = () => json({ error: { code: 'not_found', message: 'x' } }, 404);
  await app.reopen('/thong-bao/tin?ma=tin-1');
  expect(await screen.findByRole('alert')).toHaveTextContent('gỡ xuống');
  expect(one).toBeDefined();
});

it('keeps line breaks, shows markup and addresses as text, and calls telephone numbers', async () => {
  const server = serverOfOneWard();
  const body = 'Dòng một\nDòng hai\n\n<b onclick=x>Đậm</b> https://evil.example\nGọi 0225 300 1234.';
  server.replies.announcement = () => json(opened(announcement({ body, corrected_at: '2026-11-21T01:00:00Z' })));
  await openFeed(server, '/thong-bao/tin?ma=tin-1');
  const article = await screen.findByRole('article');
  expect(within(article).getByText(/Dòng một/).textContent).toBe('Dòng một\nDòng hai');
  expect(article).toHaveTextContent('<b onclick=x>Đậm</b> https://evil.example');
  expect(article.querySelector('a[href*=evil], b[onclick]')).toBeNull();
  expect(within(article).getByRole('button', { name: 'Gọi 0225 300 1234' })).toBeVisible();
  expect(article).toHaveTextContent('đã được sửa lúc 08:00 ngày 21/11/2026');
});

const check = async (server: FakeServer, text: string) => {
  const app = await openFeed(server, '/thong-bao/kiem-tra');
  const box = await screen.findByRole('textbox', { name: /Tin nhắn hoặc mã/ });
  await app.user.click(box);
  await app.user.paste(text);
  await app.user.click(screen.getByRole('button', { name: 'Kiểm tra' }));
  return app;
};
const replying = (verdict: string, found: unknown) => {
  const server = serverOfOneWard();
  server.replies.checkAnnouncement = () => json({ verdict, announcement: found, advice: 'Lời khuyên của phường.' });
  return server;
};

it.each([
  ['genuine', announcement(), announcement().body, 'Đúng là thông báo của phường'],
  ['genuine', announcement(), 'TB-7K2M9', 'Mã này có thật. Xin so cả lời tin'],
  ['altered', announcement(), `${announcement().body} STK 102345678901`, 'Cẩn thận: tin này khác thông báo thật'],
  ['unknown', null, 'Trúng thưởng, bấm bit.ly/x', 'Không tìm thấy thông báo nào như vậy'],
])('a message found %s is told so, with what to do', async (verdict, found, text, words) => {
  await check(replying(verdict, found), text);
  const result = await screen.findByRole('region', { name: 'Kết quả kiểm tra' });
  expect(within(result).getByRole('heading', { name: words })).toBeVisible();
  expect(result).toHaveTextContent('Lời khuyên của phường.');
  expect(result.textContent?.includes('102345678901')).toBe(verdict === 'altered');
  expect(within(result).queryByRole('button', { name: 'Gọi 0225 300 1234' }) !== null).toBe(verdict !== 'genuine');
  // What was pasted stays nowhere on the device.
  expect(JSON.stringify(window.localStorage)).not.toContain(text);
});

it('does not cut a long message in silence, and says when nothing could be checked', async () => {
  const server = serverOfOneWard();
  server.replies.checkAnnouncement = noNetwork;
  const app = await check(server, 'x'.repeat(5001));
  expect(await screen.findByText('Tin dài quá 1 chữ cái. Xin chỉ dán phần chính của tin.')).toBeVisible();
  expect(server.called).not.toContain('POST checkAnnouncement');
  await app.user.type(screen.getByRole('textbox'), '{Backspace}');
  await app.user.click(screen.getByRole('button', { name: 'Kiểm tra' }));
  expect(await screen.findByText(/chưa kiểm tra được.*đừng làm theo tin này/)).toBeVisible();
});

describe('a message that is not the ward’s', () => {
  const notTheWards = (verdict: string, signs: unknown[]) => {
    const server = replying('unknown', null);
    server.replies.checkMessage = () => json({ verdict, signs, advice: ['Dừng lại, hỏi người nhà trước.'] });
    return server;
  };
  const OTP = { kind: 'otp', found: 'đọc mã OTP', why: 'Không cơ quan nào hỏi mã này.' };

  it('with signs of a scam: they are marked in it and explained, and the advice stands', async () => {
    await check(notTheWards('likely_scam', [OTP]), 'Công an đây, Đọc mã OTP ngay');
    const result = await screen.findByRole('region', { name: 'Kết quả kiểm tra' });
    expect(within(result).getByRole('heading', { name: 'Cẩn thận: rất giống tin lừa đảo' })).toBeVisible();
    expect(within(result).getByText('Đọc mã OTP', { selector: 'mark' })).toBeVisible();
    expect(result).toHaveTextContent('Không cơ quan nào hỏi mã này.');
    expect(result).toHaveTextContent('Dừng lại, hỏi người nhà trước.');
  });

  it('without a known sign is never called safe', async () => {
    await check(notTheWards('no_signs', []), 'Chào bác');
    const result = await screen.findByRole('region', { name: 'Kết quả kiểm tra' });
    expect(within(result).getByRole('heading', { level: 2 })).toHaveTextContent('chưa chắc an toàn');
  });

  it('a genuine announcement is not suspected for speaking of money', async () => {
    const server = replying('genuine', announcement());
    server.replies.checkMessage = () => json({ verdict: 'suspicious', signs: [OTP], advice: ['Dừng lại.'] });
    await check(server, announcement().body);
    const result = await screen.findByRole('region', { name: 'Kết quả kiểm tra' });
    expect(within(result).getByRole('heading', { level: 2 })).toHaveTextContent('Đúng là thông báo của phường');
    expect(result).not.toHaveTextContent('Dấu hiệu đáng ngờ');
  });

  it('says so when the signs could not be looked for', async () => {
    await check(replying('unknown', null), 'Chào bác');
    expect(await screen.findByText(/chưa tìm được dấu hiệu lừa đảo/)).toBeVisible();
  });
});
