import type { DraftCard, DueReportReply, ReportDraftReply } from '@phuong-so/shared/contracts/report-drafts';
import type { Session } from '@phuong-so/shared/domain/session';
import type { ReportDraft, ReportSection } from '@phuong-so/shared/domain/work';
import { type DraftOutcome, draftActorOf } from '../flows/reports/deps.ts';
import { listDrafts } from '../flows/reports/drafts.ts';
import type { WorkWard } from '../flows/work/deps.ts';
import { deskOf } from '../flows/work/see.ts';
import { draftMays } from '../work/reports/draft-steps.ts';
import type { DueReport, Occurrence } from '../work/reports/due-reports.ts';
import { periodWords } from '../work/reports/periods.ts';
import type { ReportRefusal } from '../work/reports/refusals.ts';
import { saidOfDate } from '../work/reports/said-of-date.ts';
import { unitRefOf } from '../work/unit-names.ts';
import { actorOf } from './announcer.ts';
import { iso } from './broadcast-reply.ts';
import type { ApiDeps } from './environment.ts';
import { Refusal } from './problems.ts';

export function toDueReportReply(report: DueReport): DueReportReply {
  const { document, deadline, time, kinds, next, past, who, toWhom, through, onward } = report;
  return {
    id: `${document.documentId}/${deadline.id}`,
    ...{ document_id: document.documentId, document: document.plan.document.number },
    ...{ section: deadline.quote.place.section, when: deadline.when, time, kinds: [...kinds] },
    ...{ next: occurrence(next), past: occurrence(past), year_assumed: time === 'year_not_stated' },
    ...{ who, to_whom: toWhom, through, onward, said: saidOfDate(report), quote: deadline.quote.text },
  };
}

function occurrence(one: Occurrence | null) {
  return one && { last_day: one.lastDay, opens_on: one.opensOn, open: one.open };
}

export function toDraftCard(draft: ReportDraft, { units }: WorkWard): DraftCard {
  const { id, ward, unit, kind, period, state, version, changedAt } = draft;
  return {
    ...{ id, ward, kind, period, state, version },
    unit: unit === null ? null : unitRefOf(unit, units),
    period_words: periodWords(kind, period),
    changed_at: iso(changedAt),
  };
}

export const toSectionReply = ({ id, title, text, edited }: ReportSection) => ({ id, title, text, edited });

/** A draft as the person sees it who has just asked for it or changed it. @throws Refusal */
export async function draftReplyOf(
  deps: ApiDeps,
  session: Session | null,
  draft: ReportDraft,
  leftAlone: readonly string[] = [],
): Promise<ReportDraftReply> {
  const actor = await actorOf(deps, session);
  const desk = deskOf(deps.reports, actor, draft.ward);
  if (desk === null) throw new Refusal('not_found');
  const all = draft.unit === null ? ((await listDrafts(deps.reports, actor, draft.ward)) ?? []) : [];
  const waiting = all.filter(
    ({ unit, kind, period, state }) =>
      unit !== null && kind === draft.kind && period === draft.period && state === 'handed_in',
  );
  return {
    ...toDraftCard(draft, desk.ward),
    sections: draft.sections.map(toSectionReply),
    waiting: waiting.map((one) => toDraftCard(one, desk.ward)),
    left_alone: [...leftAlone],
    may: draftMays(draft, draftActorOf(desk)),
  };
}

/** @throws Refusal for an outcome that is none */
export function doneReport(outcome: DraftOutcome) {
  if (outcome.kind === 'refused') throw refusedReport(outcome.reason);
  return outcome;
}

const COMMON = { not_found: 'not_found', forbidden: 'not_allowed', unknown_ward: 'unknown_ward' } as const;

function refusedReport(reason: ReportRefusal): Refusal {
  return new Refusal(isCommon(reason) ? COMMON[reason] : `report_${reason}`);
}

function isCommon(reason: ReportRefusal): reason is keyof typeof COMMON {
  return reason in COMMON;
}
