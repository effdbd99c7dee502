import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../bot-server/src/adapters/clock/system-clock.ts';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { openState } from '../../bot-server/src/adapters/state/open-state.ts';
import { stateAlarms } from '../../bot-server/src/adapters/state/repos/alarms.ts';
import { stateOaTokens } from '../../bot-server/src/adapters/state/repos/oa-tokens.ts';
import { oauthClient } from '../../bot-server/src/adapters/zalo/oauth-client.ts';
import { openapiClient } from '../../bot-server/src/adapters/zalo/openapi-client.ts';
import { accessTokens } from '../../bot-server/src/oa-tokens/access-token.ts';
import type { Access } from '../../bot-server/src/ports/access.ts';
import type { SimulatedZaloOptions } from '../../bot-server/src/simulated-zalo/settings.ts';
import { startSimulatedZalo } from '../../bot-server/src/simulated-zalo/start-simulated-zalo.ts';
import { deliveryDesk, OA, stateForTest } from '../fakes/delivery-desk.ts';

const HOUR = 3_600_000;

/** Two processes' worth of tokens: a connection, a memory and a client each, over one state file and one Zalo. */
async function twoProcesses(options: SimulatedZaloOptions = {}) {
  const zalo = await startSimulatedZalo({ oauthLatency: { medianMs: 60, p99Ms: 150 }, ...options });
  onTestFinished(() => zalo.stop());
  const { file } = await stateForTest();
  const makeProcess = async () => {
    const state = await openState({ kind: 'sqlite', file });
    onTestFinished(() => state.close());
    const [store, alarms] = [stateOaTokens(state, randomIds), stateAlarms(state, systemClock)];
    const oauth = oauthClient({ oauthUrl: zalo.url, appId: 'sim-app', appSecret: 'sim-app-secret', fetch });
    const initialRefreshToken = () => 'sim-refresh-first-1';
    const tokens = accessTokens({ store, oauth, alarms, clock: systemClock, initialRefreshToken, wait });
    return { tokens, store, alarms, oauth };
  };
  const client = openapiClient({ openapiUrl: zalo.url, fetch });
  return {
    ...{ zalo, control: zalo.control, first: await makeProcess(), second: await makeProcess(), makeProcess },
    /** What Zalo says to the token: 0 = it works. */
    async tried(access: Access): Promise<number | string> {
      if (access.kind !== 'token') return access.kind;
      const answer = await client.account(access.token);
      return answer.kind === 'answered' ? answer.error : answer.kind;
    },
  };
}

function tokenOf(access: Access): string {
  if (access.kind !== 'token') throw new Error(`no token: ${access.kind}`);
  return access.token;
}

describe('two processes over one state file', () => {
  test('start at once, lose the token again and again, many senders each: one refresh at a time, everybody speaks', async () => {
    const { control, first, second, tried } = await twoProcesses();
    const both = [first.tokens, second.tokens];
    const started = await Promise.all(both.map((tokens) => tokens.current(OA)));
    expect(await Promise.all(started.map(tried))).toEqual([0, 0]);
    expect(control.count('oauth')).toBe(1);
    let bad = tokenOf(await first.tokens.current(OA));
    for (let round = 1; round <= 4; round += 1) {
      control.revokeAccessTokens();
      const senders = both.flatMap((tokens) => Array.from({ length: 8 }, () => tokens.renew(OA, bad)));
      const renewed = await Promise.all(senders);
      expect(await Promise.all(renewed.map(tried))).toEqual(senders.map(() => 0));
      expect(new Set(renewed.map(tokenOf)).size).toBe(1);
      expect(control.count('oauth')).toBe(1 + round);
      bad = tokenOf(await second.tokens.current(OA));
    }
    expect(control.mostAtOnce('oauth')).toBe(1);
    expect(await first.alarms.active()).toEqual([]);
  });

  test('one of them is behind and asks with an older token: it gets the living one, without a refresh', async () => {
    const { control, first, second, tried } = await twoProcesses();
    const old = tokenOf(await first.tokens.current(OA));
    control.revokeAccessTokens();
    await first.tokens.renew(OA, old);
    expect(await tried(await second.tokens.renew(OA, old))).toBe(0);
    expect(control.count('oauth')).toBe(2);
  });

  test('an answer that was lost before Zalo acted is asked for again; both speak, no alarm', async () => {
    const { control, first, second, tried } = await twoProcesses();
    const old = tokenOf(await first.tokens.current(OA));
    control.revokeAccessTokens();
    control.nextOutcomes('oauth', { kind: 'cut', delivered: false });
    const renewed = await Promise.all([first.tokens.renew(OA, old), second.tokens.renew(OA, old)]);
    expect(await Promise.all(renewed.map(tried))).toEqual([0, 0]);
    expect([control.count('oauth'), control.mostAtOnce('oauth'), await second.alarms.active()]).toEqual([3, 1, []]);
  });

  test.each([
    ['cut', { kind: 'cut', delivered: true }],
    ['garbled', { kind: 'garbled', delivered: true }],
    ['502', { kind: 'http', status: 502, delivered: true }],
  ] as const)(
    'an answer that was lost after Zalo acted (%s) costs the pair: both stop, one alarm, no hammering',
    async (_name, outcome) => {
      const { control, first, second } = await twoProcesses();
      const old = tokenOf(await first.tokens.current(OA));
      control.nextOutcomes('oauth', outcome);
      const renewed = await Promise.all([first.tokens.renew(OA, old), second.tokens.renew(OA, old)]);
      expect(renewed.map(({ kind }) => kind)).toEqual(['refused', 'refused']);
      for (const { tokens } of [first, second, first, second]) await tokens.renew(OA, old);
      expect([control.count('oauth'), control.mostAtOnce('oauth')]).toEqual([3, 1]);
      expect(await second.alarms.active()).toMatchObject([
        { kind: 'oa_authorisation', subject: OA, count: 1, advice: expect.stringMatching(/oa authorise.*"Cho phép"/) },
      ]);
    },
  );

  test('gone after noting the use, before Zalo was asked: the next process refreshes, nobody notices', async () => {
    const { control, first, makeProcess, tried } = await twoProcesses();
    const old = tokenOf(await first.tokens.current(OA));
    const past = Date.now() - 60_000;
    const lock = await first.store.lock(OA, past, 30_000);
    await first.store.noteUse(OA, lock ?? '', past);
    const next = await makeProcess();
    const access = await next.tokens.current(OA);
    expect(await tried(access)).toBe(0);
    expect(tokenOf(access)).not.toBe(old);
    expect([control.count('oauth'), await next.alarms.active()]).toEqual([2, []]);
  });

  test('gone between Zalo’s answer and the write: the next process finds out with one request and raises the alarm', async () => {
    const { control, first, makeProcess } = await twoProcesses();
    const old = tokenOf(await first.tokens.current(OA));
    const past = Date.now() - 60_000;
    const lock = await first.store.lock(OA, past, 30_000);
    await first.store.noteUse(OA, lock ?? '', past);
    await first.oauth.refresh((await first.store.read(OA))?.refreshToken ?? '');
    const next = await makeProcess();
    await next.tokens.current(OA);
    expect(await next.tokens.renew(OA, old)).toEqual({ kind: 'refused' });
    expect(control.count('oauth')).toBe(3);
    expect(await first.alarms.active()).toMatchObject([{ kind: 'oa_authorisation', subject: OA }]);
  });
});

describe('messages while the account’s permission is in trouble', () => {
  test('a refused refresh: sending goes on while the access token lives, then waits; after authorising it all arrives', async () => {
    const desk = await deliveryDesk();
    desk.clock.advance(21 * HOUR);
    desk.control.revokeRefreshTokens();
    desk.control.person('nguoi-1').writes('Còn đó không?');
    await desk.add('Một');
    await desk.sendDue();
    expect(desk.arrived()).toEqual(['Một']);
    const [alarm] = await desk.alarms.active();
    expect(alarm).toMatchObject({ kind: 'oa_authorisation', subject: OA, count: 1 });
    expect(alarm?.advice).toMatch(/-14020.*npm run admin -- oa authorise.*"Cho phép"/);

    desk.clock.advance(5 * HOUR);
    const id = await desk.add('Hai');
    await desk.sendAll(10 * HOUR);
    expect(await desk.row(id)).toMatchObject({ status: 'pending', verdict: 'no_token', attempts: 0 });
    expect([desk.arrived(), desk.sends(), desk.control.count('oauth')]).toEqual([['Một'], 1, 1]);

    await desk.authorise();
    await desk.sendAll();
    expect(desk.arrived()).toEqual(['Một', 'Hai']);
    desk.clock.advance(21 * HOUR);
    expect((await desk.access.keepFresh(OA)).kind).toBe('token');
    expect(await desk.alarmNames()).toEqual([]);
  });

  test('Zalo’s OAuth is away for an hour while the token runs out: no alarm, everything arrives when it is back', async () => {
    const desk = await deliveryDesk();
    desk.control.revokeAccessTokens();
    desk.control.nextOutcomes('oauth', ...Array.from({ length: 400 }, () => ({ kind: 'http', status: 503 }) as const));
    const id = await desk.add('Một');
    await desk.sendAll(HOUR);
    expect((await desk.row(id)).status).toBe('pending');
    expect(desk.control.count('oauth')).toBeLessThan(300);
    await desk.sendAll();
    expect([desk.arrived(), await desk.alarmNames()]).toEqual([['Một'], []]);
  });
});
