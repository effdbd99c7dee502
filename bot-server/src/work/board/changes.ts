import type { BoardChange } from '@phuong-so/shared/contracts/board';
import { vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import type { KeptTarget, PartReport, TargetValue, WorkEntry, WorkItem } from '@phuong-so/shared/domain/work';
import { longDay } from '../reports/periods.ts';
import { STATE_WORDS } from '../reports/words.ts';
import { figurePeriod } from './figure-period.ts';

/** What is known of a ward; epoch ms: `from` until before `until`. */
export interface ChangedIn {
  readonly items: readonly WorkItem[];
  readonly targets: readonly KeptTarget[];
  readonly values: readonly TargetValue[];
  /** Of this time and before it. */
  readonly reports: readonly PartReport[];
  readonly log: readonly (WorkEntry & { readonly itemId: string })[];
  readonly from: number;
  readonly until: number;
}

interface Timed extends BoardChange {
  readonly at: number;
}

/**
 * What changed in a time, newest first, as everybody may read it: only what the ward has confirmed or recorded, in words of our
 * own. What people wrote beside it (notes, reasons, sources) may name somebody and stays inside.
 */
export function changesOf(given: ChangedIn): BoardChange[] {
  const inTime = (at: number | null): at is number => at !== null && at >= given.from && at < given.until;
  const all = [
    ...results(given, inTime),
    ...figures(given, inTime),
    ...recorded(given, inTime),
    ...added(given, inTime),
  ];
  return all.sort((one, other) => other.at - one.at).map(({ at: _, ...change }) => change);
}

type InTime = (at: number | null) => at is number;

function results({ items, reports }: ChangedIn, inTime: InTime): Timed[] {
  const titles = new Map(items.map((item) => [item.id, item.title]));
  return reports.flatMap(({ itemId, as, state, decidedAt, progress }) => {
    const title = titles.get(itemId);
    if (as !== 'lead' || state !== 'confirmed' || !inTime(decidedAt) || title === undefined) return [];
    const percent = progress.percent === null ? '' : `, ${progress.percent}%`;
    const text = `Phường xác nhận: ${STATE_WORDS[progress.state].toLocaleLowerCase('vi')}${percent}.`;
    return [{ at: decidedAt, on: vietnamDay(decidedAt), what: 'result_confirmed' as const, title, text }];
  });
}

function figures({ targets, values }: ChangedIn, inTime: InTime): Timed[] {
  const names = new Map(targets.map((target) => [target.id, target.name]));
  return values.flatMap(({ targetId, state, at, value, period }) => {
    const title = names.get(targetId);
    if (state !== 'confirmed' || !inTime(at) || title === undefined) return [];
    const text = `Số liệu ${figurePeriod(period)} được phường xác nhận: ${value}.`;
    return [{ at, on: vietnamDay(at), what: 'figure_confirmed' as const, title, text }];
  });
}

/** The tasks themselves: ended, taken up again, or what they waited for has happened. */
function recorded({ items, log }: ChangedIn, inTime: InTime): Timed[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return log.flatMap(({ itemId, act, at }): Timed[] => {
    const item = byId.get(itemId);
    if (item === undefined || !inTime(at)) return [];
    const known = { at, on: vietnamDay(at), title: item.title };
    if (act === 'closed') return [{ ...known, what: 'closed', text: 'Phường thôi theo dõi nhiệm vụ này.' }];
    if (act === 'reopened') return [{ ...known, what: 'reopened', text: 'Phường theo dõi lại nhiệm vụ này.' }];
    if (act !== 'event_recorded' || item.eventOn === null) return [];
    const text = `Điều phải chờ đã có từ ngày ${longDay(item.eventOn)}${item.due.event === null ? '' : `: ${item.due.event}`}.`;
    return [{ ...known, what: 'event', text }];
  });
}

/** Confirmed in bulk: one line for a plan and a day. */
function added({ items, log }: ChangedIn, inTime: InTime): Timed[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const lines = new Map<string, Timed & { count: number }>();
  for (const { itemId, act, at } of log) {
    const item = byId.get(itemId);
    if (act !== 'confirmed_from_plan' || item === undefined || !inTime(at)) continue;
    const on = vietnamDay(at);
    const key = `${on} ${item.from.documentId}`;
    const title = item.from.documentNumber === null ? 'Kế hoạch của phường' : `Kế hoạch ${item.from.documentNumber}`;
    const count = (lines.get(key)?.count ?? 0) + 1;
    lines.set(key, { at, on, what: 'added', title, text: `Đưa ${count} nhiệm vụ vào theo dõi.`, count });
  }
  return [...lines.values()].map(({ count: _, ...line }) => line);
}

/** How often units said something and the ward confirmed it, in each of these months ("2026-11"), in their order. */
export function historyOf(reports: readonly PartReport[], months: readonly string[]) {
  const monthOf = (at: number) => vietnamDay(at).slice(0, 7);
  return months.map((month) => ({
    month,
    reported: reports.filter(({ progress }) => monthOf(progress.at) === month).length,
    confirmed: reports.filter(
      ({ state, decidedAt }) => state === 'confirmed' && decidedAt !== null && monthOf(decidedAt) === month,
    ).length,
  }));
}
