import { reportRow } from '@phuong-so/shared/domain/report-text';
import {
  type Milestone,
  nextMilestone,
  standingOfTarget,
  type TargetStanding,
} from '@phuong-so/shared/domain/target-standing';
import type { KeptTarget, TargetValue } from '@phuong-so/shared/domain/work';
import type { ReportFacts } from './report-facts.ts';
import { writtenUnits } from './rolled-up.ts';
import { NO_FIGURE } from './words.ts';

const HEAD = ['TT', 'Chỉ tiêu', 'Mốc của kế hoạch', 'Kết quả đã xác nhận', 'Đơn vị tự báo cáo'];

/** III: what the plan wants beside what was entered, reported apart from confirmed. */
export function targetLines(facts: ReportFacts): string[] {
  const { targets, asOf } = facts;
  if (targets.length === 0) return ['Chưa có chỉ tiêu nào của kế hoạch được xác nhận để theo dõi.'];
  const rows: string[] = [reportRow(HEAD)];
  let group: string | null = null;
  for (const { target, confirmed, reported } of targets) {
    if (target.from.group !== null && target.from.group !== group) rows.push(reportRow([target.from.group]));
    group = target.from.group;
    const wanted = { unit: target.unit, milestone: milestoneOf(target, asOf) };
    const newer = reported !== null && (confirmed === null || reported.at > confirmed.at);
    rows.push(
      reportRow([
        target.from.no ?? '',
        target.unit === null ? target.name : `${target.name} (${target.unit})`,
        milestoneWords(wanted.milestone),
        confirmed === null ? NO_FIGURE : valueWords(confirmed, wanted),
        newer ? valueWords(reported, wanted) : confirmed === null ? NO_FIGURE : 'Đã được xác nhận',
      ]),
    );
  }
  const silent = targets.filter(({ confirmed, reported }) => confirmed === null && reported === null).length;
  const gap = silent === 0 ? [] : [`Chưa có số liệu của ${silent} chỉ tiêu.`];
  return [...rows, ...gap, ...writtenUnits(facts, 'targets')];
}

const VERDICTS: Partial<Record<TargetStanding, string>> = { reached: 'đạt mốc', not_reached: 'chưa đạt mốc' };

/** "82,5% (quý 3 năm 2026; Cổng dịch vụ công): đạt mốc": no figure without where it comes from, no verdict on what cannot be compared. */
function valueWords({ value, period, source, note }: TargetValue, { unit, milestone }: Wanted): string {
  const from = [periodName(period), source, note].filter((one) => one !== '').join('; ');
  const verdict = VERDICTS[standingOfTarget(value, milestone?.value ?? null, unit)];
  return `${value} (${from})${verdict === undefined ? '' : `: ${verdict}`}`;
}

interface Wanted {
  readonly unit: string | null;
  readonly milestone: Milestone | null;
}

/** The milestone that counts next; where none lies ahead, the last that there was. */
function milestoneOf({ values }: KeptTarget, asOf: string): Milestone | null {
  const past = Object.entries(values)
    .flatMap(([year, value]) => (value === null ? [] : [{ year, value }]))
    .sort((one, other) => (one.year < other.year ? -1 : 1));
  return nextMilestone(values, asOf) ?? past.at(-1) ?? null;
}

function milestoneWords(milestone: Milestone | null): string {
  if (milestone === null) return 'Kế hoạch không đặt mốc';
  const { year, value } = milestone;
  return year === '' ? `${value} (không nêu năm)` : `${value} (năm ${year})`;
}

/** "6 tháng đầu năm 2026", "quý 3 năm 2026", "tháng 9/2026". */
export function periodName(period: string): string {
  const [year, part] = period.split('-');
  if (part === undefined) return `năm ${year}`;
  if (part.startsWith('H')) return `6 tháng ${part === 'H1' ? 'đầu' : 'cuối'} năm ${year}`;
  return part.startsWith('Q') ? `quý ${part.slice(1)} năm ${year}` : `tháng ${Number(part)}/${year}`;
}
