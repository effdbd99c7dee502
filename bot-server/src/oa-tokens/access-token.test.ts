import { beforeEach, describe, expect, test } from 'vitest';
import { type MovingClock, movingClock } from '../../../tests/fakes/moving-clock.ts';
import { type FakeOaTokens, fakeOaTokens } from '../../../tests/fakes/oa-tokens.ts';
import { rememberedAlarms } from '../../../tests/fakes/remembered-alarms.ts';
import type { Alarms } from '../ports/alarms.ts';
import type { FreshTokens, ZaloOauth, ZaloResult } from '../ports/zalo-oa.ts';
import { accessTokens } from './access-token.ts';
import type { TokenDeps } from './refresh-pair.ts';

const OA = '388613280878808645';
const HOUR = 3_600_000;
const limits = { perMinute: null, remaining: null };
type Answer = ZaloResult<FreshTokens>;
const failed = (error: number): Answer => ({ kind: 'answered', error, value: null, limits });
const unknown: Answer = { kind: 'unknown', reason: 'time_limit' };

/** Zalo's side: one refresh token is good at a time, and each works once. */
class ZaloSide {
  valid = 'r0';
  made = 0;
  asked = 0;
  /** What happens to the next calls instead of a plain answer: the token is spent or not, the answer is this. */
  readonly trouble: { spends: boolean; answer: Answer; meanwhile?: () => unknown }[] = [];

  async refresh(token: string): Promise<Answer> {
    this.asked++;
    const trouble = this.trouble.shift();
    await trouble?.meanwhile?.();
    if (trouble && !trouble.spends) return trouble.answer;
    if (token !== this.valid) return failed(-14020);
    this.valid = `r${++this.made}`;
    const value = { accessToken: `a${this.made}`, refreshToken: this.valid, expiresIn: 90_000 };
    return trouble ? trouble.answer : { kind: 'answered', error: 0, value, limits };
  }
}

let store: FakeOaTokens;
let alarms: Alarms;
let clock: MovingClock;
let zalo: ZaloSide;
let deps: TokenDeps;
beforeEach(() => {
  store = fakeOaTokens();
  alarms = rememberedAlarms();
  clock = movingClock();
  zalo = new ZaloSide();
  const oauth = { refresh: (token: string) => zalo.refresh(token) } as ZaloOauth;
  const wait = async (ms: number) => clock.advance(ms);
  deps = { store, oauth, alarms, clock, wait, initialRefreshToken: () => 'r0' };
});
const token = (name: string) => ({ kind: 'token', token: name });
const raised = async () => (await alarms.active()).map(({ kind, subject }) => [kind, subject]);

/** An account that got its first pair (a1, r1) just now. */
async function started() {
  const tokens = accessTokens(deps);
  expect(await tokens.current(OA)).toEqual(token('a1'));
  return tokens;
}

describe('in good times', () => {
  test('the first use takes the configured token; afterwards the stored pair is used, also by another process', async () => {
    const tokens = await started();
    expect(await tokens.current(OA)).toEqual(token('a1'));
    expect(await accessTokens(deps).current(OA)).toEqual(token('a1'));
    expect(zalo.asked).toBe(1);
    expect(await store.read(OA)).toMatchObject({ refreshToken: 'r1', usedAt: null, refused: false });
  });

  test('it is refreshed when less than five hours remain, not before', async () => {
    const tokens = await started();
    clock.advance(20 * HOUR - 1);
    expect(await tokens.current(OA)).toEqual(token('a1'));
    clock.advance(2);
    expect(await tokens.current(OA)).toEqual(token('a2'));
  });

  test('an idle account is refreshed within a week, and not at every look', async () => {
    const tokens = await started();
    await store.authorise(OA, {
      accessToken: 'long',
      refreshToken: 'r1',
      obtainedAt: clock.now().getTime(),
      expiresAt: 1e15,
    });
    expect(await tokens.keepFresh(OA)).toEqual(token('long'));
    clock.advance(6 * 24 * HOUR + 1);
    expect(await tokens.current(OA)).toEqual(token('long'));
    expect(await tokens.keepFresh(OA)).toEqual(token('a2'));
    expect(await tokens.keepFresh(OA)).toEqual(token('a2'));
  });

  test('a short-lived token is not refreshed at every use', async () => {
    const tokens = await started();
    const at = clock.now().getTime();
    await store.authorise(OA, { accessToken: 'short', refreshToken: 'r1', obtainedAt: at, expiresAt: at + HOUR });
    clock.advance(HOUR / 2);
    expect(await tokens.current(OA)).toEqual(token('short'));
  });

  test('a token that Zalo refused is renewed once, however many ask', async () => {
    const tokens = await started();
    const other = accessTokens(deps);
    const all = await Promise.all([tokens.renew(OA, 'a1'), tokens.renew(OA, 'a1'), other.renew(OA, 'a1')]);
    expect(all).toEqual([token('a2'), token('a2'), token('a2')]);
    expect(await other.renew(OA, 'a1')).toEqual(token('a2'));
    expect(zalo.asked).toBe(2);
  });

  test('two processes that start at once use the configured token once', async () => {
    const all = await Promise.all([accessTokens(deps).current(OA), accessTokens(deps).current(OA)]);
    expect(all).toEqual([token('a1'), token('a1')]);
    expect(zalo.asked).toBe(1);
  });
});

describe('when a refresh goes wrong', () => {
  test('Zalo out of reach: the living token goes on, a dead one has to wait; no alarm, no hammering', async () => {
    const tokens = await started();
    clock.advance(21 * HOUR);
    zalo.trouble.push({ spends: false, answer: { kind: 'not_sent', reason: 'ECONNREFUSED' } });
    expect(await tokens.current(OA)).toEqual(token('a1'));
    expect(await tokens.current(OA)).toEqual(token('a1'));
    const renewed = await tokens.renew(OA, 'a1');
    expect(renewed).toEqual({ kind: 'unavailable', retryAt: clock.now().getTime() + 30_000 });
    expect(zalo.asked).toBe(2);
    clock.advance(30_000);
    expect(await tokens.current(OA)).toEqual(token('a2'));
    expect(await raised()).toEqual([]);
  });

  test('a time-out before Zalo acted: the second try succeeds', async () => {
    const tokens = await started();
    zalo.trouble.push({ spends: false, answer: unknown });
    expect(await tokens.renew(OA, 'a1')).toEqual(token('a2'));
  });

  test('a lost answer after Zalo acted: one more try, then an alarm that says what to do; not tried again', async () => {
    const tokens = await started();
    zalo.trouble.push({ spends: true, answer: unknown });
    expect(await tokens.renew(OA, 'a1')).toEqual({ kind: 'refused' });
    expect(zalo.asked).toBe(3);
    const [alarm] = await alarms.active();
    expect(alarm).toMatchObject({ kind: 'oa_authorisation', subject: OA, count: 1 });
    expect(alarm?.advice).toMatch(/npm run admin -- oa authorise.*"Cho phép"/);
    expect(alarm?.advice).not.toMatch(/r0|r1|a1/);
    clock.advance(HOUR);
    for (const one of [tokens, accessTokens(deps)]) {
      expect(await one.renew(OA, 'a1')).toEqual({ kind: 'refused' });
    }
    expect(await tokens.current(OA)).toEqual({ kind: 'refused' });
    expect(zalo.asked).toBe(3);
  });

  test('a refused refresh token leaves the access token in use while it lives', async () => {
    const tokens = await started();
    clock.advance(21 * HOUR);
    zalo.valid = 'taken by another environment';
    expect(await tokens.current(OA)).toEqual(token('a1'));
    expect(await tokens.current(OA)).toEqual(token('a1'));
    expect([zalo.asked, await raised()]).toEqual([2, [['oa_authorisation', OA]]]);
    clock.advance(5 * HOUR);
    expect(await tokens.current(OA)).toEqual({ kind: 'refused' });
  });

  test('after a new authorisation everything works and the next refresh clears the alarm', async () => {
    const tokens = await started();
    zalo.trouble.push({ spends: true, answer: unknown });
    await tokens.renew(OA, 'a1');
    const at = clock.now().getTime();
    await store.authorise(OA, {
      accessToken: 'new',
      refreshToken: zalo.valid,
      obtainedAt: at,
      expiresAt: at + 25 * HOUR,
    });
    expect(await tokens.current(OA)).toEqual(token('new'));
    clock.advance(21 * HOUR);
    expect(await tokens.current(OA)).toEqual(token('a3'));
    expect(await raised()).toEqual([]);
  });

  test('a crash between Zalo’s answer and the writing ends in one try and an alarm', async () => {
    await started();
    const at = clock.now().getTime();
    await store.noteUse(OA, (await store.lock(OA, at, 30_000)) ?? '', at);
    await zalo.refresh('r1');
    clock.advance(30_001);
    expect(await accessTokens(deps).current(OA)).toEqual(token('a1'));
    expect([zalo.asked, await raised()]).toEqual([3, [['oa_authorisation', OA]]]);
    expect(await accessTokens(deps).renew(OA, 'a1')).toEqual({ kind: 'refused' });
    expect(zalo.asked).toBe(3);
  });

  test('a crash before Zalo was asked is repaired without anyone noticing', async () => {
    await started();
    const at = clock.now().getTime();
    await store.noteUse(OA, (await store.lock(OA, at, 30_000)) ?? '', at);
    expect(await accessTokens(deps).current(OA)).toEqual(token('a2'));
    expect(await raised()).toEqual([]);
  });

  test('a configured token that Zalo refuses, or none at all, is an alarm once and not tried again', async () => {
    zalo.valid = 'r9';
    const tokens = accessTokens(deps);
    expect([await tokens.current(OA), await tokens.current(OA)]).toEqual([{ kind: 'refused' }, { kind: 'refused' }]);
    expect(zalo.asked).toBe(1);
    const without = accessTokens({ ...deps, initialRefreshToken: () => null });
    expect([await without.current('2'), await without.keepFresh('2')]).toEqual([
      { kind: 'refused' },
      { kind: 'refused' },
    ]);
    expect(zalo.asked).toBe(1);
    expect((await alarms.active()).map(({ subject, count }) => [subject, count])).toEqual([
      [OA, 1],
      ['2', 1],
    ]);
  });

  test('an error about the app is an alarm, yet the token is not given up', async () => {
    const tokens = await started();
    zalo.trouble.push({ spends: false, answer: failed(-14002) });
    expect((await tokens.renew(OA, 'a1')).kind).toBe('unavailable');
    expect((await alarms.active())[0]?.advice).toMatch(/ZALO_APP_SECRET/);
    clock.advance(HOUR);
    expect(await tokens.renew(OA, 'a1')).toEqual(token('a2'));
    expect(await raised()).toEqual([]);
  });

  test('a lock lost while Zalo was slow does not cost the new pair; an administrator’s newer one stays', async () => {
    const tokens = await started();
    zalo.trouble.push({ spends: false, answer: unknown, meanwhile: () => store.loseLock(OA) });
    expect(await tokens.renew(OA, 'a1')).toEqual(token('a2'));
    expect(await store.read(OA)).toMatchObject({ accessToken: 'a2', refreshToken: 'r2' });
    const pair = { accessToken: 'admin', refreshToken: 'radmin', obtainedAt: clock.now().getTime(), expiresAt: 1e15 };
    zalo.trouble.push({ spends: false, answer: unknown, meanwhile: () => store.authorise(OA, pair) });
    expect(await tokens.renew(OA, 'a2')).toEqual(token('admin'));
    expect(await store.read(OA)).toMatchObject({ refreshToken: 'radmin' });
  });

  test('a database that is busy for a moment does not cost the new pair', async () => {
    const tokens = await started();
    const { replace } = store;
    let failures = 2;
    store.replace = async (...args) => {
      if (failures-- > 0) throw new Error('SQLITE_BUSY');
      return replace(...args);
    };
    expect(await tokens.renew(OA, 'a1')).toEqual(token('a2'));
    store.replace = async () => Promise.reject(new Error('params: r3 a3'));
    const error: unknown = await tokens.renew(OA, 'a2').catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/could not be stored/);
    expect(String(error)).not.toMatch(/r3|a3/);
  });

  test('whoever waits for a refresher that died takes over when its lease ends', async () => {
    await started();
    await store.lock(OA, clock.now().getTime(), 20_000);
    const before = clock.now().getTime();
    expect(await accessTokens(deps).renew(OA, 'a1')).toEqual(token('a2'));
    expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(20_000);
  });

  test('a Zalo that refuses every new token does not get one made for each message', async () => {
    const tokens = await started();
    let result = await tokens.renew(OA, 'a1');
    for (let turn = 0; turn < 100 && result.kind === 'token'; turn++) result = await tokens.renew(OA, result.token);
    expect(result.kind).toBe('unavailable');
    expect(zalo.asked).toBeLessThan(50);
  });
});
