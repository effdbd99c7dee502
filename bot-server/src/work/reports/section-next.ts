import { addDays } from '@phuong-so/shared/domain/calendar';
import { reportLine } from '@phuong-so/shared/domain/report-text';
import { lastDayOf, rhythmOf } from '@phuong-so/shared/domain/work-clock';
import { type Period, periodAfter, periodDays, periodWords } from './periods.ts';
import type { ReportFacts, TaskFacts } from './report-facts.ts';
import { writtenUnits } from './rolled-up.ts';
import { standing } from './section-situation.ts';
import { leadNames, NO_FIGURE, taskName } from './words.ts';

/** After a report on demand as many days count as the next period. */
const DAYS_AFTER = 90;

/** V: what goes on, what falls due in the period after this one, and what waits. */
export function nextLines(facts: ReportFacts, tasks: readonly TaskFacts[]): string[] {
  if (tasks.length === 0) return [`${NO_FIGURE}.`, ...writtenUnits(facts, 'next')];
  const { asOf, unitName } = facts;
  const { words, days } = nextPeriod(facts);
  const standings = tasks.map((task) => ({ task, now: standing(task, asOf) }));
  const open = standings.filter(({ now }) => now !== 'done' && now !== 'closed');
  const due = open.filter(({ task, now }) => {
    const day = rhythmOf(task.item) === null ? lastDayOf({ ...task.item, ...task }, days.to) : null;
    return now !== 'overdue' && day !== null && day <= days.to;
  });
  const line = ({ task: { item } }: { readonly task: TaskFacts }) => {
    const when = item.due.text === null ? '' : `; thời hạn: ${item.due.text}`;
    return reportLine(`- ${taskName(item)} (${leadNames(item, unitName)}${when}).`);
  };
  const overdue = open.filter(({ now }) => now === 'overdue').length;
  const periodic = open.filter(({ task }) => rhythmOf(task.item) !== null).length;
  const waiting = open.filter(({ now }) => now === 'waiting').length;
  const lines = [
    ...(due.length === 0 ? [] : [`Hoàn thành nhiệm vụ đến hạn trong ${words}:`, ...due.map(line)]),
    ...(overdue === 0 ? [] : [`Tập trung hoàn thành ${overdue} nhiệm vụ quá hạn nêu tại mục IV.`]),
    ...(periodic === 0 ? [] : [`Tiếp tục thực hiện ${periodic} nhiệm vụ thường xuyên hoặc hằng năm.`]),
    ...(waiting === 0 ? [] : [`Chờ điều kiện nêu trong kế hoạch để thực hiện ${waiting} nhiệm vụ.`]),
    ...writtenUnits(facts, 'next'),
  ];
  return lines.length === 0 ? ['Chưa có nhiệm vụ nào đến hạn trong kỳ tới được ghi nhận.'] : lines;
}

function nextPeriod({ kind, period, days }: ReportFacts): { readonly words: string; readonly days: Period } {
  const after = periodAfter(kind, period);
  const following = after === null ? null : periodDays(kind, after);
  if (after !== null && following !== null) return { words: periodWords(kind, after), days: following };
  return {
    words: `${DAYS_AFTER} ngày sau kỳ báo cáo`,
    days: { from: addDays(days.to, 1), to: addDays(days.to, DAYS_AFTER) },
  };
}
