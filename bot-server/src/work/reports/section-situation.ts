import type { WorkStanding } from '@phuong-so/shared/contracts/work';
import { WORK_STANDINGS } from '@phuong-so/shared/contracts/work-words';
import { standingOf } from '@phuong-so/shared/domain/work-clock';
import { longDay, periodWords } from './periods.ts';
import type { ReportFacts, TaskFacts } from './report-facts.ts';
import { NO_FIGURE, STANDING_WORDS, STATE_WORDS } from './words.ts';

/** I: how many tasks, where they stand by what is confirmed, what units say themselves, and who has said nothing. */
export function situation(facts: ReportFacts, tasks: readonly TaskFacts[]): string[] {
  const { kind, period, author, plans, asOf } = facts;
  const about = plans.length === 0 ? '' : ` theo ${plans.join('; ')}`;
  const first = `${author} báo cáo kết quả ${periodWords(kind, period)}${about}. Số liệu tính đến hết ngày ${longDay(asOf)}.`;
  if (tasks.length === 0) {
    return [first, `${NO_FIGURE}: chưa có nhiệm vụ nào của kế hoạch được xác nhận để theo dõi.`];
  }
  return [
    first,
    `Số nhiệm vụ đã được xác nhận từ kế hoạch để theo dõi: ${tasks.length}.`,
    ...confirmedLines(tasks, asOf),
    ...reportedLines(tasks),
    ...silentLines(facts, tasks),
    ...unitDraftLines(facts),
  ];
}

export function standing({ item, reported, confirmed }: TaskFacts, day: string): WorkStanding {
  return standingOf({ ...item, reported, confirmed }, day);
}

function confirmedLines(tasks: readonly TaskFacts[], day: string): string[] {
  const standings = tasks.map((task) => standing(task, day));
  const lines = WORK_STANDINGS.flatMap((one) => {
    const many = standings.filter((other) => other === one).length;
    return many === 0 ? [] : [`- ${many} nhiệm vụ ${STANDING_WORDS[one]}.`];
  });
  const none = standings.includes('done') ? [] : ['- Chưa có nhiệm vụ nào được xác nhận hoàn thành.'];
  return ['Theo kết quả đã được xác nhận và thời hạn của kế hoạch:', ...none, ...lines];
}

function reportedLines(tasks: readonly TaskFacts[]): string[] {
  const words = tasks.flatMap(({ reported }) => (reported === null ? [] : [reported.state]));
  if (words.length === 0) return ['Đơn vị tự báo cáo: chưa có đơn vị nào báo cáo.'];
  const parts = (Object.keys(STATE_WORDS) as (keyof typeof STATE_WORDS)[]).flatMap((state) => {
    const many = words.filter((one) => one === state).length;
    return many === 0 ? [] : [`${many} nhiệm vụ ${STATE_WORDS[state].toLocaleLowerCase('vi')}`];
  });
  return [`Theo đơn vị tự báo cáo (tính cả báo cáo chưa được xác nhận): ${parts.join('; ')}.`];
}

/** Gaps have names: which unit has said nothing in the period, of how many of the tasks that it leads. */
function silentLines({ unitName }: ReportFacts, tasks: readonly TaskFacts[]): string[] {
  const silent = tasks.filter(({ item, inPeriod }) => !inPeriod && item.state === 'open');
  if (silent.length === 0) return [];
  const byUnit = new Map<string, number>();
  for (const { item } of silent) for (const unit of item.leads) byUnit.set(unit, (byUnit.get(unit) ?? 0) + 1);
  const names = [...byUnit].map(([unit, many]) => `${unitName(unit)} (${many} nhiệm vụ)`);
  return [
    `Chưa có báo cáo trong kỳ: ${silent.length} nhiệm vụ.`,
    ...(names.length === 0 ? [] : [`Đơn vị chủ trì chưa báo cáo trong kỳ: ${names.join('; ')}.`]),
  ];
}

function unitDraftLines({ unitDrafts, unitName }: ReportFacts): string[] {
  const named = (state: string) =>
    unitDrafts.flatMap((one) => (one.state === state && one.unit !== null ? [unitName(one.unit)] : []));
  const lines: [string, string[]][] = [
    ['Báo cáo của đơn vị đã tiếp nhận', named('taken_in')],
    ['Báo cáo của đơn vị đã gửi, chờ tiếp nhận', named('handed_in')],
    ['Báo cáo của đơn vị còn đang soạn', named('draft')],
  ];
  return lines.flatMap(([words, names]) => (names.length === 0 ? [] : [`${words}: ${names.join('; ')}.`]));
}
