import type { ChatEvent } from '@phuong-so/shared/domain/chat';
import { beforeEach, expect, test } from 'vitest';
import { movingClock } from '../../../tests/fakes/moving-clock.ts';
import { prometheusMetrics } from '../adapters/metrics/prometheus-metrics.ts';
import type { Alarm, Alarms } from '../ports/alarms.ts';
import { unknownEvent, userSentText, type ZaloEvent } from '../simulated-zalo/events.ts';
import { signEvent } from '../simulated-zalo/sign-event.ts';
import { ZALO_WEBHOOK_PATH, type ZaloWebhookDeps, zaloWebhook } from './zalo-webhook.ts';

const ACCOUNT = { oaId: 'oa-1', secretKey: 'secret of oa-1' };
const frame = { appId: 'app-1', oaId: 'oa-1', userId: 'u-1', at: 1_770_000_000_000 };
const EVENT = userSentText(frame, { text: 'hạn nộp báo cáo?', msgId: 'm-1' });

let stored: ChatEvent[];
let raised: Pick<Alarm, 'kind' | 'subject' | 'advice'>[];
let deps: ZaloWebhookDeps;
const alarms: Alarms = {
  async raise(kind, subject, advice) {
    raised.push({ kind, subject, advice });
  },
  clear: async () => {},
  active: async () => [],
};

beforeEach(() => {
  stored = [];
  raised = [];
  deps = {
    ...{ appId: 'app-1', appSecret: 'secret of the app', accounts: [ACCOUNT], alarms },
    accept: async (event) => void stored.push(event),
    metrics: prometheusMetrics(() => 0),
    clock: movingClock(),
    log: { warn() {} },
  };
});

function post(event: ZaloEvent | string, secret = ACCOUNT.secretKey, headers: Record<string, string> = {}) {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const timestamp = typeof event === 'string' ? '' : event.timestamp;
  const mac = signEvent(body, { appId: 'app-1', timestamp, oaSecretKey: secret });
  return zaloWebhook(deps).request(ZALO_WEBHOOK_PATH, {
    method: 'POST',
    body,
    headers: { 'x-zevent-signature': mac, ...headers },
  });
}

test('a signed message is stored and answered 200', async () => {
  const reply = await post(EVENT);
  expect(reply.status).toBe(200);
  expect(stored).toMatchObject([{ oaId: 'oa-1', userId: 'u-1', kind: 'text', text: 'hạn nộp báo cáo?' }]);
});

test('an event that nobody knows is answered 200 and counted', async () => {
  expect((await post(unknownEvent(frame, 'user_did_something_new'))).status).toBe(200);
  expect(stored).toEqual([]);
  expect(await deps.metrics.text()).toContain('zalo_events_total{kind="ignored"} 1');
});

test('a wrong signature is refused, and the alarm says that the app secret was used', async () => {
  expect((await post(EVENT, 'secret of the app')).status).toBe(401);
  expect(stored).toEqual([]);
  expect(raised).toMatchObject([{ kind: 'webhook_signature', subject: 'app_secret' }]);
  expect(raised[0]?.advice).toContain('ZALO_OA_SECRET_KEY');
  expect(JSON.stringify(raised)).not.toContain('secret of');
});

test('a flood of wrong signatures raises one alarm a minute', async () => {
  const app = zaloWebhook(deps);
  const body = JSON.stringify(EVENT);
  const send = () =>
    app.request(ZALO_WEBHOOK_PATH, {
      method: 'POST',
      body,
      headers: { 'x-zevent-signature': `mac=${'0'.repeat(64)}` },
    });
  for (let count = 0; count < 5; count += 1) expect((await send()).status).toBe(401);
  expect(raised).toHaveLength(1);
  (deps.clock as ReturnType<typeof movingClock>).advance(60_000);
  await send();
  expect(raised).toHaveLength(2);
});

test('a signed event of another app is refused', async () => {
  const other = userSentText({ ...frame, appId: 'app-2' }, { text: 'x', msgId: 'm' });
  const body = JSON.stringify(other);
  const mac = signEvent(body, { appId: 'app-2', timestamp: other.timestamp, oaSecretKey: ACCOUNT.secretKey });
  const reply = await zaloWebhook(deps).request(ZALO_WEBHOOK_PATH, {
    method: 'POST',
    body,
    headers: { 'x-zevent-signature': mac },
  });
  expect(reply.status).toBe(401);
  expect(raised[0]?.subject).toBe('other_app');
});

test.each(['', 'null', '[]', '{"event_name":', '{"event_name":{"a":1}}'])('%j is no event', async (body) => {
  expect((await post(body)).status).toBe(400);
});

test('a body of more than 256 kB is refused unread', async () => {
  expect((await post(' '.repeat(300_000))).status).toBe(413);
});

test('what could not be stored is not answered 200, so that Zalo sends it again', async () => {
  deps = {
    ...deps,
    accept: async () => {
      throw new Error('database or disk is full');
    },
  };
  expect((await post(EVENT)).status).toBe(503);
});

test('a store that hangs is answered before Zalo gives up', async () => {
  deps = { ...deps, accept: () => new Promise(() => {}) };
  const started = performance.now();
  expect((await post(EVENT)).status).toBe(503);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('without an account everything is refused', async () => {
  deps = { ...deps, accounts: [] };
  expect((await post(EVENT)).status).toBe(503);
});

test('withdrawal carries no account: it goes to every account that the secret belongs to, and to no other', async () => {
  const shared = { oaId: 'oa-2', secretKey: ACCOUNT.secretKey };
  deps = { ...deps, accounts: [ACCOUNT, shared, { oaId: 'oa-3', secretKey: 'another' }] };
  const event: ZaloEvent = {
    app_id: 'app-1',
    event_name: 'user_withdraw',
    user_id: 'u-1',
    timestamp: '1770000000000',
  } as ZaloEvent;
  expect((await post(event)).status).toBe(200);
  expect(stored.map(({ oaId, kind }) => [oaId, kind])).toEqual([
    ['oa-1', 'withdrawn'],
    ['oa-2', 'withdrawn'],
  ]);
});
