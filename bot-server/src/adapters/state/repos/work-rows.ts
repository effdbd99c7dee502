import { EVIDENCE_KINDS, PROGRESS_STATES } from '@phuong-so/shared/contracts/work-words';
import { DUE_KINDS } from '@phuong-so/shared/domain/due-date';
import type { PartReport, Progress, WorkEntry, WorkItem } from '@phuong-so/shared/domain/work';
import * as z from 'zod';
import type { NewWorkItem, WorkChange, WorkDoer } from '../../../ports/work.ts';
import type { Tables } from '../tables.ts';

type Row = Tables['workItems']['$inferSelect'];
type UnitRow = Pick<Tables['workItemUnits']['$inferSelect'], 'unit' | 'as'>;

const maybe = z.string().nullable();
const strings = z.array(z.string());

const provenanceSchema = z.object({
  documentId: z.string(),
  documentNumber: maybe,
  documentDate: maybe,
  factId: z.string(),
  origin: z.enum(['appendix', 'body', 'organisation']),
  group: maybe,
  no: maybe,
  title: z.string(),
  lead: strings,
  coordinating: strings,
  due: maybe,
  section: maybe,
  annex: maybe,
  quote: z.string(),
});

const dueSchema = z.object({
  kind: z.enum(DUE_KINDS),
  ...{ text: maybe, lastDay: maybe, firstDay: maybe, monthDay: maybe, event: maybe },
});

const progressSchema = z.object({
  state: z.enum(PROGRESS_STATES),
  percent: z.number().nullable(),
  count: z.object({ value: z.number(), of: z.number().nullable(), what: z.string() }).nullable(),
  note: z.string(),
  obstacle: z.string(),
  evidence: z.array(z.object({ kind: z.enum(EVIDENCE_KINDS), title: z.string(), value: z.string() })),
  at: z.number(),
  unit: z.string(),
});

const changesSchema = z.array(z.object({ what: z.string(), before: z.string(), after: z.string() }));

export const provenanceFromJson = (json: string) => provenanceSchema.parse(JSON.parse(json));
const progressFromJson = (json: string) => progressSchema.parse(JSON.parse(json));

/** PostgreSQL takes no NUL character in a text, nor its escape in JSON that it will once be asked to read. */
export const clean = (text: string) => text.replaceAll('\0', '');
export const maybeClean = (text: string | null) => (text === null ? null : clean(text));
export const toJson = (value: unknown) => JSON.stringify(value).replaceAll('\\u0000', '');

/** `units`: those of the task, in their order. */
export function itemOf(row: Row, units: readonly UnitRow[]): WorkItem {
  const { id, ward, share, no, title, eventOn, dueAfterEvent, state, version, createdAt, demo } = row;
  const { mutedUntil, mutedReason, responsible } = row;
  return {
    ...{ id, ward, share, no, title, eventOn, dueAfterEvent, state, version, createdAt, demo },
    from: provenanceFromJson(row.source),
    group: row.groupTitle,
    leads: units.filter((one) => one.as === 'lead').map(({ unit }) => unit),
    coordinating: units.filter((one) => one.as === 'part').map(({ unit }) => unit),
    due: dueSchema.parse(JSON.parse(row.due)),
    responsible: responsible === null ? null : { subject: row.responsibleSubject, label: responsible },
    muted: mutedUntil === null ? null : { until: mutedUntil, reason: mutedReason ?? '' },
    reported: row.reported === null ? null : progressFromJson(row.reported),
    confirmed: row.confirmed === null ? null : progressFromJson(row.confirmed),
  };
}

export function rowOfItem(id: string, item: NewWorkItem, at: number): Tables['workItems']['$inferInsert'] {
  const { ward, from, share, group, no, position, demo } = item;
  return {
    ...{ id, ward, share, no, position, demo, documentId: from.documentId, factId: from.factId },
    ...{ source: toJson(from), groupTitle: group, createdAt: at, version: 1, state: 'open' },
    ...{ title: clean(item.title), due: toJson(item.due), dueDay: item.due.lastDay },
    ...responsibleColumns(item.responsible),
    ...{ eventOn: null, dueAfterEvent: null, mutedUntil: null, mutedReason: null, reported: null, confirmed: null },
  };
}

/** Columns of the task's own row for what is named, and for nothing else; its units stand in a table of their own. */
export function columnsOfChange({ title, due, eventOn, dueAfterEvent, responsible, state, muted }: WorkChange) {
  return {
    ...(title === undefined ? {} : { title: clean(title) }),
    ...(due === undefined ? {} : { due: toJson(due), dueDay: due.lastDay }),
    ...(eventOn === undefined ? {} : { eventOn }),
    ...(dueAfterEvent === undefined ? {} : { dueAfterEvent }),
    ...(responsible === undefined ? {} : responsibleColumns(responsible)),
    ...(state === undefined ? {} : { state }),
    ...(muted === undefined
      ? {}
      : { mutedUntil: muted?.until ?? null, mutedReason: maybeClean(muted?.reason ?? null) }),
  };
}

function responsibleColumns(responsible: WorkItem['responsible']) {
  return { responsible: maybeClean(responsible?.label ?? null), responsibleSubject: responsible?.subject ?? null };
}

export function unitRows(
  itemId: string,
  { ward, leads, coordinating }: Pick<WorkItem, 'ward' | 'leads' | 'coordinating'>,
) {
  const rows = (as: 'lead' | 'part', units: readonly string[]) =>
    units.map((unit, position) => ({ id: `${itemId}/${as}/${unit}`, itemId, ward, unit, as, position }));
  return [...rows('lead', leads), ...rows('part', coordinating)];
}

export function reportOf(row: Tables['workReports']['$inferSelect']): PartReport {
  const { id, itemId, ward, as, state, decisionNote, decidedAt } = row;
  return { id, itemId, ward, as, state, decisionNote, decidedAt, progress: progressFromJson(row.progress) };
}

export function rowOfReport(
  {
    id,
    itemId,
    ward,
    as,
    pressKey,
  }: { id: string; itemId: string; ward: string; as: 'lead' | 'part'; pressKey: string },
  progress: Progress,
  { subject, at }: WorkDoer,
): Tables['workReports']['$inferInsert'] {
  return {
    ...{ id, itemId, ward, as, at, pressKey: clean(pressKey), unit: progress.unit, progress: toJson(progress) },
    ...{ state: 'reported', decisionNote: null, decidedAt: null, bySubject: subject },
  };
}

export function entryOf(row: Tables['workLog']['$inferSelect']): WorkEntry & { readonly itemId: string } {
  const { itemId, at, act, office, note, version } = row;
  return { itemId, at, act, office, note, version, changes: changesSchema.parse(JSON.parse(row.changes)) };
}
