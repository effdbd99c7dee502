import type { DraftCard, DueReportReply, ReportDraftReply } from '@phuong-so/shared/contracts/report-drafts';
import { printedDay } from '../../ui/vietnam-time.ts';
import { daysBetween } from '../../ui/work-words.ts';

export const KIND_NAMES: Readonly<Record<DraftCard['kind'], string>> = {
  yearly: 'Báo cáo năm',
  half_year: 'Báo cáo 6 tháng',
  on_demand: 'Báo cáo đột xuất',
};

export const STATE_NAMES: Readonly<Record<DraftCard['state'], string>> = {
  draft: 'Đang soạn',
  handed_in: 'Đã nộp',
  taken_in: 'Đã nhận',
};

/** "Báo cáo năm 2026"; of a unit with its name. */
export function draftTitle({
  kind,
  period_words: period,
  unit,
}: Pick<DraftCard, 'kind' | 'period_words' | 'unit'>): string {
  const whose = unit === null ? 'của phường' : `của ${unit.name}`;
  return kind === 'on_demand' ? `Báo cáo ${whose}, ${period}` : `Báo cáo ${period} ${whose}`;
}

/** What the clock says of a report's next time; '' = the plan states no day. */
export function nextWords({ next, year_assumed }: DueReportReply, asOf: string): string {
  if (next === null) return '';
  const days = daysBetween(asOf, next.last_day);
  const left = days === 0 ? 'hôm nay' : `còn ${days} ngày`;
  return `Chậm nhất ${printedDay(next.last_day)} (${left})${year_assumed ? ', năm này do kế hoạch không ghi năm' : ''}`;
}

/** The period that a report of this kind is about, as the server names it, on the ISO day `asOf`. */
export function periodFor(kind: DraftCard['kind'], asOf: string, from = '', until = ''): string {
  const year = asOf.slice(0, 4);
  if (kind === 'yearly') return year;
  if (kind === 'half_year') return `${year}-${Number(asOf.slice(5, 7)) <= 6 ? 'H1' : 'H2'}`;
  return `${from}..${until}`;
}

export type MayOfDraft = ReportDraftReply['may'][number];
