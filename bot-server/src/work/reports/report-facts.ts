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
  /** The newest values by the end of the period; null = none. */
  readonly confirmed: TargetValue | null;
  readonly reported: TargetValue | null;
}

/** A task with what was said of it by the day of the report. */
export interface TaskFacts {
  readonly item: WorkItem;
  readonly reported: Progress | null;
  readonly confirmed: Progress | null;
  /** Words about parts of it, the newest of each unit, oldest first. */
  readonly parts: readonly PartReport[];
  /** Somebody gave a word within the period. */
  readonly inPeriod: boolean;
}

/** What came after the day of the report is not yet said: then the newest word before it stands. */
export function taskFacts(facts: ReportFacts): TaskFacts[] {
  const { work, days, asOf } = facts;
  const of = grouped(standingWords(facts));
  return work.map((item) => {
    const own = of.get(item.id) ?? [];
    const leads = own.filter((word) => word.as === 'lead');
    const until = (progress: Progress | null) => progress === null || vietnamDay(progress.at) <= asOf;
    const confirmed = leads.filter(({ decidedAt }) => decidedAt !== null && vietnamDay(decidedAt) <= asOf);
    return {
      item,
      reported: until(item.reported) ? item.reported : (leads.at(-1)?.progress ?? null),
      confirmed: until(item.confirmed) ? item.confirmed : (confirmed.at(-1)?.progress ?? null),
      parts: newestOfEach(own.filter((word) => word.as === 'part')),
      inPeriod: own.some(({ progress }) => vietnamDay(progress.at) >= days.from),
    };
  });
}

/** Words that were not given back to those who said them. */
export function standingWords({
  words,
}: Pick<ReportFacts, 'words'>): (PartReport & { state: 'reported' | 'confirmed' })[] {
  return words.flatMap((word) => (word.state === 'returned' ? [] : [{ ...word, state: word.state }]));
}

function grouped(words: readonly PartReport[]): ReadonlyMap<string, PartReport[]> {
  const of = new Map<string, PartReport[]>();
  for (const word of words) of.set(word.itemId, [...(of.get(word.itemId) ?? []), word]);
  return of;
}

function newestOfEach(parts: readonly PartReport[]): PartReport[] {
  return [...new Map(parts.map((part) => [part.progress.unit, part])).values()];
}
