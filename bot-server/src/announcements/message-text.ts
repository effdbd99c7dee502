import { APP_NAME } from '@phuong-so/shared/domain/app-name';
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
}

const CORRECTION = 'ĐÍNH CHÍNH';
const REPLACES = 'Tin này thay cho tin trước cùng mã.';
const EMERGENCY = 'KHẨN CẤP';

const WITH = { image: 'Kèm theo: ảnh.', pdf: 'Kèm theo: tệp PDF.' } as const;
const SEE_AT = 'Xem tại:';
const SEE_IN_APP = `Xem trong ứng dụng ${APP_NAME}.`;
/** Said of what is made up, by whoever passes it on. */
export const MADE_UP = 'Bản trình diễn, không phải thông báo thật';

/** Sentences of ours in a message beside the announcement's own words: a copy that has them is as genuine. */
export const OWN_SENTENCES: readonly string[] = [
  ...[REPLACES, CORRECTION, EMERGENCY],
  ...[WITH.image, WITH.pdf, SEE_AT, SEE_IN_APP],
];

/**
 * The message to one person: who says it, what, when and where, and the code by which it is checked; where something goes
 * with it, what and where to see it. At most as long as a chat message may be: the link, then the place, give way.
 */
export function messageText(told: Told): string {
  const { attachment, link } = told;
  if (attachment === null) return withinLength(told, []);
  const named = [WITH[attachment], SEE_IN_APP].join(' ');
  if (link === null) return withinLength(told, [named]);
  const whole = compose(told, told.event?.place ?? null, [`${WITH[attachment]} ${SEE_AT} ${link}`]);
  return whole.length <= LONGEST_MESSAGE ? whole : withinLength(told, [named]);
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
  const whole = compose(marked, told.event?.place ?? null, [[...named, ...see].join(' ')].filter(Boolean));
  return whole.length <= LONGEST_MESSAGE ? whole : withinLength(marked, named);
}

function withinLength(told: Told, beside: readonly string[]): string {
  const place = told.event?.place ?? null;
  const whole = compose(told, place, beside);
  const tooLong = whole.length - LONGEST_MESSAGE;
  return place === null || tooLong <= 0 ? whole : compose(told, `${place.slice(0, -tooLong - 1)}…`, beside);
}

/** `beside`: lines about what goes with it. */
function compose(told: Told, place: string | null, beside: readonly string[]): string {
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
    ...beside,
    `Nguồn: ${from}`,
    `Mã kiểm tra: ${code}`,
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
