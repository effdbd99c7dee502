import { describe, expect, test } from 'vitest';
import * as events from './events.ts';

/** Ids and time of the samples in the platform notes, 2.6. */
const frame: events.EventFrame = {
  appId: '360846524940903967',
  oaId: '388613280878808645',
  userId: '246845883529197922',
  userIdByApp: '552177279717587730',
  at: 1_717_061_839_659,
};
const common = {
  app_id: '360846524940903967',
  user_id_by_app: '552177279717587730',
  timestamp: '1717061839659',
};
const fromUser = { ...common, sender: { id: frame.userId }, recipient: { id: frame.oaId } };
const msgId = '96d3cdf3af150460909';

describe('events have the documented shapes', () => {
  test('a text', () => {
    expect(events.userSentText(frame, { text: 'message', msgId })).toEqual({
      ...fromUser,
      event_name: 'user_send_text',
      message: { text: 'message', msg_id: msgId },
    });
  });

  test('a text that answers a message', () => {
    const event = events.userSentText(frame, { text: 'message', msgId, quoteMsgId: 'q1' });
    expect(event).toMatchObject({ message: { quote_msg_id: 'q1' } });
  });

  test('a photo with a caption, and without', () => {
    const photo = { type: 'image', payload: { thumbnail: expect.any(String), url: expect.any(String) } };
    expect(events.userSentAttachment(frame, 'image', { text: 'Ổ gà trước số 12', msgId })).toEqual({
      ...fromUser,
      event_name: 'user_send_image',
      message: { text: 'Ổ gà trước số 12', msg_id: msgId, attachments: [photo] },
    });
    expect(events.userSentAttachment(frame, 'image', { msgId })).not.toHaveProperty('message.text');
  });

  test.each([
    ['gif', ['thumbnail', 'url']],
    ['link', ['thumbnail', 'description', 'url']],
    ['audio', ['url']],
    ['video', ['url', 'thumbnail', 'description']],
    ['sticker', ['url', 'id']],
    ['location', ['coordinates']],
    ['file', ['size', 'name', 'checksum', 'type', 'url']],
  ] as const)('%s', (kind, fields) => {
    const { type, payload } = events.ATTACHMENTS[kind];
    expect([type, Object.keys(payload).sort()]).toEqual([kind, [...fields].sort()]);
    expect(events.userSentAttachment(frame, kind, { msgId }).event_name).toBe(`user_send_${kind}`);
  });

  test('a contact card is a link whose description is JSON', () => {
    const { type, payload } = events.ATTACHMENTS.business_card;
    expect([type, Object.keys(JSON.parse(payload.description))]).toEqual(['link', ['phone', 'qrCodeUrl']]);
  });

  test('following and no longer following', () => {
    const person = { ...common, oa_id: frame.oaId, follower: { id: frame.userId }, source: 'oa_profile' };
    expect(events.followed(frame)).toEqual({ ...person, event_name: 'follow' });
    expect(events.unfollowed(frame)).toEqual({ ...person, event_name: 'unfollow' });
  });

  test('opening the chat, and withdrawing', () => {
    const person = { ...common, user_id: frame.userId };
    expect(events.openedChat(frame)).toEqual({ ...person, oa_id: frame.oaId, event_name: 'user_click_chatnow' });
    expect(events.withdrew(frame)).toEqual({ ...person, event_name: 'user_withdraw' });
  });

  test('contact details', () => {
    expect(events.submittedInfo(frame)).toEqual({
      ...fromUser,
      event_name: 'user_submit_info',
      info: events.SAMPLE_INFO,
    });
  });

  test('seen goes from the person to the account, received the other way', () => {
    expect(events.userSawMessages(frame, ['a', 'b'])).toMatchObject({ ...fromUser, message: { msg_ids: ['a', 'b'] } });
    expect(events.userReceivedMessage(frame, 'a')).toMatchObject({
      ...{ sender: { id: frame.oaId }, recipient: { id: frame.userId }, message: { msg_id: 'a' } },
    });
  });

  test('what staff wrote names its writer, an echo does not', () => {
    const staff = events.oaSentText(frame, { text: 'Chào anh/chị', msgId }, 'staff-1');
    expect(staff).toEqual({
      ...common,
      sender: { id: frame.oaId, admin_id: 'staff-1' },
      recipient: { id: frame.userId },
      event_name: 'oa_send_text',
      message: { text: 'Chào anh/chị', msg_id: msgId },
    });
    expect(events.oaSentText(frame, { text: 'a', msgId }).sender).toEqual({ id: frame.oaId });
  });

  test('a group’s message goes to the group', () => {
    expect(events.groupText(frame, 'g1', { text: 'a', msgId })).toMatchObject({
      ...{ oa_id: frame.oaId, sender: { id: frame.userId }, recipient: { id: 'g1' } },
      event_name: 'user_send_group_text',
    });
  });
});
