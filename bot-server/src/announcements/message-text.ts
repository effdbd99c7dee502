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
}

const CORRECTION = 'ĐÍNH CHÍNH';
const REPLACES = 'Tin này thay cho tin trước cùng mã.';
const EMERGENCY = 'KHẨN CẤP';

/** Sentences of ours in a message beside the announcement's own words: a copy that has them is as genuine. */
export const OWN_SENTENCES: readonly string[] = [REPLACES, CORRECTION, EMERGENCY];

/**
 * The message to one person: who says it, what, when and where, and the code by which it is checked. At most as long as a
 * chat message may be: a place that would make it longer is cut, nothing else.
 */
export function messageText(told: Told): string {
  const place = told.event?.place ?? null;
  const whole = compose(told, place);
  const tooLong = whole.length - LONGEST_MESSAGE;
  return place === null || tooLong <= 0 ? whole : compose(told, `${place.slice(0, -tooLong - 1)}…`);
}

function compose({ title, body, event, sender, ward, code, corrects, emergency }: Told, place: string | null): string {
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
