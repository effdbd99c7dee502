import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEnvelope } from './envelope.ts';
import { type EventReading, readZaloEvent } from './zalo-event.ts';

const [OA, USER, APP] = ['388613280878808645', '246845883529197922', '360846524940903967'];
const frame = { app_id: APP, user_id_by_app: '552177279717587730', timestamp: '1717061839659' };
const fromUser = { ...frame, sender: { id: USER }, recipient: { id: OA } };
const fromAccount = { ...frame, sender: { id: OA }, recipient: { id: USER } };

function read(body: object, oaIds: readonly string[] = [OA], server?: string): EventReading {
  const envelope = readEnvelope(Buffer.from(JSON.stringify(body)));
  if (envelope === null) throw new Error('no envelope');
  return readZaloEvent(envelope, oaIds, server);
}

function only(reading: EventReading) {
  if (reading.kind !== 'events' || reading.events.length !== 1) throw new Error(JSON.stringify(reading));
  return reading.events[0]!;
}

const text = { ...fromUser, event_name: 'user_send_text', message: { text: 'Xin chào', msg_id: '96d3cdf3' } };

test('a text becomes a chat event of the person and the account', () => {
  const event = only(read({ ...text, message: { ...text.message, quote_msg_id: 'q1' } }));
  expect(event).toEqual({
    ...{ id: event.id, oaId: OA, userId: USER, kind: 'text', text: 'Xin chào' },
    ...{ messageIds: ['96d3cdf3'], quotedMessageId: 'q1', at: 1717061839659 },
  });
  expect(event.id).toMatch(/^[\w-]{22}$/);
});

test.each([
  ['user_send_image', 'image'],
  ['user_send_gif', 'gif'],
  ['user_send_link', 'link'],
  ['user_send_audio', 'audio'],
  ['user_send_video', 'video'],
  ['user_send_sticker', 'sticker'],
  ['user_send_location', 'location'],
  ['user_send_business_card', 'business_card'],
  ['user_send_file', 'file'],
])('%s is %s, and nothing of the attachment is kept', (event_name, kind) => {
  const attachments = [
    { type: 'x', payload: { url: 'https://f6.photo.talk.zdn.vn/tep', description: '{"phone":"0912345678"}' } },
  ];
  const event = only(read({ ...fromUser, event_name, message: { msg_id: 'm1', attachments } }));
  expect(event).toMatchObject({ kind, text: null, userId: USER });
  expect(JSON.stringify(event)).not.toMatch(/zdn|09123/);
});

test('a photo keeps its caption; what is personal in it is masked', () => {
  const message = { text: 'Ổ gà trước số 12, gọi 0912345678', msg_id: 'm1' };
  expect(only(read({ ...fromUser, event_name: 'user_send_image', message })).text).toBe(
    'Ổ gà trước số 12, gọi [số điện thoại]',
  );
});

test('what the account sent is ours without an official, and an official’s words are not kept', () => {
  const sent = { ...fromAccount, event_name: 'oa_send_text', message: { text: 'Chào bác', msg_id: 'm2' } };
  expect(only(read(sent))).toMatchObject({ kind: 'own_message', userId: USER, oaId: OA, text: 'Chào bác' });
  const byStaff = { ...sent, sender: { id: OA, admin_id: '77' } };
  expect(only(read(byStaff))).toMatchObject({ kind: 'staff_message', userId: USER, text: null, messageIds: ['m2'] });
});

test.each(['user_seen_message', 'user_received_message'])(
  '%s names the person whichever side they stand on',
  (event_name) => {
    const message = event_name === 'user_seen_message' ? { msg_ids: ['b', 'a'] } : { msg_id: 'a' };
    const one = only(read({ ...fromUser, event_name, message }));
    const other = only(read({ ...fromAccount, event_name, message }));
    expect(one).toEqual(other);
    expect(one.userId).toBe(USER);
    expect(one.messageIds).toEqual(event_name === 'user_seen_message' ? ['a', 'b'] : ['a']);
  },
);

test('follow, unfollow, the first press on "Nhắn tin" and a form; the form itself is not kept', () => {
  const follow = { ...frame, oa_id: OA, follower: { id: USER }, source: 'oa_profile' };
  expect(only(read({ ...follow, event_name: 'follow' }))).toMatchObject({ kind: 'follow', userId: USER, oaId: OA });
  expect(only(read({ ...follow, event_name: 'unfollow' }))).toMatchObject({ kind: 'unfollow', userId: USER });
  const pressed = { ...frame, event_name: 'user_click_chatnow', oa_id: OA, user_id: USER };
  expect(only(read(pressed))).toMatchObject({ kind: 'opened_chat', userId: USER, messageIds: [] });
  const form = { ...fromUser, event_name: 'user_submit_info', info: { name: 'Nguyễn Văn A', phone: '84912345678' } };
  const event = only(read(form));
  expect(event).toMatchObject({ kind: 'submitted_info', text: null });
  expect(JSON.stringify(event)).not.toMatch(/Nguyễn|8491/);
});

test('a withdrawal that names no account concerns every account of ours, each once', () => {
  const body = { ...frame, event_name: 'user_withdraw', user_id: USER };
  expect(only(read(body))).toMatchObject({ kind: 'withdrawn', userId: USER, oaId: OA });
  const many = read(body, [OA, '2']);
  if (many.kind !== 'events') throw new Error(many.name);
  expect(many.events.map(({ oaId, userId }) => [oaId, userId])).toEqual([
    [OA, USER],
    ['2', USER],
  ]);
  expect(new Set(many.events.map(({ id }) => id)).size).toBe(2);
  expect(only(read({ ...body, oa_id: '2' }, [OA, '2'])).oaId).toBe('2');
  expect(read({ ...body, oa_id: '3' }, [OA, '2'])).toEqual({ kind: 'ignored', name: 'other_account' });
});

test('a repeated delivery has the same id; another event of the same message has another', () => {
  const again = only(read({ ...text, timestamp: '1717061999999' }));
  expect(again.id).toBe(only(read(text)).id);
  expect(only(read({ ...text, event_name: 'user_received_message' })).id).not.toBe(again.id);
  const seen = (msg_ids: string[]) =>
    only(read({ ...fromUser, event_name: 'user_seen_message', message: { msg_ids } })).id;
  expect(seen(['a', 'b'])).toBe(seen(['b', 'a']));
  expect(seen(['a'])).not.toBe(seen(['b']));
  const follow = (timestamp: string) =>
    only(read({ ...frame, timestamp, oa_id: OA, follower: { id: USER }, event_name: 'follow' })).id;
  expect(follow('1')).not.toBe(follow('2'));
});

test('ids and times as numbers are the same as strings', () => {
  const asNumbers = JSON.stringify(text).replaceAll(/"(\d{13,})"/g, '$1');
  const envelope = readEnvelope(Buffer.from(asNumbers))!;
  expect(only(readZaloEvent(envelope, [OA]))).toEqual(only(read(text)));
});

test.each([
  'anonymous_send_text',
  'oa_send_anonymous_text',
  'user_send_group_text',
  'oa_send_group_text',
  'create_group',
  'user_reacted_message',
  'update_user_info',
  'oa_send_consent',
  'add_user_to_tag',
])('%s concerns no chat', (event_name) => {
  expect(read({ ...fromUser, event_name, message: { text: 'x', msg_id: 'm' } })).toEqual({
    kind: 'ignored',
    name: event_name,
  });
});

test('receipts of paid templates, other accounts and broken bodies are ignored under a plain name', () => {
  const receipt = { ...fromAccount, event_name: 'user_received_message', message: { msg_id: 'z' } };
  expect(read(receipt, [OA], 'ZNS')).toEqual({ kind: 'ignored', name: 'user_received_message' });
  const tracked = { ...receipt, message: { msg_id: 'z', tracking_id: 't' } };
  expect(read(tracked)).toEqual({ kind: 'ignored', name: 'user_received_message' });
  expect(read(text, ['1'])).toEqual({ kind: 'ignored', name: 'other_account' });
  expect(read({ ...text, sender: 'x', recipient: null })).toEqual({ kind: 'ignored', name: 'malformed' });
  expect(read({ ...text, timestamp: 'soon' })).toEqual({ kind: 'ignored', name: 'malformed' });
  expect(read({ ...text, event_name: 'Anything 0912345678' })).toEqual({ kind: 'ignored', name: 'other' });
  expect(read({ ...text, event_name: '__proto__' })).toEqual({ kind: 'ignored', name: '__proto__' });
});

test('no body makes it throw', () => {
  const part = fc.oneof(fc.jsonValue(), fc.constant({ id: USER }), fc.constant({ id: OA, admin_id: '1' }));
  const body = fc.record(
    { sender: part, recipient: part, follower: part, message: part, oa_id: part, user_id: part, timestamp: part },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      body,
      fc.constantFrom('user_send_text', 'user_seen_message', 'follow', 'user_withdraw'),
      (rest, name) => {
        const envelope = readEnvelope(Buffer.from(JSON.stringify({ ...rest, event_name: name })));
        if (envelope !== null) expect(readZaloEvent(envelope, [OA]).kind).toMatch(/events|ignored/);
      },
    ),
  );
});
