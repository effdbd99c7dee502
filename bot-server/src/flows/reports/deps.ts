import type { ReportDraft } from '@phuong-so/shared/domain/work';
import type { Obstacles } from '../../ports/obstacles.ts';
import type { ReportDrafts } from '../../ports/report-drafts.ts';
import type { DraftActor } from '../../work/reports/draft-steps.ts';
import type { ReportRefusal } from '../../work/reports/refusals.ts';
import type { WorkDeps } from '../work/deps.ts';
import type { Desk } from '../work/see.ts';

/** What drafting and keeping reports needs beside officials' tasks and targets. */
export interface ReportDeps extends WorkDeps {
  readonly drafts: ReportDrafts;
  readonly obstacles: Pick<Obstacles, 'list'>;
}

export type DraftOutcome =
  | { readonly kind: 'done'; readonly draft: ReportDraft; readonly leftAlone: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: ReportRefusal };

export const refuse = (reason: ReportRefusal) => ({ kind: 'refused', reason }) as const;
export const done = (draft: ReportDraft | null, leftAlone: readonly string[] = []): DraftOutcome =>
  draft === null ? refuse('changed') : { kind: 'done', draft, leftAlone };

export function draftActorOf({ standpoint: { unit, standing } }: Desk): DraftActor {
  return { unit, stands: standing };
}
