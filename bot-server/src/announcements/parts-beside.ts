import type { Announcement } from '../ports/announcements.ts';
import { MADE_UP, OWN_SENTENCES } from './message-text.ts';

/** What else may honestly stand in a message that passes an announcement on. */
export interface SharedWith {
  /** The group's name; null when it is for the whole ward. */
  readonly group: string | null;
  readonly ward: string;
}

/** The message without links to pages of our own Mini App, which lead nowhere else whatever stands behind them. */
export function withoutOwnLinks(text: string, ownLink: string | null): string {
  if (ownLink === null) return text;
  const isOwn = (word: string) => word === ownLink || ['/', '?'].some((next) => word.startsWith(ownLink + next));
  return text
    .split(/(\s+)/u)
    .filter((word) => !isOwn(word))
    .join('');
}

/** Title, sender, code, place and times of an announcement, the longest first. */
export function partsBeside(announcement: Announcement, { group, ward }: SharedWith): string[] {
  const { title, sender, code, event, publishedAt, demo } = announcement;
  const place = event?.place ?? null;
  const times = [...(event === null ? [] : timesOf(event.startsAt)), ...timesOf(publishedAt)];
  const parts = [...OWN_SENTENCES, title, sender, code, group, ward, place, demo ? MADE_UP : null, ...times];
  return parts.filter((part) => part !== null).sort((one, other) => other.length - one.length);
}

const VIETNAM_MS = 7 * 3_600_000;
const WEEKDAYS = ['chủ nhật', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy'];

/** The moment as it is written in Vietnam: "19:30", "19 giờ 30", "25/11/2026", "thứ tư". */
function timesOf(at: number): string[] {
  const local = new Date(at + VIETNAM_MS);
  const [year = '', month = '', day = ''] = local.toISOString().slice(0, 10).split('-');
  const [hour = '', minute = ''] = local.toISOString().slice(11, 16).split(':');
  const short = (digits: string) => String(Number(digits));
  return [
    ...[`${hour}:${minute}`, `${hour} giờ ${minute}`, ...(minute === '00' ? [`${short(hour)} giờ`] : [])],
    ...[`${day}/${month}/${year}`, `${short(day)}/${short(month)}/${year}`, WEEKDAYS[local.getUTCDay()] ?? ''],
  ];
}
