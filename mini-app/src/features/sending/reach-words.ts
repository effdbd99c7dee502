import type { ReachReply } from '../../api/announcement-endpoints.ts';
import { CHANNEL_NAMES, counted } from './sending-words.ts';

/** Of fewer, one person more or less moves a percentage by more than three points. */
export const FEWEST = 30;
/** Shares that are nearer than this are called the same. */
const SAME = 0.1;

export interface Share {
  readonly of: number;
  readonly seen: number;
  readonly answered: number;
}

/** "45 trong 120 lượt đã xem (38 %), 12 lượt trả lời"; without a percentage where numbers are small. */
export function shareWords({ of, seen, answered }: Share, unit: 'lượt' | 'người'): string {
  const percent = of >= FEWEST ? ` (${Math.round((100 * seen) / of)} %)` : '';
  const answers = answered === 0 ? 'chưa ai trả lời' : `${counted(answered)} ${unit} trả lời`;
  return `${counted(seen)} trong ${counted(of)} ${unit} đã xem${percent}, ${answers}`;
}

/** Which way is seen most, if so much can be said. */
export function channelSentence(channels: ReachReply['by_channel']): string {
  const known = channels
    .filter(({ sent }) => sent >= FEWEST)
    .map(({ channel, sent, seen }) => ({ name: inSentence(CHANNEL_NAMES[channel]), share: seen / sent }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = known;
  if (first === undefined || second === undefined)
    return `Chưa đủ số để so các cách với nhau: cần ít nhất hai cách, mỗi cách từ ${FEWEST} lượt gửi.`;
  if (first.share - second.share < SAME) return 'Các cách được xem gần như nhau.';
  return `Được xem nhiều nhất là ${first.name}: ${percentOf(first.share)} số lượt gửi. Tiếp theo là ${second.name}: ${percentOf(second.share)}.`;
}

/** The hour at which most was read, if so much can be said. */
export function hourSentence(hours: ReachReply['reads_by_hour']): string {
  const all = hours.reduce((sum, { reads }) => sum + reads, 0);
  if (all === 0) return 'Chưa ghi được lượt xem nào.';
  if (all < FEWEST) return `Mới có ${counted(all)} lượt xem, còn ít quá nên chưa nói được giờ nào bà con hay xem.`;
  const [top] = [...hours].sort((a, b) => b.reads - a.reads);
  if (top === undefined) return '';
  return `Bà con xem nhiều nhất trong khoảng ${hourWords(top.hour)}: ${counted(top.reads)} trong ${counted(all)} lượt xem.`;
}

/** "19 giờ đến 20 giờ". */
export function hourWords(hour: number): string {
  return `${hour} giờ đến ${(hour + 1) % 24} giờ`;
}

function percentOf(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function inSentence(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
}

export interface Month {
  /** "2026-11". */
  readonly value: string;
  /** "Tháng 11/2026". */
  readonly title: string;
  /** Its first and last day, "2026-11-01". */
  readonly from: string;
  readonly until: string;
}

/** The month of `today` ("2026-11-29") and the eleven before it, the newest first. */
export function monthsUntil(today: string): readonly Month[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: 12 }, (_, back) => {
    // UTC is used for counting days alone: no zone enters.
    const first = new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10);
    const last = new Date(Date.UTC(year, month - back, 0)).toISOString().slice(0, 10);
    const value = first.slice(0, 7);
    return { value, title: `Tháng ${Number(value.slice(5))}/${value.slice(0, 4)}`, from: first, until: last };
  });
}
