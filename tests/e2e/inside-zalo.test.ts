import path from 'node:path';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, NAMED_WARD, NAMELESS_WARD, PROFILE, SESSION } from '../../mini-app/testing/fake-server.ts';
import { findBrowser, launchBrowser } from './browser.ts';
import { repository } from './demo-server.ts';
import { nativeCalls, simulateZalo, ZALO_APP_ADDRESS, ZALO_USER_AGENT, type Zalo } from './simulated-zalo.ts';

/** The app as `npm test` has built it. */
const built = path.join(repository, 'www');
const browserPath = findBrowser();
const TOKEN = 'token-of-zalo';
/** The person pressed "no". Source: platform notes, 7.4 (-2002 user denied, -2003 cancelled). */
const DENIED = { error_code: -2002 };

let browser: Browser;
beforeAll(async () => {
  if (browserPath !== null) browser = await launchBrowser(browserPath);
});
afterAll(() => browser?.close());

interface Called {
  readonly path: string;
  readonly body: unknown;
  readonly authorization: string | null;
}

async function inZalo(zalo: Zalo, story: (page: Page, called: readonly Called[]) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, userAgent: ZALO_USER_AGENT });
  const called: Called[] = [];
  await simulateZalo(context, built, (path, request) => reply(path, request, called), zalo);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  try {
    await story(page, called);
    expect(await context.cookies(), 'nothing is kept in cookies').toEqual([]);
  } finally {
    await context.close();
  }
}

function reply(path: string, request: Request, called: Called[]): unknown {
  const authorization = request.headers().authorization ?? null;
  called.push({ path: `${request.method()} ${path}`, body: request.postDataJSON(), authorization });
  switch (path) {
    case '/api/v1/wards':
      return { wards: [{ ...NAMED_WARD, has_centre: true }, NAMELESS_WARD] };
    case '/api/v1/home':
      return { ward: NAMED_WARD.key, examples: [], dates: [], as_of: '2026-11-21' };
    case '/api/v1/ask':
      return answer();
    case '/api/v1/session':
      return SESSION;
    case '/api/v1/me':
      return request.method() === 'GET'
        ? { user: SESSION.user, profile: PROFILE }
        : { user: SESSION.user, profile: { ...PROFILE, notifications: true, ward: NAMED_WARD.key } };
    case '/api/v1/location':
      return { wards: [NAMED_WARD.key] };
    default:
      return {};
  }
}

const open = (page: Page, address: string) => page.goto(`${ZALO_APP_ADDRESS}${address}`);
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

async function chooseWard(page: Page): Promise<void> {
  await open(page, '');
  await press(page, /Phường An Bình/);
  await page.getByRole('navigation', { name: 'Các trang chính' }).waitFor();
}

async function ask(page: Page): Promise<void> {
  await open(page, 'hoi-dap');
  await page.getByRole('textbox', { name: /Câu hỏi/ }).fill('Hạn nộp báo cáo?');
  await press(page, 'Gửi câu hỏi');
  await page.locator('.citation--open').first().waitFor();
}

const said = async (page: Page, action: string) =>
  (await nativeCalls(page)).filter((call) => call.action === action).map(({ parameters }) => parameters);

describe.skipIf(browserPath === null)('inside Zalo, which says yes', () => {
  it('asks for nothing at the start; "Tôi" signs in silently, and consent is asked after it was explained', () =>
    inZalo({ accessToken: TOKEN }, async (page, called) => {
      await chooseWard(page);
      const asked = (await nativeCalls(page)).map(({ action }) => action);
      // The SDK's own first call, which shows nothing.
      expect(asked.filter((action) => action !== 'action.jump.login')).toEqual([]);
      await open(page, 'toi');
      await page.getByText('Đang dùng với vai: Người dân.').waitFor();
      expect(called.find(({ path }) => path === 'POST /api/v1/session')?.body).toEqual({ accessToken: TOKEN });
      await open(page, 'toi/nhan-tin');
      expect(await said(page, 'action.mp.send.notification')).toEqual([]);
      await press(page, 'Bật thông báo');
      await press(page, 'Đồng ý nhận');
      await page.getByText('Đã bật. Phường có thể gửi thông báo qua Zalo.').waitFor();
      expect(await said(page, 'action.mp.send.notification')).toHaveLength(1);
      const change = called.findLast(({ path }) => path === 'PATCH /api/v1/me');
      expect(change).toMatchObject({ authorization: `Bearer ${SESSION.token}`, body: { notifications: true } });
    }));

  it('shares an answer with its source, opens the chat of the ward and the dialler', () =>
    inZalo({ accessToken: TOKEN }, async (page) => {
      await chooseWard(page);
      await ask(page);
      await press(page, 'Chia sẻ');
      await expect.poll(() => said(page, 'action.open.sharesheet')).toHaveLength(1);
      const [{ text }] = (await said(page, 'action.open.sharesheet')) as [{ text: string }];
      expect(text).toContain('43/KH-UBND, mục IV.2');
      expect(text).toContain('https://zalo.me/s/demo/?p=hoi-dap');
      await press(page, 'Hỏi cán bộ');
      await press(page, /^Gọi/);
      await expect
        .poll(() => said(page, 'action.open.phone'))
        .toEqual([expect.objectContaining({ phoneNum: expect.stringMatching(/^0225/) })]);
      await press(page, 'Mở Zalo của phường');
      await expect
        .poll(() => said(page, 'action.open.chat'))
        .toEqual([expect.objectContaining({ uId: NAMED_WARD.oa_id, msg: 'Hạn nộp báo cáo?' })]);
    }));

  it('finds the nearest ward when the person asks for it, and not before', () =>
    inZalo(
      { accessToken: TOKEN, answers: { 'action.get.location': { error_code: 0, data: { token: 'place' } } } },
      async (page, called) => {
        await open(page, '');
        await page.getByRole('button', { name: 'Tìm phường gần tôi' }).waitFor();
        expect(called.some(({ path }) => path.endsWith('/location'))).toBe(false);
        await press(page, 'Tìm phường gần tôi');
        await press(page, /Chọn Phường An Bình/);
        await page.getByRole('navigation', { name: 'Các trang chính' }).waitFor();
        expect(called.find(({ path }) => path === 'POST /api/v1/location')).toMatchObject({
          authorization: `Bearer ${SESSION.token}`,
          body: { accessToken: TOKEN },
        });
      },
    ));
});

describe.skipIf(browserPath === null)('inside Zalo, which refuses', () => {
  it('the place: the ward is chosen from the list', () =>
    inZalo({ accessToken: TOKEN, answers: { 'action.get.location': DENIED } }, async (page, called) => {
      await open(page, '');
      await press(page, 'Tìm phường gần tôi');
      await page.getByText('Chưa có vị trí. Xin chọn phường trong danh sách dưới đây.').waitFor();
      expect(called.some(({ path }) => path.endsWith('/location'))).toBe(false);
      await chooseWard(page);
    }));

  const NOTHING: Zalo = {
    accessToken: null,
    answers: Object.fromEntries(
      [
        ...['action.jump.login', 'action.mp.send.notification', 'action.open.sharesheet', 'action.open.chat'],
        ...['action.open.phone', 'action.get.location'],
      ].map((action) => [action, DENIED]),
    ),
  };

  it('everything: the app still asks, cites and remembers; every refusal is a sentence that leads on', () =>
    inZalo(NOTHING, async (page, called) => {
      await open(page, '');
      await press(page, 'Tìm phường gần tôi');
      await page.getByText('Chưa có vị trí. Xin chọn phường trong danh sách dưới đây.').waitFor();
      await chooseWard(page);
      await ask(page);
      await press(page, 'Chia sẻ');
      await press(page, 'Hỏi cán bộ');
      await press(page, 'Mở Zalo của phường');
      await page
        .getByText(/Chưa mở được|chép|số điện thoại|Gọi/i)
        .first()
        .waitFor();
      await open(page, 'toi');
      await page.getByText('Đang dùng không cần tài khoản. Mọi mục dành cho người dân đều dùng được.').waitFor();
      await open(page, 'toi/nhan-tin');
      await press(page, 'Bật thông báo');
      await press(page, 'Đồng ý nhận');
      await page.getByText(/Chưa bật thông báo|Máy này chưa bật được/).waitFor();
      await ask(page);
      expect(called.some(({ path }) => path.endsWith('/session'))).toBe(false);
    }));
});
