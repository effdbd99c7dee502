import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { KeptTarget, PartReport, TargetValue, WorkItem } from '@phuong-so/shared/domain/work';
import type { Attachments } from '../../ports/attachments.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ReportDrafts } from '../../ports/report-drafts.ts';
import type { WardFacts } from '../../ports/ward-facts.ts';
import type { Targets, Work } from '../../ports/work.ts';
import type { WorkRefusal } from '../../work/refusals.ts';

/** What officials' work needs: the same in the app and in chat. */
export interface WorkDeps {
  readonly work: Work;
  readonly targets: Targets;
  readonly clock: Clock;
  /** null for a ward that there is not. */
  readonly ward: (key: string) => WorkWard | null;
  readonly reportDrafts: Pick<ReportDrafts, 'handedIn'>;
  readonly attachments: Pick<Attachments, 'about' | 'isEvidence'>;
}

/** A ward as its officials work in it. */
export interface WorkWard {
  readonly key: string;
  /** "phường Sao Mai"; null = nobody has said. */
  readonly name: string | null;
  readonly facts: WardFacts;
  /** The units as this ward names them. */
  readonly units: UnitDirectory;
  /** Id of the unit that gathers. */
  readonly standingUnit: string;
}

export interface Refused {
  readonly kind: 'refused';
  readonly reason: WorkRefusal;
}

export type Outcome<T> = ({ readonly kind: 'done' } & T) | Refused;
export type ItemOutcome = Outcome<{ readonly item: WorkItem }>;
export type ItemsOutcome = Outcome<{ readonly items: readonly WorkItem[] }>;
export type ReportOutcome = Outcome<{ readonly item: WorkItem; readonly report: PartReport }>;
export type ValueOutcome = Outcome<{ readonly target: KeptTarget; readonly value: TargetValue }>;

export const refuse = (reason: WorkRefusal): Refused => ({ kind: 'refused', reason });
