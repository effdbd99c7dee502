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
    expect(window.localStorage.getItem('k')).toBeNull();
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
