import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { movingClock } from '../../../tests/fakes/moving-clock.ts';
import { rememberedAlarms } from '../../../tests/fakes/remembered-alarms.ts';
import { MINI_APP_WEBHOOK_PATH, type MiniAppWebhookDeps, miniAppWebhook } from './mini-app-webhook.ts';

const KEY = 'open-api-key';
const REVOKED = { event: 'user.revoke.consent', appId: 'app-1', userId: '4242', timestamp: 1670553442564 };

/** By hand, as the platform describes it: values in the order of their keys, then the key. */
function signed(values: readonly string[], key = KEY): string {
  return createHash('sha256')
    .update(`${values.join('')}${key}`)
    .digest('hex');
}
const SIGNATURE = signed(['app-1', 'user.revoke.consent', '1670553442564', '4242']);

function webhook(change: Partial<MiniAppWebhookDeps> = {}) {
  const revoked: [string, number][] = [];
  const counted: string[] = [];
  const warned: unknown[] = [];
  const alarms = rememberedAlarms();
  const app = miniAppWebhook({
    ...{ miniAppId: 'app-1', apiKey: KEY, clock: movingClock(), alarms },
    revoke: async (userId, at) => void revoked.push([userId, at]),
    metrics: {
      count: (name, labels) => void counted.push(`${name} ${Object.values(labels ?? {}).join()}`),
      observe: () => {},
      gauge: () => {},
      text: async () => '',
    },
    log: { warn: (event, fields) => void warned.push([event, fields]) },
    ...change,
  });
  const send = async (body: unknown, signature: string | null = SIGNATURE) => {
    const response = await app.request(MINI_APP_WEBHOOK_PATH, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: signature === null ? {} : { 'X-ZEvent-Signature': signature },
    });
    return response.status;
  };
  const alarmed = async () => (await alarms.active()).map(({ subject }) => subject);
  return { send, revoked, counted, warned, alarms, alarmed };
}

test('who takes their consent back is erased before the answer, whatever order the fields come in', async () => {
  const { send, revoked, counted } = webhook();
  expect(await send(REVOKED)).toBe(200);
  expect(await send(Object.fromEntries(Object.entries(REVOKED).reverse()), `mac=${SIGNATURE.toUpperCase()}`)).toBe(200);
  expect(revoked).toEqual([
    ['4242', 1670553442564],
    ['4242', 1670553442564],
  ]);
  expect(counted).toEqual(Array(2).fill('zalo_mini_app_events_total consent_revoked'));
});

test('an id wider than a number of JavaScript keeps its digits', async () => {
  const { send, revoked } = webhook();
  const body = JSON.stringify(REVOKED).replace('"4242"', '3456789012345678901');
  const signature = signed(['app-1', 'user.revoke.consent', '1670553442564', '3456789012345678901']);
  expect(await send(body, signature)).toBe(200);
  expect(revoked[0]?.[0]).toBe('3456789012345678901');
});

test('not erased is not confirmed: it is to be sent again', async () => {
  const { send, counted, warned } = webhook({
    revoke: async () => {
      throw new Error('disk of 4242 is full');
    },
  });
  expect(await send(REVOKED)).toBe(503);
  expect(counted).toEqual(['zalo_mini_app_refused_total not_erased']);
  expect(JSON.stringify(warned)).not.toContain('4242');
});

test.each([
  ['no signature', null],
  ['another key', signed(['app-1', 'user.revoke.consent', '1670553442564', '4242'], 'x')],
  ['rubbish', 'mac=12'],
])('%s is refused, and an operator is told once', async (_, signature) => {
  const { send, revoked, alarmed, warned } = webhook();
  expect([await send(REVOKED, signature), await send(REVOKED, signature)]).toEqual([401, 401]);
  expect(revoked).toEqual([]);
  expect(await alarmed()).toEqual(['mini_app_signature']);
  expect(warned).toHaveLength(1);
});

test('a changed field is refused; an event of another Mini App too, though its signature fits', async () => {
  const { send, revoked, alarmed } = webhook();
  expect(await send({ ...REVOKED, userId: '4243' })).toBe(401);
  const other = signed(['app-2', 'user.revoke.consent', '1670553442564', '4242']);
  expect(await send({ ...REVOKED, appId: 'app-2' }, other)).toBe(401);
  expect(revoked).toEqual([]);
  expect(await alarmed()).toEqual(['mini_app_signature', 'mini_app_other_app']);
});

test('a good signature ends its own alarms and leaves those of the chat’s webhook', async () => {
  const { send, alarms, alarmed } = webhook();
  await alarms.raise('webhook_signature', 'app_secret', 'x');
  await send(REVOKED, null);
  await send(REVOKED);
  await expect.poll(alarmed).toEqual(['app_secret']);
});

test('what is not for us is confirmed and counted', async () => {
  const { send, revoked, counted } = webhook();
  const review = {
    event: 'versions.review.done',
    appId: 'app-1',
    versionId: '7',
    status: -1,
    timestamp: 5,
    extra: { b: 1 },
  };
  expect(await send(review, signed(['app-1', 'versions.review.done', '{"b":1}', '-1', '5', '7']))).toBe(200);
  const without = { event: 'user.revoke.consent', appId: 'app-1', timestamp: 5 };
  expect(await send(without, signed(['app-1', 'user.revoke.consent', '5']))).toBe(200);
  expect(revoked).toEqual([]);
  expect(counted).toEqual(['zalo_mini_app_events_total other', 'zalo_mini_app_events_total unreadable']);
});

test.each(['', '[]', '{', 'null', '"x"'])('%j is no event', async (body) => {
  expect(await webhook().send(body)).toBe(400);
});

test('without id or key nothing is accepted', async () => {
  expect(await webhook({ apiKey: null }).send(REVOKED)).toBe(503);
  expect(await webhook({ miniAppId: null }).send(REVOKED)).toBe(503);
});

test('a body beyond any event is not read', async () => {
  expect(await webhook().send(JSON.stringify({ ...REVOKED, x: 'a'.repeat(70_000) }))).toBe(413);
});
