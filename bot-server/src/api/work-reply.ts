import type {
  ProgressReply,
  ProvenanceReply,
  UnitRef,
  WorkDetailReply,
  WorkReply,
} from '@phuong-so/shared/contracts/work';
import type { DueDate } from '@phuong-so/shared/domain/plan';
import type { Progress, Provenance, WorkItem } from '@phuong-so/shared/domain/work';
import { isDueBeforePlan, lastDayOf, standingOf } from '@phuong-so/shared/domain/work-clock';
import { type Desk, rightsOn } from '../flows/work/see.ts';
import { unitRefOf } from '../work/unit-names.ts';
import { iso } from './broadcast-reply.ts';
import type { ApiDeps } from './environment.ts';

/** A task as this official sees it on the clock's day. */
export function toWorkReply({ work: { clock } }: ApiDeps, desk: Desk, item: WorkItem): WorkReply {
  const { id, ward, group, no, title, state, version } = item;
  const today = clock.today();
  const { responsible } = item;
  return {
    ...{ id, ward, group, no, title, state, version, from: toProvenanceReply(item.from) },
    ...{ leads: refs(desk, item.leads), coordinating: refs(desk, item.coordinating) },
    ...{ due: toDueReply(item.due), event_on: item.eventOn, due_after_event: item.dueAfterEvent },
    responsible: responsible && { label: responsible.label, is_me: responsible.subject === desk.actor.subject },
    ...{ standing: standingOf(item, today), next_day: lastDayOf(item, today), due_before_plan: isDueBeforePlan(item) },
    muted: item.muted && { ...item.muted },
    reported: item.reported && toProgressReply(desk, item.reported),
    confirmed: item.confirmed && toProgressReply(desk, item.confirmed),
    may: rightsOn(desk, item),
  };
}

/** With everything that was said of it and done to it. */
export async function toWorkDetailReply(deps: ApiDeps, desk: Desk, item: WorkItem): Promise<WorkDetailReply> {
  const [reports, log] = await Promise.all([deps.work.work.reports(item.id), deps.work.work.log(item.id)]);
  return {
    work: toWorkReply(deps, desk, item),
    reports: reports.map((report) => ({
      ...{ id: report.id, as: report.as, state: report.state, progress: toProgressReply(desk, report.progress) },
      ...{ decision_note: report.decisionNote, decided_at: report.decidedAt === null ? null : iso(report.decidedAt) },
    })),
    log: log.map(({ at, changes, ...entry }) => ({
      ...{ ...entry, at: iso(at), changes: changes.map((change) => ({ ...change })) },
    })),
  };
}

export function toProvenanceReply(from: Provenance): ProvenanceReply {
  const { origin, group, no, title, lead, coordinating, due, section, annex, quote } = from;
  return {
    ...{ document_id: from.documentId, document: from.documentNumber, document_date: from.documentDate },
    ...{ fact_id: from.factId, origin, group, no, title, due, section, annex, quote },
    ...{ lead: [...lead], coordinating: [...coordinating] },
  };
}

export function toDueReply({ kind, text, lastDay, event }: DueDate): WorkReply['due'] {
  return { kind, text, last_day: lastDay, event };
}

export function refs({ ward }: Pick<Desk, 'ward'>, ids: readonly string[]): UnitRef[] {
  return ids.map((id) => unitRefOf(id, ward.units));
}

function toProgressReply({ ward }: Desk, { count, evidence, at, unit, ...same }: Progress): ProgressReply {
  return {
    ...{ ...same, count: count && { ...count }, at: iso(at), unit: unitRefOf(unit, ward.units) },
    evidence: evidence.map((one) => ({ ...one })),
  };
}
