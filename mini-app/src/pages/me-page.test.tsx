import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  answer,
  FakeServer,
  json,
  NAMED_WARD,
  noNetwork,
  PROFILE,
  SESSION,
  signedIn,
} from '../../testing/fake-server.ts';
import { type OpenedApp, openApp } from '../../testing/open-app.tsx';
import type { Platform } from '../zalo/platform.ts';

const IN_ZALO: Partial<Platform> = { kind: 'zalo', accessToken: async () => 'zalo-token' };
let server: FakeServer;
let app: OpenedApp;

const open = async (address: string, phone: Partial<Platform> = {}) => {
  app = await openApp(server, address, phone);
};
const press = async (name: string | RegExp) => app.user.click(await screen.findByRole('button', { name }));
const refusal =
  (code: string, message: string, status = 400) =>
  () =>
    json({ error: { code, message } }, status);

beforeEach(() => {
  server = new FakeServer();
  server.wards = () => json({ wards: [NAMED_WARD] });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  document.documentElement.removeAttribute('style');
});

describe('who the person is', () => {
  it('is not asked before Tôi is opened: no sign-in on the other pages', async () => {
    const accessToken = vi.fn(async () => 'zalo-token');
    signedIn(server);
    await open('/', { kind: 'zalo', accessToken });
    await screen.findByRole('navigation', { name: 'Các trang chính' });
    await app.reopen('/hoi-dap');
    await app.user.type(await screen.findByRole('textbox', { name: /Câu hỏi/ }), 'Hạn?{Enter}');
    await screen.findByText(answer().text, { selector: 'p' });
    expect(accessToken).not.toHaveBeenCalled();
    expect(server.tokens.every((token) => token === null)).toBe(true);
    await app.reopen('/toi');
    expect(await screen.findByText('Đang dùng với vai: Người dân.')).toBeVisible();
    expect(accessToken).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['Zalo gives no token', { kind: 'zalo', accessToken: async () => null }],
    ['an ordinary browser', {}],
  ] as const)('%s: the page works, and nothing is sent', async (_name, phone) => {
    await open('/toi', phone);
    expect(await screen.findByText(/Đang dùng không cần tài khoản/)).toBeVisible();
    expect(server.called.filter((one) => /signIn|demoSignIn|me$/i.test(one))).toEqual([]);
    await app.user.selectOptions(
      screen.getByRole('combobox', { name: /Tổ dân phố của mình|Chọn tổ dân phố/ }),
      'Tổ dân phố 2',
    );
    await app.reopen('/toi');
    expect(await screen.findByRole('combobox', { name: /Tổ dân phố của mình|Chọn tổ dân phố/ })).toHaveValue('to-2');
  });

  it('an official asks with their role; a resident asks as nobody', async () => {
    server.replies.signIn = () => json({ ...SESSION, user: { ...SESSION.user, role: 'official', ward: 'an-binh' } });
    server.replies.me = () => json({ user: SESSION.user, profile: PROFILE });
    await open('/toi', IN_ZALO);
    await screen.findByText('Đang dùng với vai: Cán bộ phường.');
    await app.user.click(screen.getByRole('link', { name: 'Hỏi đáp' }));
    await app.user.type(await screen.findByRole('textbox', { name: /Câu hỏi/ }), 'Hạn?{Enter}');
    await screen.findByText(answer().text, { selector: 'p' });
    expect(server.tokens[server.called.indexOf('POST askStream')]).toBe('session-1');
  });
});

describe('the demonstration', () => {
  it('is offered by a demonstration server in a browser, labelled, and gives the chosen role', async () => {
    server.wards = () => json({ wards: [NAMED_WARD], demo: true });
    server.replies.demoSignIn = () =>
      json({ ...SESSION, user: { ...SESSION.user, role: 'official', unit: 'Phòng Kinh tế', demo: true } });
    await open('/toi');
    expect(await screen.findByRole('heading', { name: 'Bản trình diễn' })).toBeVisible();
    await app.user.selectOptions(screen.getByRole('combobox', { name: 'Vai muốn thử' }), 'Cán bộ phường');
    await app.user.clear(screen.getByRole('textbox', { name: 'Đơn vị' }));
    await app.user.type(screen.getByRole('textbox', { name: 'Đơn vị' }), 'Phòng Kinh tế');
    await press('Vào vai này');
    expect((await screen.findAllByText('Đang dùng với vai: Cán bộ phường, Phòng Kinh tế.'))[0]).toBeVisible();
    expect(server.bodies[server.called.indexOf('POST demoSignIn')]).toEqual({
      ...{ persona: 'official', ward: 'an-binh', unit: 'Phòng Kinh tế' },
    });
    await press('Thôi vai');
    expect(await screen.findByText(/Đang dùng không cần tài khoản/)).toBeVisible();
  });

  it.each([
    ['a real server', {}, false],
    ['inside Zalo', IN_ZALO, true],
  ] as const)('is not there at %s', async (_name, phone, demo) => {
    signedIn(server);
    server.wards = () => json({ wards: [NAMED_WARD], demo });
    await open('/toi', phone);
    await screen.findByRole('heading', { name: 'Cỡ chữ và màu' });
    await waitFor(() => expect(server.called).toContain('GET wards'));
    expect(screen.queryByText('Bản trình diễn')).toBeNull();
    expect(server.called).not.toContain('POST demoSignIn');
  });
});

describe('how the app looks', () => {
  it('grows at once, and is remembered', async () => {
    await open('/toi');
    await app.user.click(await screen.findByRole('radio', { name: 'To nhất (200 %)' }));
    expect(document.documentElement.style.fontSize).toBe('200%');
    await app.user.click(screen.getByRole('radio', { name: 'Nền tối' }));
    expect(document.documentElement.dataset.theme).toBe('dark');
    document.documentElement.removeAttribute('style');
    await app.reopen('/toi');
    await waitFor(() => expect(document.documentElement.style.fontSize).toBe('200%'));
    await app.user.click(await screen.findByRole('radio', { name: 'Theo điện thoại' }));
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });

  it('follows Zalo’s own look where Zalo tells it', async () => {
    await open('/toi', { ...IN_ZALO, hostTheme: async () => 'dark' });
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
    await app.user.click(await screen.findByRole('radio', { name: 'Nền sáng' }));
    expect(document.documentElement.dataset.theme).toBe('light');
  });
});

describe('linking the account', () => {
  const send = async (code: string) => {
    await app.user.type(await screen.findByRole('textbox', { name: 'Mã liên kết' }), code);
    await press('Liên kết');
  };

  it('a code of the ward gives the role, for everything that follows', async () => {
    signedIn(server);
    const user = { ...SESSION.user, role: 'leader', group: 'to-1' };
    server.replies.link = () => json({ token: 'leader-token', user, profile: PROFILE, linked: 'role' });
    await open('/toi/lien-ket', IN_ZALO);
    expect(server.called).not.toContain('POST signIn');
    await send(' ABCD-2345 ');
    expect(await screen.findByText(/với vai: Tổ trưởng tổ dân phố/)).toBeVisible();
    expect(server.bodies[server.called.indexOf('POST link')]).toEqual({ code: 'ABCD-2345' });
    await press('Xong');
    await waitFor(() => expect(window.location.pathname).toBe('/'));
  });

  it.each([
    [refusal('code_wrong', 'Mã không đúng, đã dùng rồi hoặc đã hết hạn.'), /đã dùng rồi hoặc đã hết hạn/],
    [refusal('too_many_codes', 'Nhập sai nhiều lần. Xin chờ ít phút.', 429), /Xin chờ ít phút/],
    [refusal('internal', 'TypeError', 500), /Hệ thống đang gặp trục trặc/],
    [noNetwork, /Không kết nối được/],
  ] as const)(
    'a code that does not work (case %#): the field says why and keeps what was typed',
    async (reply, words) => {
      signedIn(server);
      server.replies.link = reply;
      await open('/toi/lien-ket', IN_ZALO);
      await send('ABCD2345');
      const field = screen.getByRole('textbox', { name: 'Mã liên kết' });
      await waitFor(() => expect(field).toHaveAccessibleDescription(words));
      expect(field).toBeInvalid();
      expect(field).toHaveValue('ABCD2345');
    },
  );

  it('too short a code is not sent; a browser is told to use Zalo', async () => {
    await open('/toi/lien-ket');
    await send('AB');
    expect(await screen.findByText(/Xin nhập đủ mã/)).toBeVisible();
    await send('CD23');
    expect(await screen.findByText(/Xin mở Phường Số trong ứng dụng Zalo/)).toBeVisible();
    expect(server.called.filter((one) => one.startsWith('POST'))).toEqual([]);
  });
});

describe('history on Tôi', () => {
  it('lists what was asked here and can be deleted', async () => {
    await open('/hoi-dap');
    await app.user.type(await screen.findByRole('textbox', { name: /Câu hỏi/ }), 'Hạn nộp?{Enter}');
    await screen.findByText(answer().text, { selector: 'p' });
    await app.reopen('/toi');
    expect(await screen.findByText('Hạn nộp?')).toBeVisible();
    await press('Xóa lịch sử hỏi đáp');
    await press('Xóa hết');
    expect(await screen.findByText('Máy này chưa lưu câu hỏi nào.')).toBeVisible();
  });
});
