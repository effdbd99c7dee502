import type { ChatEvent, ChatEventKind } from '@phuong-so/shared/domain/chat';
import type { Perceived } from './perceived.ts';
import { CHECK_THIS } from './texts.ts';

const ATTACHMENTS = ['image', 'gif', 'link', 'audio', 'video', 'location', 'business_card', 'file', 'sticker'] as const;
/** `identity_paper`: a picture of one, which is not used. */
export type Attachment = (typeof ATTACHMENTS)[number] | 'identity_paper';

/** More than a chat message can hold, and bounded work for whatever comes. In UTF-16 units. */
const LONGEST_LINE = 2_000;

/** One message of the person. */
export interface Said {
  /** Epoch milliseconds. */
  readonly at: number;
  /** What they typed, or wrote under an attachment; null for an attachment without words. */
  readonly text: string | null;
  readonly attachment: Attachment | null;
  readonly quotedMessageId: string | null;
  /** The text was not typed: what was understood of a recording or a picture, for the person to read. */
  readonly perceived?: Exclude<Perceived, { readonly kind: 'identity_paper' }>;
}

export interface Receipt {
  readonly kind: 'received' | 'seen';
  readonly messageIds: readonly string[];
  readonly at: number;
}

/** What happened in a chat since it was last looked at. */
export interface Turn {
  /** In the order of writing. */
  readonly said: readonly Said[];
  /** The person followed the account or opened the chat; when, or null. */
  readonly arrivedAt: number | null;
  /** The person filled in the account's contact form; when, or null. */
  readonly submittedAt: number | null;
  /** The last time an official wrote; null when none did. */
  readonly staffAt: number | null;
  /** The person stopped following the account, and did nothing after it; when, or null. */
  readonly leftAt: number | null;
  /** The person wants everything about them removed. */
  readonly withdrawn: boolean;
  readonly receipts: readonly Receipt[];
  /** When the person last did something that opens the window for replies; null when they did nothing. */
  readonly lastAt: number | null;
}

/** What was understood of recordings and pictures, by the event's id. */
export type PerceivedById = ReadonlyMap<string, Perceived>;

/** Sorts the events of one chat by what they mean for the conversation. Our own messages mean nothing. */
export function readTurn(events: readonly ChatEvent[], perceived: PerceivedById = new Map()): Turn {
  const ordered = [...events].sort((a, b) => a.at - b.at);
  const said = ordered.flatMap((event) => readSaid(event, perceived.get(event.id)));
  const arrivedAt = lastOf(ordered, 'follow', 'opened_chat');
  const submittedAt = lastOf(ordered, 'submitted_info');
  const unfollowedAt = lastOf(ordered, 'unfollow');
  const acted = [said.at(-1)?.at, arrivedAt, submittedAt].filter((at) => typeof at === 'number');
  const lastAt = acted.length > 0 ? Math.max(...acted) : null;
  return {
    ...{ said, arrivedAt, submittedAt, lastAt },
    leftAt: unfollowedAt !== null && (lastAt === null || unfollowedAt >= lastAt) ? unfollowedAt : null,
    staffAt: lastOf(ordered, 'staff_message'),
    withdrawn: ordered.some(({ kind }) => kind === 'withdrawn'),
    receipts: ordered.flatMap(readReceipt),
  };
}

function readSaid({ kind, at, text, quotedMessageId }: ChatEvent, perceived: Perceived | undefined): Said[] {
  const sent = ATTACHMENTS.find((one) => one === kind) ?? null;
  if (kind !== 'text' && sent === null) return [];
  const typed = (text ?? '').slice(0, LONGEST_LINE);
  if (perceived && perceived.kind !== 'identity_paper') {
    const words = (perceived.kind === 'heard' ? perceived.words : wordsOfPicture(typed, perceived.words)).trim();
    return [{ at, text: words.slice(0, LONGEST_LINE), attachment: null, quotedMessageId, perceived }];
  }
  const attachment = perceived?.kind ?? sent;
  return [{ at, text: kind === 'text' || typed.trim() !== '' ? typed : null, attachment, quotedMessageId }];
}

/** A picture with more words than this is no question that somebody wrote down. In UTF-16 units. */
const LONGEST_QUESTION = 200;

/** Under a picture somebody writes what they want of it; without a word, they want to know whether it can be trusted. */
function wordsOfPicture(typed: string, read: string): string {
  if (typed.trim() !== '') return `${typed}\n${read}`;
  return read.endsWith('?') && read.length <= LONGEST_QUESTION ? read : `${CHECK_THIS} ${read}`;
}

function readReceipt({ kind, messageIds, at }: ChatEvent): Receipt[] {
  return kind === 'received' || kind === 'seen' ? [{ kind, messageIds, at }] : [];
}

function lastOf(events: readonly ChatEvent[], ...kinds: readonly ChatEventKind[]): number | null {
  return events.findLast(({ kind }) => kinds.includes(kind))?.at ?? null;
}
