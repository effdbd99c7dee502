import type { ChatEventKind } from '@phuong-so/shared/domain/chat';

const KINDS: Readonly<Record<string, ChatEventKind>> = {
  user_send_text: 'text',
  user_send_image: 'image',
  user_send_gif: 'gif',
  user_send_link: 'link',
  user_send_audio: 'audio',
  user_send_video: 'video',
  user_send_sticker: 'sticker',
  user_send_location: 'location',
  user_send_business_card: 'business_card',
  user_send_file: 'file',
  follow: 'follow',
  unfollow: 'unfollow',
  user_click_chatnow: 'opened_chat',
  user_submit_info: 'submitted_info',
  user_withdraw: 'withdrawn',
  user_received_message: 'received',
  user_seen_message: 'seen',
};

/** What the account sent to one person: an echo of ours, or an official's words. Not into groups, not to passers-by. */
const SENT_BY_ACCOUNT = /^oa_send_(?!group_|anonymous_|consent$)/;

/**
 * The kind of a chat event by its name; null for what concerns no person's chat with the account: groups, anonymous
 * visitors, tags, reactions, calls. Source: platform notes, 2.5.
 */
export function kindOf(eventName: string, hasAdmin: boolean): ChatEventKind | null {
  if (SENT_BY_ACCOUNT.test(eventName)) return hasAdmin ? 'staff_message' : 'own_message';
  return Object.hasOwn(KINDS, eventName) ? (KINDS[eventName] ?? null) : null;
}
