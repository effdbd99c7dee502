import { reportRow } from '@phuong-so/shared/domain/report-text';
import { vietnamDay, writtenDay } from '@phuong-so/shared/domain/vietnam-time';
import type { Evidence } from '@phuong-so/shared/domain/work';
import { type ReportFacts, standingWords } from './report-facts.ts';
import { taskName } from './words.ts';

const HEAD = ['TT', 'Nhiệm vụ', 'Minh chứng', 'Đơn vị, ngày báo cáo', 'Xác nhận'];
const STATES = { reported: 'Chưa xác nhận', confirmed: 'Đã xác nhận' } as const;

/** The annex: what was entered as evidence in the period, each with whose word it belongs to and whether that is confirmed. */
export function evidenceLines(facts: ReportFacts): string[] {
  const { work, days, unitName } = facts;
  const names = new Map(work.map((item) => [item.id, taskName(item)]));
  const place = new Map(work.map(({ id }, at) => [id, at]));
  const rows = standingWords(facts)
    .sort((one, other) => (place.get(one.itemId) ?? 0) - (place.get(other.itemId) ?? 0))
    .filter(({ itemId, progress }) => names.has(itemId) && vietnamDay(progress.at) >= days.from)
    .flatMap(({ itemId, progress, state }) =>
      progress.evidence.map((one) => [
        names.get(itemId) ?? '',
        evidenceWords(one),
        `${unitName(progress.unit)}, ${writtenDay(progress.at)}`,
        STATES[state],
      ]),
    );
  if (rows.length === 0) return ['Chưa có minh chứng nào được nhập trong kỳ.'];
  return [reportRow(HEAD), ...rows.map((cells, index) => reportRow([String(index + 1), ...cells]))];
}

/** A file is opened in the app; its id says nothing to a reader. */
function evidenceWords({ kind, title, value }: Evidence): string {
  const shown = kind === 'file' ? 'tệp đã tải lên' : value;
  return title === '' ? shown : `${title}: ${shown}`;
}
