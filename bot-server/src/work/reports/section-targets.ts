import { reportRow } from '@phuong-so/shared/domain/report-text';
import type { KeptTarget, TargetValue } from '@phuong-so/shared/domain/work';
import type { ReportFacts } from './report-facts.ts';
import { writtenUnits } from './rolled-up.ts';
import { NO_FIGURE } from './words.ts';

const HEAD = ['TT', 'Chỉ tiêu', 'Mốc của kế hoạch', 'Kết quả đã xác nhận', 'Đơn vị tự báo cáo'];

/** III: what the plan wants beside what was entered. Whether it is reached is for the reader to say of words and ranges. */
export function targetLines(facts: ReportFacts): string[] {
  const { targets, asOf } = facts;
  if (targets.length === 0) return ['Chưa có chỉ tiêu nào của kế hoạch được xác nhận để theo dõi.'];
  const year = asOf.slice(0, 4);
  const rows: string[] = [reportRow(HEAD)];
  let group: string | null = null;
  for (const [index, { target, confirmed, reported }] of targets.entries()) {
    if (target.from.group !== null && target.from.group !== group) rows.push(reportRow([target.from.group]));
    group = target.from.group;
    const newer = reported !== null && (confirmed === null || reported.at > confirmed.at);
    rows.push(
      reportRow([
        target.from.no ?? String(index + 1),
        target.unit === null ? target.name : `${target.name} (${target.unit})`,
        milestoneWords(target, year),
        confirmed === null ? NO_FIGURE : valueWords(confirmed),
        newer ? valueWords(reported) : confirmed === null ? NO_FIGURE : 'Đã được xác nhận',
      ]),
    );
  }
  const silent = targets.filter(({ confirmed, reported }) => confirmed === null && reported === null).length;
  const gap = silent === 0 ? [] : [`Chưa có số liệu của ${silent} chỉ tiêu.`];
  return [...rows, ...gap, ...writtenUnits(facts, 'targets')];
}

/** "82,5% (quý 3 năm 2026; Cổng dịch vụ công)": nobody's figure stands without where it comes from. */
function valueWords({ value, period, source, note }: TargetValue): string {
  return `${value} (${[periodName(period), source, note].filter((one) => one !== '').join('; ')})`;
}

/** The milestone that counts in this year: of the year itself or the next one that has a value; else the last before it. */
export function milestoneOf({ values }: Pick<KeptTarget, 'values'>, year: string): [string, string] | null {
  const stated = Object.entries(values)
    .flatMap(([key, value]): [string, string][] => (value === null ? [] : [[key, value]]))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return stated.find(([key]) => key !== '' && key >= year) ?? stated.at(-1) ?? null;
}

function milestoneWords(target: KeptTarget, year: string): string {
  const found = milestoneOf(target, year);
  if (found === null) return 'Kế hoạch không đặt mốc';
  const [key, value] = found;
  return key === '' ? `${value} (không nêu năm)` : `${value} (năm ${key})`;
}

/** "6 tháng đầu năm 2026", "quý 3 năm 2026", "tháng 9/2026". */
export function periodName(period: string): string {
  const [year, part] = period.split('-');
  if (part === undefined) return `năm ${year}`;
  if (part.startsWith('H')) return `6 tháng ${part === 'H1' ? 'đầu' : 'cuối'} năm ${year}`;
  return part.startsWith('Q') ? `quý ${part.slice(1)} năm ${year}` : `tháng ${Number(part)}/${year}`;
}
