import type { KeptTargetReply } from '@phuong-so/shared/contracts/work-targets';
import { milestonesOf, yearWords } from './milestones.ts';

/** "2026-H1" → "6 tháng đầu năm 2026". */
export function periodWords(period: string): string {
  const [year = '', part = ''] = period.split('-');
  if (part === '') return `năm ${year}`;
  if (part === 'H1') return `6 tháng đầu năm ${year}`;
  if (part === 'H2') return `6 tháng cuối năm ${year}`;
  return part.startsWith('Q') ? `quý ${part.slice(1)}/${year}` : `tháng ${Number(part)}/${year}`;
}

/** Where a target stands against its next milestone, in one sentence. */
export function standingSentence({ standing, next, reported, unit }: KeptTargetReply): string {
  const [words] = next === null ? [] : milestonesOf({ values: { [next.year]: next.value }, unit });
  const milestone = words === undefined ? '' : `${yearWords(words.year).toLocaleLowerCase('vi')}: ${words.words}`;
  switch (standing) {
    case 'no_figure':
      return `Chưa có số liệu.${next === null ? '' : ` Mốc tới, ${milestone}.`}`;
    case 'no_milestone':
      return 'Kế hoạch không đặt mốc nào phía trước.';
    case 'reached':
      return `Số mới nhất (${reported[0]?.value}) đạt mốc tới, ${milestone}.`;
    case 'not_reached':
      return `Số mới nhất (${reported[0]?.value}) chưa đạt mốc tới, ${milestone}.`;
    case 'cannot_compare':
      return `Mốc tới, ${milestone}. Không so được bằng số, xin đọc và tự so.`;
  }
}

/** Periods that can be chosen on the ISO day `asOf`: the year, its halves and quarters that have begun, and the year before. */
export function periodsUntil(asOf: string): readonly { readonly value: string; readonly title: string }[] {
  const year = Number(asOf.slice(0, 4));
  const month = Number(asOf.slice(5, 7));
  const quarters = [4, 3, 2, 1].filter((quarter) => month > (quarter - 1) * 3).map((quarter) => `${year}-Q${quarter}`);
  const halves = [...(month > 6 ? [`${year}-H2`] : []), `${year}-H1`];
  return [`${year}`, ...halves, ...quarters, `${year - 1}`].map((value) => {
    const words = periodWords(value);
    return { value, title: words.charAt(0).toLocaleUpperCase('vi') + words.slice(1) };
  });
}
