import type { ReportDraft, WorkActor } from '@phuong-so/shared/domain/work';
import { officeOf } from '../../announcements/office.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Obstacles } from '../../ports/obstacles.ts';
import type { ReportDrafts } from '../../ports/report-drafts.ts';
import type { Targets, Work } from '../../ports/work.ts';
import type { DraftActor } from '../../work/reports/draft-steps.ts';
import type { ReportRefusal } from '../../work/reports/refusals.ts';
import { standsFor } from '../../work/standing-unit.ts';
import { unitIdOf } from '../../work/unit-names.ts';
import type { WorkDeps, WorkWard } from '../work/deps.ts';

/** What drafting and keeping reports needs. */
export interface ReportDeps {
  readonly drafts: ReportDrafts;
  readonly work: Pick<Work, 'list' | 'reportsBetween' | 'superseded'>;
  readonly targets: Pick<Targets, 'list' | 'values'>;
  readonly obstacles: Pick<Obstacles, 'list'>;
  readonly clock: Clock;
  readonly ward: WorkDeps['ward'];
}

export type DraftOutcome =
  | { readonly kind: 'done'; readonly draft: ReportDraft; readonly leftAlone: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: ReportRefusal };

export const refuse = (reason: ReportRefusal) => ({ kind: 'refused', reason }) as const;
export const done = (draft: ReportDraft | null, leftAlone: readonly string[] = []): DraftOutcome =>
  draft === null ? refuse('changed') : { kind: 'done', draft, leftAlone };

/** An official of a ward, there. */
export interface ReportDesk extends DraftActor {
  readonly ward: WorkWard;
  /** What the versions keep instead of a name. */
  readonly office: string;
}

/** null for whoever is no official of this ward. */
export function deskIn(deps: Pick<ReportDeps, 'ward'>, actor: WorkActor, key: string): ReportDesk | null {
  const ward = deps.ward(key);
  const isOfficial = actor.ward === key && (actor.role === 'official' || actor.role === 'admin');
  if (ward === null || !isOfficial) return null;
  const { units, standingUnit, facts } = ward;
  const { name, groups } = facts.profile;
  return {
    ...{ ward, unit: unitIdOf(actor.unit, units), stands: standsFor(actor, key, standingUnit, units) },
    office: officeOf({ ...actor, group: null }, { name, groups }),
  };
}
