import type { ReplyAsk } from '@phuong-so/shared/domain/broadcast';
import { LONGEST_MESSAGE } from '@phuong-so/shared/domain/chat';
import type { AnnouncedEvent } from '../ports/announcements.ts';

/** What is said around an announcement when it is sent to a person. Everything in it is the ward's own words. */
export interface Told {
  readonly title: string;
  readonly body: string;
  readonly event: AnnouncedEvent | null;
  /** The office. */
  readonly sender: string;
  /** "phường Sao Mai"; null = nobody has said what the ward is called. */
  readonly ward: string | null;
  readonly code: string;
  /** It corrects what the person has. */
  readonly corrects: boolean;
  readonly emergency: boolean;
  /** What is asked back: the last line says how to answer. null = not for a chat in which it can be answered. */
  readonly asks: ReplyAsk | null;
}

const CORRECTION = 'ĐÍNH CHÍNH';
const REPLACES = 'Tin này thay cho tin trước cùng mã.';
const EMERGENCY = 'KHẨN CẤP';

const MUTE = 'Thôi nhận tin, nhắn TẮT THÔNG BÁO.';
/** What is asked back by number, as `chatting` understands it. */
const ANSWERS: Readonly<Record<ReplyAsk, string | null>> = {
  none: null,
  attending: 'Tham gia, nhắn 1. Không, nhắn 2. Nhà đi 3 người, nhắn THAM GIA 3.',
  confirm_read: 'Đọc xong, nhắn 1.',
};

/** Sentences of ours in a message beside the announcement's own words: a copy that has them is as genuine. */
export const OWN_SENTENCES: readonly string[] = [
  ...[REPLACES, CORRECTION, EMERGENCY, MUTE],
  ...Object.values(ANSWERS).filter((sentence) => sentence !== null),
];

/**
 * The message to one person: who says it, what, when and where, the code by which it is checked, and in the last line how to
 * answer and how to get no more. At most as long as a chat message may be: what is too much is taken from the last line, which
 * people know from other messages, then from the place, and from nothing else.
 */
export function messageText(told: Told): string {
  const place = told.event?.place ?? null;
  const answer = told.asks === null ? null : ANSWERS[told.asks];
  const whole = [answer, told.asks === null ? null : MUTE].filter((sentence) => sentence !== null).join(' ');
  const ends = [whole === '' ? null : whole, answer, null];
  const fitting = ends.map((end) => compose(told, place, end)).find((text) => text.length <= LONGEST_MESSAGE);
  if (fitting !== undefined) return fitting;
  const tooLong = compose(told, place, null).length - LONGEST_MESSAGE;
  return compose(told, place === null ? null : `${place.slice(0, -tooLong - 1)}…`, null);
}

function compose(
  { title, body, event, sender, ward, code, corrects, emergency }: Told,
  place: string | null,
  end: string | null,
): string {
  const from = ward === null || sender.includes(ward) ? sender : `${sender}, ${ward}`;
  const marks = [corrects ? CORRECTION : null, emergency ? EMERGENCY : null].filter((mark) => mark !== null);
  const lines = [
    [...marks, title].join(': '),
    ...(corrects ? [REPLACES] : []),
    '',
    body,
    '',
    ...(event === null ? [] : [`Thời gian: ${writeTime(event.startsAt)}`]),
    ...(place === null ? [] : [`Địa điểm: ${place}`]),
    `Nguồn: ${from}`,
    `Mã kiểm tra: ${code}`,
    ...(end === null ? [] : [end]),
  ];
  return lines.join('\n');
}

const VIETNAM_MS = 7 * 3_600_000;
const WEEKDAYS = ['chủ nhật', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy'];

/** "19:30 thứ tư 25/11/2026", in Vietnam. */
export function writeTime(at: number): string {
  const local = new Date(at + VIETNAM_MS);
  const [year = '', month = '', day = ''] = local.toISOString().slice(0, 10).split('-');
  return `${local.toISOString().slice(11, 16)} ${WEEKDAYS[local.getUTCDay()]} ${day}/${month}/${year}`;
}
