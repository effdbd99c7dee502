import * as z from 'zod/mini';
import { nextCursor, pageQuery } from './page.ts';
import { EVIDENCE_KINDS, PART_STATES, PROGRESS_STATES, WORK_ACTS, WORK_STANDINGS, WORK_STATES } from './work-words.ts';

const id = z.string().check(z.minLength(1), z.maxLength(120));
const ward = z.string().check(z.minLength(1), z.maxLength(60));
const unitId = z.string().check(z.minLength(1), z.maxLength(120));
const key = z.string().check(z.minLength(1), z.maxLength(80));
const day = z.string().check(z.regex(/^20\d{2}-\d{2}-\d{2}$/));
const note = z.string().check(z.trim(), z.maxLength(2000));
const version = z.number().check(z.int(), z.minimum(0));

export const workStanding = z.enum(WORK_STANDINGS);
export type WorkStanding = z.infer<typeof workStanding>;

const dueReply = z.object({
  kind: z.string(),
  /** As printed or entered. */
  text: z.nullable(z.string()),
  last_day: z.nullable(z.string()),
  event: z.nullable(z.string()),
});

export const provenance = z.object({
  document_id: z.string(),
  document: z.nullable(z.string()),
  document_date: z.nullable(z.string()),
  fact_id: z.string(),
  origin: z.enum(['appendix', 'body', 'organisation']),
  group: z.nullable(z.string()),
  no: z.nullable(z.string()),
  title: z.string(),
  lead: z.array(z.string()),
  coordinating: z.array(z.string()),
  due: z.nullable(z.string()),
  section: z.nullable(z.string()),
  annex: z.nullable(z.string()),
  quote: z.string(),
});
export type ProvenanceReply = z.infer<typeof provenance>;

/** A unit of the ward: id, and the name that people read. */
export const unitRef = z.object({ id: z.string(), name: z.string() });
export type UnitRef = z.infer<typeof unitRef>;

export const evidence = z.object({
  kind: z.enum(EVIDENCE_KINDS),
  title: z.string().check(z.trim(), z.maxLength(200)),
  /** Address, id of an attachment, or the figure in words. */
  value: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
});

export const count = z.object({
  value: z.number().check(z.minimum(0), z.maximum(1e12)),
  of: z.nullable(z.number().check(z.minimum(0), z.maximum(1e12))),
  what: z.string().check(z.trim(), z.maxLength(100)),
});

const progressReply = z.object({
  state: z.enum(PROGRESS_STATES),
  percent: z.nullable(z.number()),
  count: z.nullable(count),
  note: z.string(),
  obstacle: z.string(),
  evidence: z.array(evidence),
  at: z.string(),
  unit: unitRef,
});
export type ProgressReply = z.infer<typeof progressReply>;

export const workReply = z.object({
  id: z.string(),
  ward: z.string(),
  from: provenance,
  group: z.nullable(z.string()),
  no: z.nullable(z.string()),
  title: z.string(),
  leads: z.array(unitRef),
  coordinating: z.array(unitRef),
  due: dueReply,
  event_on: z.nullable(z.string()),
  due_after_event: z.nullable(z.string()),
  responsible: z.nullable(z.object({ label: z.string(), is_me: z.boolean() })),
  state: z.enum(WORK_STATES),
  standing: workStanding,
  /** The last day in time that counts today, ISO; null = none. */
  next_day: z.nullable(z.string()),
  /** The plan asks for it before its own date: told beside it. */
  due_before_plan: z.boolean(),
  muted: z.nullable(z.object({ until: z.string(), reason: z.string() })),
  reported: z.nullable(progressReply),
  confirmed: z.nullable(progressReply),
  /** What the person who asks may do with it now. */
  may: z.array(z.enum(['edit', 'report_lead', 'report_part', 'confirm', 'confirm_parts', 'take', 'mute'])),
  version,
});
export type WorkReply = z.infer<typeof workReply>;

export const partReply = z.object({
  id: z.string(),
  as: z.enum(['lead', 'part']),
  progress: progressReply,
  state: z.enum(PART_STATES),
  decision_note: z.nullable(z.string()),
  decided_at: z.nullable(z.string()),
});
export const workEntryReply = z.object({
  at: z.string(),
  act: z.enum(WORK_ACTS),
  office: z.string(),
  note: z.nullable(z.string()),
  changes: z.array(z.object({ what: z.string(), before: z.string(), after: z.string() })),
  version,
});
/** GET /api/v1/work/:id */
export const workDetailReply = z.object({
  work: workReply,
  reports: z.array(partReply),
  log: z.array(workEntryReply),
});
export type WorkDetailReply = z.infer<typeof workDetailReply>;

export const workParams = z.object({ id });
export const workReportParams = z.object({ id, report: id });
/** GET /api/v1/work. `unit`: id, printed or everyday name; officials of the ward see all of it. */
export const workQuery = z.object({
  ward,
  unit: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  standing: z.optional(workStanding),
  /** Also what is closed or superseded. */
  all: z.optional(z.enum(['1'])),
  ...pageQuery,
});
export const workListReply = z.object({
  ward: z.string(),
  as_of: z.string(),
  /** The asker's own unit; null = none. */
  unit: z.nullable(unitRef),
  /** They belong to the standing unit or run the service. */
  standing_unit: z.boolean(),
  /** How many there are of each standing, of all that the filter by unit lets through. */
  counts: z.record(z.string(), z.number()),
  work: z.array(workReply),
  next_cursor: nextCursor,
});
export type WorkListReply = z.infer<typeof workListReply>;

/** GET /api/v1/work-proposals: what the plans of the ward propose, beside what has been confirmed of it. Standing unit only. */
export const proposalsQuery = z.object({ ward });
export const proposalReply = z.object({
  from: provenance,
  leads: z.array(unitRef),
  coordinating: z.array(unitRef),
  due: dueReply,
  /** A collective lead ("các cơ quan, đơn vị") that can be split among units. */
  collective: z.boolean(),
  due_before_plan: z.boolean(),
  /** `changed`: the plan, read anew, says something else than what was confirmed; `gone`: it says it no more. */
  match: z.enum(['new', 'same', 'changed', 'gone']),
  changes: z.array(z.object({ what: z.string(), before: z.string(), after: z.string() })),
  /** Ids of the tasks made of it. */
  work_ids: z.array(z.string()),
});
export const targetProposalReply = z.object({
  from: provenance,
  name: z.string(),
  unit: z.nullable(z.string()),
  values: z.record(z.string(), z.nullable(z.string())),
  leads: z.array(unitRef),
  match: z.enum(['new', 'same', 'changed', 'gone']),
  changes: z.array(z.object({ what: z.string(), before: z.string(), after: z.string() })),
  target_id: z.nullable(z.string()),
  contradicts: z.array(z.string()),
});
export const proposalsReply = z.object({
  ward: z.string(),
  documents: z.array(
    z.object({
      document_id: z.string(),
      number: z.nullable(z.string()),
      date: z.nullable(z.string()),
      title: z.nullable(z.string()),
      /** Set when somebody said that a newer plan takes its place. */
      superseded_by: z.nullable(z.string()),
    }),
  ),
  /** Units of the ward that a collective lead can be split among. */
  units: z.array(unitRef),
  tasks: z.array(proposalReply),
  targets: z.array(targetProposalReply),
});
export type ProposalsReply = z.infer<typeof proposalsReply>;

/** What the standing unit changes while it confirms; what is absent stays as the plan has it. `due`: a phrase such as "Tháng 9/2026". */
export const workEdit = z.object({
  title: z.optional(z.string().check(z.trim(), z.minLength(3), z.maxLength(1000))),
  leads: z.optional(z.array(unitId).check(z.minLength(1), z.maxLength(60))),
  coordinating: z.optional(z.array(unitId).check(z.maxLength(60))),
  due: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(200)))),
  responsible: z.optional(z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(60)))),
});
/** POST /api/v1/work. Confirmed twice it is there once. `split`: one task for each of these units. */
export const confirmBody = z.object({
  ward,
  tasks: z
    .array(
      z.object({
        document_id: id,
        fact_id: id,
        edit: z.optional(workEdit),
        split: z.optional(z.array(unitId).check(z.minLength(1), z.maxLength(60))),
      }),
    )
    .check(z.maxLength(500)),
  targets: z.array(z.object({ document_id: id, fact_id: id })).check(z.maxLength(500)),
});
export const confirmReply = z.object({ tasks: z.array(workReply), targets: z.number() });

/** PATCH /api/v1/work/:id, the standing unit. */
export const workChangeBody = z.object({
  version,
  ...workEdit.shape,
  event_on: z.optional(z.nullable(day)),
  due_after_event: z.optional(z.nullable(day)),
  state: z.optional(z.enum(['open', 'closed'])),
  note: z.optional(note),
});
/** POST /api/v1/work/:id/split */
export const splitBody = z.object({ version, units: z.array(unitId).check(z.minLength(1), z.maxLength(60)) });
export const splitReply = z.object({ tasks: z.array(workReply) });
/** POST /api/v1/work/:id/take: "Tôi phụ trách"; `take` false gives it back. */
export const takeBody = z.object({
  version,
  take: z.boolean(),
  label: z.optional(z.string().check(z.trim(), z.maxLength(60))),
});
/** POST /api/v1/work/:id/mute: no reminders until this day; null ends it. */
export const muteBody = z.object({
  version,
  until: z.nullable(day),
  reason: z.string().check(z.trim(), z.maxLength(300)),
});
/** POST /api/v1/work/:id/reports */
export const workReportBody = z.object({
  key,
  state: z.enum(PROGRESS_STATES),
  percent: z.nullable(z.number().check(z.int(), z.minimum(0), z.maximum(100))),
  count: z.nullable(count),
  note,
  obstacle: note,
  evidence: z.array(evidence).check(z.maxLength(20)),
});
/** POST /api/v1/work/:id/reports/:report/decision. Returned with a note. */
export const partDecisionBody = z.object({ version, confirm: z.boolean(), note: z.nullable(note) });
/** POST /api/v1/work-supersede: a newer plan takes the place of an older one: what is open of the older one is superseded. */
export const supersedeBody = z.object({ ward, older: id, newer: id });
export const supersedeReply = z.object({ superseded: z.number() });
