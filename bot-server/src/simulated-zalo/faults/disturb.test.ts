import { describe, expect, test } from 'vitest';
import { answerOf, errorOf, type ZaloForTest, zaloForTest } from '../../../../tests/fakes/zalo-caller.ts';
import type { PlannedOutcome } from './outcomes.ts';

async function oneFollower(planned: PlannedOutcome): Promise<ZaloForTest> {
  const zalo = await zaloForTest();
  zalo.control.person('u1').set({ follows: true });
  zalo.control.nextOutcomes('send', planned);
  return zalo;
}

const arrived = ({ control }: ZaloForTest): string[] => control.delivered('u1').map(({ text }) => text);

describe('a planned fault meets the next request and no other', () => {
  test.each([-32, -100, -200, -204, -211, -216, -220, -224, -227, -234, -248, -321])('error %i', async (error) => {
    const zalo = await oneFollower({ kind: 'error', error });
    const answer = await zalo.call.send('u1', 'một');
    expect([answer.status, ((await answer.json()) as { error: number }).error]).toEqual([200, error]);
    expect(arrived(zalo)).toEqual([]);
    expect(await errorOf(zalo.call.send('u1', 'hai'))).toBe(0);
    expect(arrived(zalo)).toEqual(['hai']);
  });

  test.each([true, false])('-200 with the message delivered: %s', async (delivered) => {
    const zalo = await oneFollower({ kind: 'error', error: -200, delivered });
    expect(await errorOf(zalo.call.send('u1', 'một'))).toBe(-200);
    expect(arrived(zalo)).toEqual(delivered ? ['một'] : []);
  });

  test.each([true, false])('a gateway’s page instead of JSON, with the message delivered: %s', async (delivered) => {
    const zalo = await oneFollower({ kind: 'http', status: 502, delivered });
    const answer = await zalo.call.send('u1', 'một');
    expect(answer.status).toBe(502);
    await expect(answer.json()).rejects.toThrow();
    expect(arrived(zalo)).toEqual(delivered ? ['một'] : []);
  });

  test('401 with Zalo’s JSON', async () => {
    const zalo = await oneFollower({ kind: 'http', status: 401, json: true });
    const answer = await zalo.call.send('u1', 'một');
    expect([answer.status, await answer.json()]).toMatchObject([401, { error: -216 }]);
  });

  test.each([true, false])('a connection cut with the message delivered: %s', async (delivered) => {
    const zalo = await oneFollower({ kind: 'cut', delivered });
    await expect(zalo.call.send('u1', 'một')).rejects.toThrow('fetch failed');
    expect(arrived(zalo)).toEqual(delivered ? ['một'] : []);
    expect(zalo.control.count('send', 'cut')).toBe(1);
  });

  test.each([true, false])('broken JSON with the message delivered: %s', async (delivered) => {
    const zalo = await oneFollower({ kind: 'garbled', delivered });
    const answer = await zalo.call.send('u1', 'một');
    expect(answer.status).toBe(200);
    await expect(answer.json()).rejects.toThrow();
    expect(arrived(zalo)).toEqual(delivered ? ['một'] : []);
  });

  test('an answer that comes after the caller’s time limit, when the person has the message already', async () => {
    const zalo = await oneFollower({ kind: 'late', ms: 300 });
    const body = JSON.stringify({ recipient: { user_id: 'u1' }, message: { text: 'một' } });
    const impatient = fetch(`${zalo.url}/v2.0/oa/message`, {
      ...{ method: 'POST', headers: { access_token: zalo.token }, body, signal: AbortSignal.timeout(60) },
    });
    await expect(impatient).rejects.toThrow();
    expect(arrived(zalo)).toEqual(['một']);
  });

  test('late and lost: a 504', async () => {
    const zalo = await oneFollower({ kind: 'late', ms: 5, delivered: false });
    expect((await zalo.call.send('u1', 'một')).status).toBe(504);
    expect(arrived(zalo)).toEqual([]);
  });

  test('other operations are left alone', async () => {
    const zalo = await oneFollower({ kind: 'cut' });
    expect(await errorOf(zalo.call.get('/v2.0/oa/getoa'))).toBe(0);
    expect(zalo.control.outcomesLeft('send')).toBe(1);
  });
});

describe('faults by chance', () => {
  async function verdicts(seed: number): Promise<string[]> {
    const { control, call } = await zaloForTest({ seed, faults: { error32: 0.2, invalidToken: 0.2, http5xx: 0.1 } });
    control.person('u1').writes('chào');
    for (let count = 0; count < 200; count += 1) await (await call.send('u1', String(count))).text();
    const delivered = control.delivered('u1').length;
    expect(delivered).toBeGreaterThanOrEqual(control.count('send', '0'));
    return control.requests.map(({ verdict }) => verdict);
  }

  test('come about as often as asked, and the same again with the same seed', async () => {
    const first = await verdicts(7);
    const share = (of: (verdict: string) => boolean): number => first.filter(of).length / first.length;
    for (const error of ['-32', '-216']) {
      expect(share((verdict) => verdict === error)).toBeGreaterThan(0.12);
      expect(share((verdict) => verdict === error)).toBeLessThan(0.28);
    }
    expect(share((verdict) => verdict.startsWith('http 5'))).toBeGreaterThan(0.04);
    expect(share((verdict) => verdict === '0')).toBeGreaterThan(0.35);
    expect(await verdicts(7)).toEqual(first);
    expect(await verdicts(8)).not.toEqual(first);
  });

  test('spare the tokens unless that is asked for', async () => {
    const { call } = await zaloForTest({ faults: { cutAfterDelivery: 1 } });
    const form = { grant_type: 'refresh_token', refresh_token: 'sim-refresh-first-1' };
    expect((await call.oauth(form)).status).toBe(200);
  });

  test('end when the rates are taken away', async () => {
    const { control, call } = await zaloForTest({ faults: { error32: 1 } });
    expect(await errorOf(call.get('/v2.0/oa/getoa'))).toBe(-32);
    control.setFaults({});
    expect(await errorOf(call.get('/v2.0/oa/getoa'))).toBe(0);
  });
});

test('requests are counted by path and by what was told', async () => {
  const { control, call } = await zaloForTest();
  control.person('u1').writes('chào');
  await call.send('u1', 'một');
  await call.send('u1', 'hai');
  await call.send('stranger', 'ba');
  expect(control.table()).toEqual({ '/v2.0/oa/message 0': 2, '/v2.0/oa/message -213': 1 });
});

test('latency is felt', async () => {
  const { call } = await zaloForTest({ latency: { medianMs: 40 } });
  const began = performance.now();
  await answerOf(call.get('/v2.0/oa/getoa'));
  expect(performance.now() - began).toBeGreaterThanOrEqual(38);
});

test('a Zalo that is down refuses connections, and remembers everything when it is back', async () => {
  const { control, call } = await zaloForTest();
  control.person('u1').writes('chào');
  await control.goDown();
  await expect(call.send('u1', 'một')).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  await control.comeBack();
  expect(await errorOf(call.send('u1', 'hai'))).toBe(0);
  expect(control.delivered('u1')).toHaveLength(1);
});
