/**
 * The events that Zalo posts to a webhook, in the shapes of the platform notes, 2.4 to 2.6. Pure: ids and times come from
 * the caller, so that a test can make the event of a recorded day.
 */

/** Who and when. `at` in epoch milliseconds; Zalo writes it, and every id, as a string. */
export interface EventFrame {
  readonly appId: string;
  readonly oaId: string;
  readonly userId: string;
  readonly userIdByApp?: string;
  readonly at: number;
}

export interface ZaloEvent {
  readonly app_id: string;
  readonly event_name: string;
  readonly timestamp: string;
  readonly [field: string]: unknown;
}

export interface SentMessage {
  readonly msgId: string;
  readonly text?: string;
  readonly quoteMsgId?: string;
}

export function userSentText(frame: EventFrame, message: SentMessage & { readonly text: string }): ZaloEvent {
  return fromUser(frame, 'user_send_text', { message: messageFields(message) });
}

/** Media of simulated messages. The domain ends in ".invalid": nobody can fetch it by accident. */
const MEDIA = 'https://mo-phong.invalid';

/** What a person can send besides text, with an attachment as it looks in the event. Source: platform notes, 2.6. */
export const ATTACHMENTS = {
  image: { type: 'image', payload: { thumbnail: `${MEDIA}/nho.jpg`, url: `${MEDIA}/anh.jpg` } },
  gif: { type: 'gif', payload: { thumbnail: `${MEDIA}/nho.jpg`, url: `${MEDIA}/dong.gif` } },
  link: {
    type: 'link',
    payload: { thumbnail: `${MEDIA}/nho.jpg`, description: 'Trang mô phỏng', url: `${MEDIA}/trang` },
  },
  audio: { type: 'audio', payload: { url: `${MEDIA}/tieng.amr` } },
  video: { type: 'video', payload: { url: `${MEDIA}/phim.mp4`, thumbnail: `${MEDIA}/nho.jpg`, description: '' } },
  sticker: { type: 'sticker', payload: { url: `${MEDIA}/hinh-dan.png`, id: '46941' } },
  location: { type: 'location', payload: { coordinates: { latitude: '10.7769', longitude: '106.7009' } } },
  business_card: {
    type: 'link',
    payload: {
      thumbnail: `${MEDIA}/nho.jpg`,
      description: '{"phone":"84900000000","qrCodeUrl":"https://mo-phong.invalid/qr.png"}',
      url: `${MEDIA}/danh-thiep`,
    },
  },
  file: {
    type: 'file',
    payload: {
      size: '18321',
      name: 'mo-phong.pdf',
      checksum: '00000000000000000000000000000000',
      type: 'pdf',
      url: `${MEDIA}/mo-phong.pdf`,
    },
  },
} as const satisfies Record<string, Attachment>;
export type AttachmentKind = keyof typeof ATTACHMENTS;

export interface Attachment {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** `user_send_image`, `user_send_sticker` … A caption goes into `text`. */
export function userSentAttachment(
  frame: EventFrame,
  kind: AttachmentKind,
  message: SentMessage,
  attachments: readonly Attachment[] = [ATTACHMENTS[kind]],
): ZaloEvent {
  return fromUser(frame, `user_send_${kind}`, { message: { ...messageFields(message), attachments } });
}

/** Echo of a message of ours, or with `adminId` a message that staff wrote in OA Manager. Source: platform notes, 2.2. */
export function oaSentText(
  frame: EventFrame,
  message: SentMessage & { readonly text: string },
  adminId?: string,
): ZaloEvent {
  const sender = adminId === undefined ? { id: frame.oaId } : { id: frame.oaId, admin_id: adminId };
  return fromAccount(frame, 'oa_send_text', { sender, message: messageFields(message) });
}

export function userReceivedMessage(frame: EventFrame, msgId: string): ZaloEvent {
  return fromAccount(frame, 'user_received_message', { message: { msg_id: msgId } });
}

export function userSawMessages(frame: EventFrame, msgIds: readonly string[]): ZaloEvent {
  return fromUser(frame, 'user_seen_message', { message: { msg_ids: msgIds } });
}

export function userReacted(frame: EventFrame, msgId: string, icon = '/-heart'): ZaloEvent {
  return fromUser(frame, 'user_reacted_message', { message: { msg_id: msgId, react_icon: icon } });
}

export type FollowSource = 'oa_profile' | 'message_invite' | 'social_plugin';

export function followed(frame: EventFrame, source: FollowSource = 'oa_profile'): ZaloEvent {
  return { oa_id: frame.oaId, follower: { id: frame.userId }, source, ...common(frame, 'follow') };
}

export function unfollowed(frame: EventFrame, source: FollowSource = 'oa_profile'): ZaloEvent {
  return { oa_id: frame.oaId, follower: { id: frame.userId }, source, ...common(frame, 'unfollow') };
}

/** The person pressed "Nhắn tin" for the first time. */
export function openedChat(frame: EventFrame): ZaloEvent {
  return { oa_id: frame.oaId, user_id: frame.userId, ...common(frame, 'user_click_chatnow') };
}

export interface SubmittedInfo {
  readonly name: string;
  readonly phone: string;
  readonly user_dob?: string;
  readonly gender?: string;
  readonly full_address?: Readonly<Record<string, string>>;
}
export const SAMPLE_INFO: SubmittedInfo = {
  name: 'Người Mô Phỏng',
  phone: '84900000000',
  user_dob: '30/10/1958',
  gender: 'Nữ',
  full_address: { user_city: 'Tỉnh mô phỏng', user_ward: 'Phường mô phỏng', user_address: 'Số 1' },
};

export function submittedInfo(frame: EventFrame, info: SubmittedInfo = SAMPLE_INFO): ZaloEvent {
  return fromUser(frame, 'user_submit_info', { info });
}

/** The person asks that what is kept about them be deleted. It names no account: only `user_id` and `user_id_by_app`. */
export function withdrew(frame: EventFrame): ZaloEvent {
  return { user_id: frame.userId, ...common(frame, 'user_withdraw') };
}

/** Somebody wrote in a group of the account: the recipient is the group, not the account. */
export function groupText(
  frame: EventFrame,
  groupId: string,
  message: SentMessage & { readonly text: string },
): ZaloEvent {
  const people = { oa_id: frame.oaId, sender: { id: frame.userId }, recipient: { id: groupId } };
  return { ...people, message: messageFields(message), ...common(frame, 'user_send_group_text') };
}

/** An event that nobody has heard of yet. */
export function unknownEvent(frame: EventFrame, name = 'user_did_something_new'): ZaloEvent {
  return fromUser(frame, name, { something: { new: true } });
}

function fromUser(frame: EventFrame, name: string, fields: Readonly<Record<string, unknown>>): ZaloEvent {
  return { sender: { id: frame.userId }, recipient: { id: frame.oaId }, ...fields, ...common(frame, name) };
}

function fromAccount(frame: EventFrame, name: string, fields: Readonly<Record<string, unknown>>): ZaloEvent {
  return { sender: { id: frame.oaId }, recipient: { id: frame.userId }, ...fields, ...common(frame, name) };
}

function common({ appId, userIdByApp, at }: EventFrame, name: string): ZaloEvent {
  const byApp = userIdByApp === undefined ? {} : { user_id_by_app: userIdByApp };
  return { app_id: appId, ...byApp, event_name: name, timestamp: String(at) };
}

function messageFields({ msgId, text, quoteMsgId }: SentMessage): Readonly<Record<string, string>> {
  return {
    ...(text === undefined ? {} : { text }),
    msg_id: msgId,
    ...(quoteMsgId === undefined ? {} : { quote_msg_id: quoteMsgId }),
  };
}
