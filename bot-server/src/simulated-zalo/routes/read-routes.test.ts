import { describe, expect, test } from 'vitest';
import { movingClock } from '../../../../tests/fakes/moving-clock.ts';
import { answerOf, errorOf, type ZaloForTest, zaloForTest } from '../../../../tests/fakes/zalo-caller.ts';

interface Line {
  message_id: string;
  src: number;
  time: number;
  message: string;
  type: string;
  from_id: string;
  to_id: string;
}

async function lines({ call }: ZaloForTest, path: string, data: unknown): Promise<Line[]> {
  return (await answerOf(call.get(path, data))).data as Line[];
}
const CONVERSATION = '/v2.0/oa/conversation';
const RECENT = '/v2.0/oa/listrecentchat';

describe('the conversation with a person', () => {
  test('has both sides and the staff, newest first, with the ids that sending gave', async () => {
    const clock = movingClock();
    const zalo = await zaloForTest({ now: () => clock.now().getTime() });
    const { control, call } = zalo;
    control.person('u1').writes('một');
    clock.advance(1000);
    const { data } = await answerOf(call.send('u1', 'hai'));
    clock.advance(1000);
    control.staffWrites('u1', 'ba');
    control.person('other').writes('khác');
    const chat = await lines(zalo, CONVERSATION, { user_id: 'u1', offset: 0, count: 10 });
    expect(chat.map(({ message, src, from_id }) => [message, src, from_id])).toEqual([
      ['ba', 0, control.oaId],
      ['hai', 0, control.oaId],
      ['một', 1, 'u1'],
    ]);
    expect(chat[1]).toMatchObject({ message_id: (data as { message_id: string }).message_id, type: 'text' });
    expect((chat[1]?.time ?? 0) - (chat[2]?.time ?? 0)).toBe(1000);
  });

  test('comes ten at a time', async () => {
    const zalo = await zaloForTest();
    for (let count = 1; count <= 12; count += 1) zalo.control.person('u1').writes(String(count));
    expect(await errorOf(zalo.call.get(CONVERSATION, { user_id: 'u1', count: 11 }))).toBe(-210);
    const first = await lines(zalo, CONVERSATION, { user_id: 'u1' });
    const rest = await lines(zalo, CONVERSATION, { user_id: 'u1', offset: 10, count: 10 });
    expect([first[0]?.message, first.length]).toEqual(['12', 10]);
    expect(rest.map(({ message }) => message)).toEqual(['2', '1']);
  });

  test('of a stranger is empty; without a person it is an error', async () => {
    const zalo = await zaloForTest();
    expect(await lines(zalo, CONVERSATION, { user_id: 'nobody' })).toEqual([]);
    expect(await errorOf(zalo.call.get(CONVERSATION))).toBe(-201);
    expect(await errorOf(zalo.call.get(`${CONVERSATION}?data=%7Bbroken`))).toBe(-201);
  });

  test('may lag behind what was sent', async () => {
    const clock = movingClock();
    const zalo = await zaloForTest({ now: () => clock.now().getTime(), conversationLagMs: 3000 });
    zalo.control.person('u1').writes('một');
    expect(await lines(zalo, CONVERSATION, { user_id: 'u1' })).toEqual([]);
    clock.advance(3000);
    expect(await lines(zalo, CONVERSATION, { user_id: 'u1' })).toHaveLength(1);
  });
});

test('the recent chats are the last message of each person, newest first', async () => {
  const zalo = await zaloForTest();
  for (const [person, text] of [
    ['a', 'một'],
    ['b', 'hai'],
    ['a', 'ba'],
  ] as const) {
    zalo.control.person(person).writes(text);
  }
  expect((await lines(zalo, RECENT, { offset: 0, count: 10 })).map(({ message }) => message)).toEqual(['ba', 'hai']);
});

test('the account says what it is, and that it is a simulation', async () => {
  const { call, control } = await zaloForTest({ accounts: [{ type: 2 }] });
  control.person('u1').follows();
  expect((await answerOf(call.get('/v2.0/oa/getoa'))).data).toMatchObject({
    oaid: control.oaId,
    name: expect.stringContaining('mô phỏng'),
    oa_type: 2,
    num_follower: 1,
  });
});

test('what the account holds about a person can be read, and erased', async () => {
  const { call, control } = await zaloForTest();
  control.person('u1').submitsInfo();
  const detail = async () => (await answerOf(call.get('/v3.0/oa/user/detail', { user_id: 'u1' }))).data;
  expect(await detail()).toMatchObject({ user_id: 'u1', shared_info: { phone: '84900000000' } });
  expect(await errorOf(call.post('/v2.0/oa/deletefollowerinfo', { user_id: 'u1' }))).toBe(0);
  expect(await detail()).toMatchObject({ shared_info: {} });
  expect(await errorOf(call.post('/v2.0/oa/deletefollowerinfo', {}))).toBe(-201);
});

test('the quota tells when the person last interacted', async () => {
  const clock = movingClock();
  const { call, control } = await zaloForTest({ now: () => clock.now().getTime() });
  control.person('u1').writes('chào');
  const at = clock.now().getTime();
  clock.advance(5000);
  expect((await answerOf(call.post('/v3.0/oa/quota/message', { user_id: 'u1' }))).data).toMatchObject({
    last_interaction: at,
  });
});
