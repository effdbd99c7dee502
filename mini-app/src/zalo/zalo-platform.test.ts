import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isInsideZalo } from './create-platform.ts';
import { TIMED_OUT, withinTime, ZaloError } from './zalo-error.ts';

const ANDROID = 'Mozilla/5.0 (Linux; Android 13) Chrome/120 Mobile Zalo android/24101055';

afterEach(() => {
  vi.useRealTimers();
  vi.doUnmock('zmp-sdk/apis');
  vi.resetModules();
});

it.each([
  ['h5.zdn.vn', 'https:', ANDROID, true],
  ['', 'zbrowser:', ANDROID, true],
  ['localhost', 'http:', ANDROID, false],
  ['127.0.0.1', 'http:', ANDROID, false],
  ['h5.zdn.vn', 'https:', 'Mozilla/5.0 Chrome/120', false],
])('host %s, %s: inside Zalo = %s', (hostname, protocol, userAgent, expected) => {
  expect(isInsideZalo({ hostname, protocol }, userAgent)).toBe(expected);
});

describe('withinTime', () => {
  it('rejects with the time-out code when a call never settles', async () => {
    vi.useFakeTimers();
    const outcome = withinTime(8_000, () => new Promise(() => undefined)).catch((thrown: unknown) => thrown);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(await outcome).toMatchObject({ name: 'ZaloError', code: TIMED_OUT });
  });

  it('turns the SDK’s plain objects into one kind of error', async () => {
    const outcome = withinTime(100, () => Promise.reject({ code: -2002, message: 'denied' }));
    await expect(outcome).rejects.toBeInstanceOf(ZaloError);
    await expect(outcome).rejects.toMatchObject({ code: -2002, message: 'denied' });
  });
});

describe('storage inside Zalo', () => {
  beforeEach(() => window.localStorage.clear());

  const openWith = async (nativeStorage: Record<string, unknown>) => {
    vi.doMock('zmp-sdk/apis', () => ({ nativeStorage, openPhone: vi.fn() }));
    const { zaloPlatform } = await import('./zalo-platform.ts');
    return zaloPlatform(window);
  };

  it('uses Zalo’s own storage', async () => {
    const kept = new Map<string, string>();
    const platform = await openWith({
      getItem: (key: string) => kept.get(key) ?? '',
      setItem: (key: string, text: string) => kept.set(key, text),
      removeItem: (key: string) => kept.delete(key),
    });
    expect(await platform.storage.write('k', 'v')).toBe(true);
    expect(await platform.storage.read('k')).toBe('v');
    expect(kept.get('k')).toBe('v');
    window.localStorage.clear();
    expect(await platform.storage.read('k'), 'the web view has forgotten').toBe('v');
    await platform.storage.remove('k');
    expect(await platform.storage.read('k')).toBeNull();
  });

  it('remembers in the web view when the client refuses', async () => {
    const refuse = () => {
      throw { code: -1404, message: 'not supported in this version' };
    };
    const platform = await openWith({ getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(await platform.storage.write('k', 'v')).toBe(true);
    expect(await platform.storage.read('k')).toBe('v');
    await platform.storage.remove('k');
    expect(await platform.storage.read('k')).toBeNull();
  });

  it('does not wait for a client that never answers', async () => {
    const platform = await openWith({ getItem: () => new Promise(() => undefined) });
    vi.useFakeTimers();
    const read = platform.storage.read('k');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await read).toBeNull();
  });
});

describe('asking Zalo and the person', () => {
  const openWith = async (sdk: Record<string, unknown>) => {
    vi.doMock('zmp-sdk/apis', () => ({
      ...Object.fromEntries(CALLS.map((name) => [name, refuse(-2000)])),
      ...sdk,
    }));
    const { zaloPlatform } = await import('./zalo-platform.ts');
    return zaloPlatform(window);
  };
  const CALLS = ['followOA', 'getAccessToken', 'getLocation', 'openChat', 'openOutApp', 'openShareSheet'];
  const refuse = (code: number) => async () => {
    throw { code, message: 'no' };
  };

  it.each([
    [-201, 'refused'],
    [-202, 'refused'],
    [-1401, 'refused'],
    [-1403, 'refused'],
    [-2002, 'refused'],
    [-2003, 'refused'],
    [-1404, 'unavailable'],
    [-2000, 'unavailable'],
  ] as const)('%i ends as %s, and never as an error', async (code, expected) => {
    const no = refuse(code);
    const platform = await openWith({
      ...{ followOA: no, getLocation: no, openChat: no, openOutApp: no, requestSendNotification: no },
      getAccessToken: async () => 'token',
    });
    expect(await platform.requestNotifications()).toBe(expected);
    expect(await platform.openOaChat('4', 'Hạn?')).toBe(expected);
    expect(await platform.followOa('4')).toBe(expected);
    expect(await platform.openExternal('https://example.vn')).toBe(expected);
    expect(await platform.locationToken()).toBeNull();
  });

  it.each([-201, -1401, -2002, -2000])('without Zalo’s token (%i) nothing is asked that needs one', async (code) => {
    const asked = vi.fn(() => new Promise(() => undefined));
    const platform = await openWith({
      ...{ getAccessToken: refuse(code), getLocation: asked, requestSendNotification: asked },
    });
    expect(await platform.accessToken()).toBeNull();
    expect(await platform.locationToken()).toBeNull();
    expect(await platform.requestNotifications()).toBe('unavailable');
    expect(asked).not.toHaveBeenCalled();
  });

  it('an empty token is no token', async () => {
    const platform = await openWith({ getAccessToken: async () => '', getLocation: async () => ({ token: '' }) });
    expect(await platform.accessToken()).toBeNull();
    expect(await platform.locationToken()).toBeNull();
  });

  it('opens the ward’s chat with the question filled in', async () => {
    const openChat = vi.fn(async () => undefined);
    const platform = await openWith({ openChat });
    expect(await platform.openOaChat('4', 'Hạn nộp?')).toBe('done');
    expect(openChat).toHaveBeenCalledWith({ type: 'oa', id: '4', message: 'Hạn nộp?' });
  });

  it('does not wait for ever', async () => {
    const platform = await openWith({ getAccessToken: () => new Promise(() => undefined) });
    vi.useFakeTimers();
    const token = platform.accessToken();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await token).toBeNull();
  });

  it('shares the words with a link that opens the page; an older Zalo gets a card', async () => {
    (window as { APP_ID?: string }).APP_ID = '42';
    const seen: unknown[] = [];
    const platform = await openWith({
      openShareSheet: async (sheet: { type: string }) => {
        seen.push(sheet);
        if (sheet.type === 'text') throw { code: -1404 };
      },
    });
    const shared = { title: 'Tin', text: 'Họp tổ lúc 19 giờ', address: '/thong-bao/tin?ma=7' };
    expect(await platform.share(shared)).toBe('done');
    expect(seen).toMatchObject([
      { data: { text: 'Họp tổ lúc 19 giờ\n\nhttps://zalo.me/s/42/?p=thong-bao/tin&ma=7' } },
      { type: 'zmp_deep_link', data: { title: 'Tin', path: '?p=thong-bao/tin&ma=7' } },
    ]);
  });
});
