import { describe, expect, test } from 'vitest';
import { movingClock } from '../../../../tests/fakes/moving-clock.ts';
import { answerOf, errorOf, zaloCaller, zaloForTest } from '../../../../tests/fakes/zalo-caller.ts';

const HOUR_MS = 3_600_000;
const V3 = '/v3.0/oa/message/cs';
const V2 = '/v2.0/oa/message';
const hello = { recipient: { user_id: 'u1' }, message: { text: 'Xin chào' } };

function withClock() {
  const clock = movingClock();
  return { clock, now: () => clock.now().getTime() };
}

describe('who may send by which path', () => {
  test('a state agency is served by v2 and refused by v3', async () => {
    const { control, call } = await zaloForTest();
    control.person('u1').writes('chào');
    expect(await errorOf(call.post(V3, hello))).toBe(-235);
    expect(control.delivered('u1')).toEqual([]);
    expect(await errorOf(call.post(V2, hello))).toBe(0);
  });

  test('a business account the other way round, also when the type changes while running', async () => {
    const { control, call } = await zaloForTest({ accounts: [{ type: 2 }] });
    control.person('u1').writes('chào');
    expect(await errorOf(call.post(V2, hello))).toBe(-240);
    expect(await errorOf(call.post(V3, hello))).toBe(0);
    control.setOaType(4);
    expect(await errorOf(call.post(V3, hello))).toBe(-235);
  });

  test('the bare path, and any other, is no interface', async () => {
    const { call } = await zaloForTest();
    const answer = await call.post('/v3.0/oa/message', hello);
    expect([answer.status, await answer.json()]).toEqual([404, { error: 404, message: 'empty or invalid API' }]);
  });
});

test('an answer names the message, and the person has it', async () => {
  const { control, call } = await zaloForTest();
  control.person('u1').writes('chào');
  const { error, data } = await answerOf(call.send('u1', 'Chào bà'));
  const [message] = control.delivered('u1');
  expect(error).toBe(0);
  expect(message).toMatchObject({ text: 'Chào bà', from: 'account', userId: 'u1', quota: 'reply' });
  expect(data).toMatchObject({ message_id: message?.messageId, user_id: 'u1', quota: { quota_type: 'reply' } });
});

test('only a known token in the header opens the door, and only while it lives', async () => {
  const { clock, now } = withClock();
  const { url, token, call, control } = await zaloForTest({ now });
  control.person('u1').writes('chào');
  expect(await errorOf(zaloCaller(url, 'made-up').send('u1', 'a'))).toBe(-216);
  const inQuery = await fetch(`${url}${V2}?access_token=${token}`, { method: 'POST', body: JSON.stringify(hello) });
  expect(await inQuery.json()).toMatchObject({ error: -216 });
  clock.advance(90_000 * 1000);
  expect(await errorOf(call.send('u1', 'a'))).toBe(-220);
  expect(control.delivered('u1')).toEqual([]);
});

test.each([
  ['no recipient', { message: { text: 'a' } }, -201],
  ['no message', { recipient: { user_id: 'u1' } }, -201],
  ['an empty text', { recipient: { user_id: 'u1' }, message: { text: ' ' } }, -201],
  ['a text that is a number', { recipient: { user_id: 'u1' }, message: { text: 5 } }, -201],
  ['no object', 'text', -201],
  ['2,001 characters', { recipient: { user_id: 'u1' }, message: { text: 'ă'.repeat(2001) } }, -210],
  ['2,000 characters', { recipient: { user_id: 'u1' }, message: { text: 'ă'.repeat(2000) } }, 0],
])('%s', async (_, body, error) => {
  const { control, call } = await zaloForTest();
  control.person('u1').writes('chào');
  expect(await errorOf(call.post(V2, body))).toBe(error);
  expect(control.delivered('u1')).toHaveLength(error === 0 ? 1 : 0);
});

describe('the window since the last interaction', () => {
  test('free for 48 hours, charged until the seventh day, closed after it, open again when the person writes', async () => {
    const { clock, now } = withClock();
    const { control, call } = await zaloForTest({ now, tokenLifeSeconds: 1e9 });
    const person = control.person('u1');
    person.writes('chào');
    clock.advance(48 * HOUR_MS);
    expect(await answerOf(call.send('u1', 'a'))).toMatchObject({ data: { quota: { quota_type: 'reply' } } });
    clock.advance(1);
    expect((await answerOf(call.send('u1', 'b'))).data).not.toHaveProperty('quota');
    clock.advance(5 * 24 * HOUR_MS - 1);
    expect(await errorOf(call.send('u1', 'c'))).toBe(0);
    clock.advance(1);
    expect(await errorOf(call.send('u1', 'd'))).toBe(-230);
    person.writes('còn đó không');
    expect(await errorOf(call.send('u1', 'e'))).toBe(0);
    expect(control.delivered('u1').map(({ text, quota }) => [text, quota])).toEqual([
      ['a', 'reply'],
      ['b', 'charged'],
      ['c', 'charged'],
      ['e', 'reply'],
    ]);
  });

  test('a stranger is refused; a follower who never interacted gets three messages', async () => {
    const { control, call } = await zaloForTest();
    expect(await errorOf(call.send('stranger', 'a'))).toBe(-213);
    control.person('u1').set({ follows: true });
    const errors = [];
    for (const text of ['1', '2', '3', '4']) errors.push(await errorOf(call.send('u1', text)));
    expect(errors).toEqual([0, 0, 0, -232]);
  });

  test('a person may be refused for a reason of their own', async () => {
    const { control, call } = await zaloForTest();
    control.person('u1').set({ refusal: -227 }).writes('chào');
    expect(await errorOf(call.send('u1', 'a'))).toBe(-227);
  });
});

test('more requests than a minute allows are refused until the next minute', async () => {
  const { clock, now } = withClock();
  const { control, call } = await zaloForTest({ now, accounts: [{ requestsPerMinute: 2 }] });
  control.person('u1').writes('chào');
  const first = await call.send('u1', '1');
  expect([first.headers.get('x-ratelimit-limit'), first.headers.get('x-ratelimit-remain')]).toEqual(['2', '1']);
  expect(await errorOf(call.send('u1', '2'))).toBe(0);
  expect(await errorOf(call.send('u1', '3'))).toBe(-32);
  clock.advance(60_000);
  expect(await errorOf(call.send('u1', '4'))).toBe(0);
  expect(control.delivered('u1').map(({ text }) => text)).toEqual(['1', '2', '4']);
});

describe('buttons', () => {
  const buttons = [{ title: 'Đúng', type: 'oa.query.show', payload: 'vâng' }];
  const message = { text: 'Phải không?', attachment: { type: 'template', payload: { buttons } } };

  test('on v2 a pressed button speaks for the person', async () => {
    const { control, call } = await zaloForTest();
    control.person('u1').writes('chào');
    expect(await errorOf(call.post(V2, { recipient: { user_id: 'u1' }, message }))).toBe(0);
    expect(control.person('u1').presses('Đúng')).toMatchObject({
      event_name: 'user_send_text',
      message: { text: 'vâng' },
    });
  });

  test('v3 does not take them', async () => {
    const { control, call } = await zaloForTest({ accounts: [{ type: 2 }] });
    control.person('u1').writes('chào');
    expect(await errorOf(call.post(V3, { recipient: { user_id: 'u1' }, message }))).toBe(-233);
  });
});

test('each account has its own tokens, people and messages', async () => {
  const { url, control } = await zaloForTest({ accounts: [{ oaId: 'one' }, { oaId: 'two', type: 2 }] });
  control.of('two').person('u1').writes('chào');
  const call = zaloCaller(url, control.of('two').issueTokens().access_token);
  expect(await errorOf(call.post(V3, hello))).toBe(0);
  expect(control.of('two').delivered('u1')).toHaveLength(1);
  expect(control.messages()).toEqual([]);
});
