import { reportLine } from '@phuong-so/shared/domain/report-text';
import { writtenDay } from '@phuong-so/shared/domain/vietnam-time';
import type { Obstacle } from '@phuong-so/shared/domain/work';
import type { ReportFacts, TaskFacts } from './report-facts.ts';
import { writtenUnits } from './rolled-up.ts';
import { standing } from './section-situation.ts';
import { ended, leadNames, taskName } from './words.ts';

const STATES: Readonly<Record<Obstacle['state'], string>> = {
  open: 'chưa giải quyết',
  in_hand: 'đang giải quyết',
  forwarded: 'đã chuyển cấp trên',
  answered: 'đã trả lời',
  closed: 'đã kết thúc',
};

/** IV: what is overdue, what units say stands in the way, and what was raised. */
export function obstacleLines(facts: ReportFacts, tasks: readonly TaskFacts[]): string[] {
  const { asOf, unitName } = facts;
  const overdue = tasks
    .filter((task) => standing(task, asOf) === 'overdue')
    .map(({ item }) => {
      const when = item.due.text === null ? '' : `; thời hạn: ${item.due.text}`;
      return reportLine(`- ${taskName(item)} (${leadNames(item, unitName)}${when}).`);
    });
  const told = tasks.flatMap(({ item, reported, parts }) => {
    const words = [...(reported === null ? [] : [reported]), ...parts.map(({ progress }) => progress)];
    return words
      .filter(({ obstacle }) => obstacle !== '')
      .map(({ unit, at, obstacle }) =>
        reportLine(`- ${taskName(item)} (${unitName(unit)} báo cáo ngày ${writtenDay(at)}): ${ended(obstacle)}`),
      );
  });
  const raised = (kind: Obstacle['kind']) =>
    facts.obstacles
      .filter((one) => one.kind === kind && one.groupedUnder === null)
      .map((one) => raisedLine(one, facts));
  const blocks: [string, string[]][] = [
    ['Nhiệm vụ quá hạn theo kế hoạch, chưa có xác nhận hoàn thành:', overdue],
    ['Khó khăn, vướng mắc đơn vị nêu khi báo cáo nhiệm vụ:', told],
    ['Vướng mắc đã ghi nhận:', raised('obstacle')],
    ['Đề xuất đã ghi nhận:', raised('proposal')],
  ];
  const lines = [
    ...blocks.flatMap(([head, rows]) => (rows.length === 0 ? [] : [head, ...rows])),
    ...writtenUnits(facts, 'obstacles'),
  ];
  return lines.length === 0 ? ['Chưa có vướng mắc, đề xuất nào được ghi nhận.'] : lines;
}

function raisedLine({ code, title, unit, state, answer }: Obstacle, { unitName }: ReportFacts): string {
  const by = unit === null ? 'người dân' : unitName(unit);
  const reply = answer === null || answer === '' ? '' : ` Trả lời: ${ended(answer)}`;
  return reportLine(`- ${ended(title)} (${code}, ${by}; ${STATES[state]}.)${reply}`);
}
