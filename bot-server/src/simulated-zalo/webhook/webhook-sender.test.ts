import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { webhookReceiver } from '../../../../tests/fakes/webhook-receiver.ts';
import { answerOf, zaloForTest } from '../../../../tests/fakes/zalo-caller.ts';
import { followed, unknownEvent } from '../events.ts';

/** Written from the platform notes, 2.3, without looking at the sender: the bytes as received, hashed piece by piece. */
function macOf(raw: string, secretKey: string): string {
  const event = JSON.parse(raw) as { app_id: string; timestamp: string };
  const hash = createHash('sha256');
  for (const part of [event.app_id, raw, event.timestamp, secretKey]) hash.update(Buffer.from(part, 'utf8'));
  return `mac=${hash.digest('hex')}`;
}

test('what a person writes is posted, signed over the raw body', async () => {
  const receiver = await webhookReceiver();
  const { control } = await zaloForTest({ webhook: { url: receiver.url }, accounts: [{ secretKey: 'bí mật' }] });
  const event = control.person('u1').writes('Cấp lại thẻ ở đâu?');
  await control.webhook.idle();
  const [post] = receiver.posts;
  expect(receiver.posts).toHaveLength(1);
  expect(JSON.parse(post!.raw)).toEqual(event);
  expect(post!.headers['x-zevent-signature']).toBe(macOf(post!.raw, 'bí mật'));
  expect(post!.headers).not.toHaveProperty('num_retry');
});

test('whatever is not answered with 200 comes again: the same body, counted', async () => {
  const receiver = await webhookReceiver(500, 'cut', 'hang');
  const { control } = await zaloForTest({
    webhook: { url: receiver.url, timeLimitMs: 60, retryAfterMs: [5, 5, 5, 5, 5] },
  });
  control.person('u1').writes('chào');
  await control.webhook.idle();
  expect(receiver.posts.map(({ headers }) => headers.num_retry)).toEqual([undefined, '1', '2', '3']);
  expect(new Set(receiver.posts.map(({ raw, headers }) => raw + headers['x-zevent-signature'])).size).toBe(1);
  expect(control.webhook.attempts.map(({ result }) => result)).toEqual([500, 'unreachable', 'late', 200]);
  expect(control.webhook.isSubscribed()).toBe(true);
});

test('after the last retry no events come until somebody enters the address again', async () => {
  const receiver = await webhookReceiver(500, 500, 500);
  const { control } = await zaloForTest({ webhook: { url: receiver.url, retryAfterMs: [1, 1] } });
  const person = control.person('u1');
  person.writes('một');
  await control.webhook.idle();
  expect(control.webhook.isSubscribed()).toBe(false);
  person.writes('hai');
  await control.webhook.idle();
  expect(receiver.posts).toHaveLength(3);
  control.webhook.setUrl(receiver.url);
  person.writes('ba');
  await control.webhook.idle();
  expect(receiver.posts.at(-1)?.raw).toContain('ba');
});

test('in the notes’ narrower reading only a connection that fails is tried again', async () => {
  const receiver = await webhookReceiver(500);
  const { control } = await zaloForTest({
    webhook: { url: receiver.url, retryAfterMs: [1], retriesRefusals: false },
  });
  control.person('u1').writes('chào');
  await control.webhook.idle();
  expect(receiver.posts).toHaveLength(1);
});

test('duplicates, unknown events and wrong signatures can be had', async () => {
  const receiver = await webhookReceiver();
  const { control } = await zaloForTest({ webhook: { url: receiver.url } });
  const frame = { appId: 'sim-app', oaId: control.oaId, userId: 'u1', at: 1_717_061_839_659 };
  control.deliver(followed(frame), { times: 3 });
  control.deliver(unknownEvent(frame), { signature: 'mac=00' });
  control.deliver(unknownEvent(frame), { signature: null });
  await control.webhook.idle();
  const names = receiver.posts.map(({ raw, headers }) => [
    (JSON.parse(raw) as { event_name: string }).event_name,
    headers['x-zevent-signature'] === macOf(raw, 'sim-oa-secret-1'),
  ]);
  expect(names.filter(([name]) => name === 'follow')).toEqual(Array(3).fill(['follow', true]));
  expect(names.filter(([name]) => name !== 'follow')).toEqual(Array(2).fill(['user_did_something_new', false]));
});

test('a message sent by API comes back as an echo with its id; one of the staff names its writer', async () => {
  const receiver = await webhookReceiver();
  const { control, call } = await zaloForTest({ webhook: { url: receiver.url } });
  control.person('u1').set({ follows: true });
  const { data } = await answerOf(call.send('u1', 'Dạ'));
  control.staffWrites('u1', 'Tôi là cán bộ', 'sim-official');
  await control.webhook.idle();
  const events = control.webhook.attempts.map(({ event }) => event);
  expect(events).toContainEqual(
    expect.objectContaining({
      event_name: 'oa_send_text',
      sender: { id: control.oaId },
      message: { text: 'Dạ', msg_id: (data as { message_id: string }).message_id },
    }),
  );
  expect(events).toContainEqual(
    expect.objectContaining({ sender: { id: control.oaId, admin_id: 'sim-official' }, recipient: { id: 'u1' } }),
  );
});

test('without echoes nothing comes back', async () => {
  const receiver = await webhookReceiver();
  const { control, call } = await zaloForTest({ webhook: { url: receiver.url, echoes: false } });
  control.person('u1').set({ follows: true });
  await call.send('u1', 'Dạ');
  await control.webhook.idle();
  expect(receiver.posts).toEqual([]);
});
