import type { BoardReply, BoardTask } from '@phuong-so/shared/contracts/board';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import type { KeptTarget, PartReport, Progress, TargetValue, WorkEntry, WorkItem } from '@phuong-so/shared/domain/work';
import { isDueBeforePlan, lastDayOf, standingOf } from '@phuong-so/shared/domain/work-clock';
import type { WardFacts } from '../../ports/ward-facts.ts';
import { unitRefOf } from '../unit-names.ts';
import { boardTargets } from './board-targets.ts';
import { changesOf, historyOf } from './changes.ts';
import { daysOf, monthsUntil } from './months.ts';
import { partsBy, tallyOf, watchedOf } from './tally.ts';

/** Everything of a ward that its public board is made of. */
export interface BoardFacts {
  readonly ward: string;
  readonly facts: Pick<WardFacts, 'profile' | 'documents'>;
  readonly units: UnitDirectory;
  /** Closed ones and those of older plans included. */
  readonly items: readonly WorkItem[];
  readonly targets: readonly KeptTarget[];
  readonly values: readonly TargetValue[];
  /** Of the months of the history. */
  readonly reports: readonly PartReport[];
  /** Of the month in question. */
  readonly log: readonly (WorkEntry & { readonly itemId: string })[];
}

/** Under which stands what no plan puts into a group. */
export const NO_GROUP = 'Nhiệm vụ khác';

/** The public board on the ISO day `today`; `month`: "2026-11", whose changes it tells. It names no person. */
export function boardOf(given: BoardFacts, today: string, month: string): BoardReply {
  const { ward, facts, units, targets, values, reports } = given;
  const items = watchedOf(given.items);
  const nameOf = (id: string) => unitRefOf(id, units).name;
  const tallies = (keysOf: (item: WorkItem) => readonly string[]) =>
    [...partsBy(items, keysOf)].map(([key, part]) => ({ key, tally: tallyOf(part, today) }));
  return {
    ...{
      ward,
      name: facts.profile.name ?? 'phường',
      as_of: today,
      data_at: newest(given),
      notes: notesOf(given, items),
    },
    documents: facts.documents.map(({ plan: { document } }) => {
      const { number, date, title } = document;
      return { number, date, title };
    }),
    total: tallyOf(items, today),
    groups: tallies(({ group }) => [group ?? NO_GROUP]).map(({ key, tally }) => ({ title: key, tally })),
    units: tallies(({ leads }) => leads).map(({ key, tally }) => ({ unit: unitRefOf(key, units), tally })),
    tasks: items.map((item) => toTask(item, today, nameOf)),
    targets: boardTargets(targets, values, today, nameOf),
    month,
    changes: changesOf({ items, targets, values, reports, log: given.log, ...daysOf(month) }),
    history: historyOf(reports, monthsUntil(today.slice(0, 7))),
  };
}

function toTask(item: WorkItem, today: string, nameOf: (id: string) => string): BoardTask {
  return {
    ...{ no: item.no, group: item.group, title: item.title },
    ...{ leads: item.leads.map(nameOf), coordinating: item.coordinating.map(nameOf) },
    ...{ due: item.due.text, last_day: lastDayOf(item, today), standing: standingOf(item, today) },
    due_before_plan: isDueBeforePlan(item),
    ...{ confirmed: wordOf(item.confirmed), reported: wordOf(item.reported) },
    document: item.from.documentNumber,
  };
}

/** State and figure alone: what is written beside them may name somebody. */
function wordOf(progress: Progress | null): BoardTask['confirmed'] {
  return progress && { state: progress.state, percent: progress.percent, on: vietnamDay(progress.at) };
}

function notesOf({ targets, values }: BoardFacts, items: readonly WorkItem[]): string[] {
  const isDemo = [...items, ...targets].some(({ demo }) => demo);
  return [
    ...(isDemo ? ['Đây là số liệu trình diễn, không phải số liệu của phường.'] : []),
    ...(items.length === 0 ? [NOTHING] : []),
    ...(items.length > 0 && items.every(({ confirmed }) => confirmed === null) ? [NO_RESULT] : []),
    ...(targets.length > 0 && !values.some(({ state }) => state === 'confirmed') ? [NO_FIGURE] : []),
  ];
}

const NOTHING = 'Phường chưa xác nhận nhiệm vụ nào trên hệ thống.';
const NO_RESULT = 'Phường chưa xác nhận kết quả của nhiệm vụ nào.';
const NO_FIGURE = 'Các chỉ tiêu chưa có số liệu được phường xác nhận.';

/** When something was entered last, ISO; null = nothing yet. */
function newest({ items, values, log, reports }: BoardFacts): string | null {
  const times = [
    ...items.flatMap(({ createdAt, reported, confirmed }) => [createdAt, reported?.at ?? 0, confirmed?.at ?? 0]),
    ...values.map(({ at }) => at),
    ...log.map(({ at }) => at),
    ...reports.map(({ decidedAt, progress }) => decidedAt ?? progress.at),
  ];
  return times.length === 0 ? null : new Date(Math.max(...times)).toISOString();
}
