import { reportLine, reportRow } from '@phuong-so/shared/domain/report-text';
import { isDueBeforePlan } from '@phuong-so/shared/domain/work-clock';
import type { ReportFacts, TaskFacts } from './report-facts.ts';
import { writtenUnits } from './rolled-up.ts';
import { leadNames, NO_FIGURE, progressWords, taskName } from './words.ts';

const HEAD = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn', 'Kết quả đã xác nhận', 'Đơn vị tự báo cáo'];

/** II: each task with what is confirmed and, apart from it, what its unit says; then the parts of coordinating units. */
export function results(facts: ReportFacts, tasks: readonly TaskFacts[]): string[] {
  if (tasks.length === 0) return [`${NO_FIGURE}.`];
  const rows: string[] = [reportRow(HEAD)];
  let group: string | null = null;
  for (const task of tasks) {
    if (task.item.group !== null && task.item.group !== group) rows.push(reportRow([task.item.group]));
    group = task.item.group;
    rows.push(row(task, facts));
  }
  return [...rows, ...partLines(facts, tasks), ...writtenUnits(facts, 'results')];
}

function row({ item, reported, confirmed }: TaskFacts, { unitName }: ReportFacts): string {
  const early = isDueBeforePlan(item) ? ' (kế hoạch ghi thời hạn trước ngày ký kế hoạch)' : '';
  const same = reported !== null && confirmed !== null && reported.at === confirmed.at;
  const said = reported === null ? 'Chưa báo cáo' : progressWords(reported);
  return reportRow([
    ...[item.no ?? '', item.title, leadNames(item, unitName)],
    `${item.due.text ?? 'Kế hoạch không nêu'}${early}`,
    confirmed === null ? NO_FIGURE : progressWords(confirmed),
    same ? 'Đã được xác nhận' : said,
  ]);
}

function partLines({ unitName }: ReportFacts, tasks: readonly TaskFacts[]): string[] {
  const lines = tasks.flatMap(({ item, parts }) =>
    parts.map(({ progress, state }) => {
      const how = state === 'confirmed' ? 'đã được xác nhận' : 'chưa được xác nhận';
      return reportLine(
        `- ${unitName(progress.unit)}, phần phối hợp của “${taskName(item)}” (${how}): ${progressWords(progress)}`,
      );
    }),
  );
  return lines.length === 0 ? [] : ['Phần việc của đơn vị phối hợp:', ...lines];
}
