import { APP_NAME } from '@phuong-so/shared/domain/app-name';
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
  /** What goes with it; null = nothing. */
  readonly attachment: 'image' | 'pdf' | null;
  /** Its page in the Mini App; null = the service does not know its own address. */
  readonly link: string | null;
  /** What is asked back: the last line says how to answer. null = not for a chat in which it can be answered. */
  readonly asks: ReplyAsk | null;
}

const CORRECTION = 'ĐÍNH CHÍNH';
const REPLACES = 'Tin này thay cho tin trước cùng mã.';
const EMERGENCY = 'KHẨN CẤP';

const WITH = { image: 'Kèm theo: ảnh.', pdf: 'Kèm theo: tệp PDF.' } as const;
const SEE_AT = 'Xem tại:';
const SEE_IN_APP = `Xem trong ứng dụng ${APP_NAME}.`;
/** Said of what is made up, by whoever passes it on. */
export const MADE_UP = 'Bản trình diễn, không phải thông báo thật';
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
  ...[WITH.image, WITH.pdf, SEE_AT, SEE_IN_APP],
];

/**
 * The message to one person: who says it, what, when and where, and the code by which it is checked; where something goes
 * with it, what and where to see it; in the last line how to answer and how to get no more. At most as long as a chat message
 * may be: first the link gives way, then the last line, which people know from other messages, then the place.
 */
export function messageText(told: Told): string {
  const { attachment, link, asks } = told;
  const answer = asks === null ? null : ANSWERS[asks];
  const end = asks === null ? null : [answer, MUTE].filter((sentence) => sentence !== null).join(' ');
  const named = attachment === null ? null : [WITH[attachment], SEE_IN_APP].join(' ');
  const linked = attachment === null || link === null ? named : `${WITH[attachment]} ${SEE_AT} ${link}`;
  return fitting(told, [
    [linked, end],
    [named, end],
    [named, answer],
    [named, null],
  ]);
}

/**
 * What a leader forwards himself to groups that no account writes to: the same words, and where the original stands. Within
 * the length of a message in Zalo. `demo`: it is made up, and says so first.
 */
export function forwardText(told: Told, demo: boolean): string {
  const { attachment, link, title } = told;
  const marked = demo ? { ...told, title: `(${MADE_UP})\n${title}` } : told;
  const named = attachment === null ? [] : [WITH[attachment]];
  const see = link === null ? (attachment === null ? [] : [SEE_IN_APP]) : [`${SEE_AT} ${link}`];
  return fitting(marked, [
    [[...named, ...see].join(' ') || null, null],
    [named[0] ?? null, null],
  ]);
}

/** Lines about what goes with it, and the last line; null = none. */
type Beside = readonly [string | null, string | null];

/** With the first of these that makes it short enough; else with the last, and the place cut. */
function fitting(told: Told, choices: readonly Beside[]): string {
  const place = told.event?.place ?? null;
  const found = choices.map((beside) => compose(told, place, beside)).find((text) => text.length <= LONGEST_MESSAGE);
  const least = choices.at(-1) ?? [null, null];
  const tooLong = compose(told, place, least).length - LONGEST_MESSAGE;
  return found ?? compose(told, place === null ? null : `${place.slice(0, -tooLong - 1)}…`, least);
}

function compose(told: Told, place: string | null, [beside, end]: Beside): string {
  const { title, body, event, sender, ward, code, corrects, emergency } = told;
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
    ...(beside === null ? [] : [beside]),
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
