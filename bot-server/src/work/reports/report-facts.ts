import { vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import type {
  KeptTarget,
  Obstacle,
  PartReport,
  PeriodicReportKind,
  Progress,
  ReportDraft,
  TargetValue,
  WorkItem,
} from '@phuong-so/shared/domain/work';
import type { Period } from './periods.ts';

/** Everything that a draft may say: what was entered, and nothing that is computed from something else. */
export interface ReportFacts {
  /** "UBND phường Hoàng Mai", "Phòng Kinh tế": who reports, as people read it. */
  readonly author: string;
  /** Id of the unit whose report it is; null = the ward's. */
  readonly unit: string | null;
  readonly kind: PeriodicReportKind;
  readonly period: string;
  readonly days: Period;
  /** ISO day: figures are as of its end, and never of a day after the period. */
  readonly asOf: string;
  /** "Kế hoạch số 43/KH-UBND ngày 19/9/2025", one for each plan. */
  readonly plans: readonly string[];
  /** What the report is about: of the ward, or where this unit leads or coordinates. Superseded ones are not among them. */
  readonly work: readonly WorkItem[];
  /** Every word about this work until the end of `asOf`, oldest first. */
  readonly words: readonly PartReport[];
  readonly targets: readonly TargetFacts[];
  readonly obstacles: readonly Obstacle[];
  /** Drafts of units for the same period, for the ward's own report. */
  readonly unitDrafts: readonly ReportDraft[];
  /** The name of a unit that people read. */
  readonly unitName: (id: string) => string;
}

export interface TargetFacts {
  readonly target: KeptTarget;
  /** The newest value by the end of the period; null = "chưa có số liệu". */
  readonly value: TargetValue | null;
}

/** A task with what was said of it by the day of the report. */
export interface TaskFacts {
  readonly item: WorkItem;
  readonly reported: Progress | null;
  /** The standing unit gave the newest word back. */
  readonly returned: boolean;
  readonly confirmed: Progress | null;
  /** Words about parts of it, the newest of each unit, oldest first. */
  readonly parts: readonly PartReport[];
  /** Somebody gave a word within the period. */
  readonly inPeriod: boolean;
}

/** What came after the day of the report is not yet said: then the newest word before it stands. */
export function taskFacts({ work, words, days, asOf }: ReportFacts): TaskFacts[] {
  const of = new Map<string, PartReport[]>();
  for (const word of words) of.set(word.itemId, [...(of.get(word.itemId) ?? []), word]);
  return work.map((item) => {
    const own = of.get(item.id) ?? [];
    const leads = own.filter((word) => word.as === 'lead');
    const until = (progress: Progress | null) => progress === null || vietnamDay(progress.at) <= asOf;
    const decided = leads.filter(({ decidedAt }) => decidedAt !== null && vietnamDay(decidedAt) <= asOf);
    const confirmed = decided.filter(({ state }) => state === 'confirmed');
    const reported = until(item.reported) ? item.reported : (leads.at(-1)?.progress ?? null);
    return {
      ...{ item, reported },
      returned: decided.some(({ state, progress }) => state === 'returned' && progress.at === reported?.at),
      confirmed: until(item.confirmed) ? item.confirmed : (confirmed.at(-1)?.progress ?? null),
      parts: newestOfEach(own.filter((word) => word.as === 'part')),
      inPeriod: own.some(({ progress }) => vietnamDay(progress.at) >= days.from),
    };
  });
}

function newestOfEach(parts: readonly PartReport[]): PartReport[] {
  return [...new Map(parts.map((part) => [part.progress.unit, part])).values()];
}
