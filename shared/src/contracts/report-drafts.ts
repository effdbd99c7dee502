import * as z from 'zod/mini';
import { unitRef } from './work.ts';
import { PERIODIC_REPORT_KINDS, PERIODIC_REPORT_STATES } from './work-words.ts';

const id = z.string().check(z.minLength(1), z.maxLength(120));
const ward = z.string().check(z.minLength(1), z.maxLength(60));
const version = z.number().check(z.int(), z.minimum(0));

export const periodicReportKind = z.enum(PERIODIC_REPORT_KINDS);
export const periodicReportState = z.enum(PERIODIC_REPORT_STATES);

/**
 * How much of a report's date the plan states. `every_year`: day and recurrence; `one_day`: day, month and year;
 * `year_not_stated`: a day, and neither a year nor that it comes back; `no_day`: how often, but no day; `no_period`: neither.
 */
export const REPORT_TIMES = ['every_year', 'one_day', 'year_not_stated', 'no_day', 'no_period'] as const;

const occurrence = z.object({
  /** ISO day: the last on which it is in time. "trước ngày 30/11" → 29/11. */
  last_day: z.string(),
  /** 30 days before. */
  opens_on: z.string(),
  open: z.boolean(),
});

/** A report that a plan asks for, in the plan's own words; what the plan does not say is null, and `said` says so. */
export const dueReportReply = z.object({
  /** Unique in its ward. */
  id: z.string(),
  document_id: z.string(),
  document: z.nullable(z.string()),
  section: z.nullable(z.string()),
  /** As printed: "Định kỳ hàng năm trước ngày 30/11". */
  when: z.string(),
  time: z.enum(REPORT_TIMES),
  kinds: z.array(periodicReportKind),
  /** The next time, today included; null = none is known. */
  next: z.nullable(occurrence),
  /** The newest time that has passed in this year; null = none. */
  past: z.nullable(occurrence),
  /** The plan states a day and no year: `next` and `past` are of this year, which the ward has to confirm. */
  year_assumed: z.boolean(),
  /** Who reports, as printed; null = the plan does not say it there. */
  who: z.nullable(z.string()),
  to_whom: z.nullable(z.string()),
  /** Through which unit. */
  through: z.nullable(z.string()),
  /** To whom the ward passes the sum on. */
  onward: z.nullable(z.string()),
  /** Plain sentences about the date: what is stated and what is not. */
  said: z.array(z.string()),
  quote: z.string(),
});
export type DueReportReply = z.infer<typeof dueReportReply>;

/** A draft without its text. */
export const draftCard = z.object({
  id: z.string(),
  ward: z.string(),
  /** null = the ward's own. */
  unit: z.nullable(unitRef),
  kind: periodicReportKind,
  period: z.string(),
  /** "năm 2026", "6 tháng đầu năm 2026", "từ 01/01/2026 đến 21/11/2026". */
  period_words: z.string(),
  state: periodicReportState,
  version,
  changed_at: z.string(),
});
export type DraftCard = z.infer<typeof draftCard>;

/** GET /api/v1/reports. What the plans ask for is everybody's; `drafts` is null for whoever is no official of the ward. */
export const reportsQuery = z.object({ ward });
export const reportsReply = z.object({
  ward: z.string(),
  as_of: z.string(),
  reports: z.array(dueReportReply),
  drafts: z.nullable(z.array(draftCard)),
});
export type ReportsReply = z.infer<typeof reportsReply>;

export const reportSectionReply = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  /** Somebody changed what was drafted. */
  edited: z.boolean(),
});

export const reportDraftReply = z.object({
  ...draftCard.shape,
  sections: z.array(reportSectionReply),
  /** Of the ward's own draft: units whose own draft is handed in and not yet taken in. */
  waiting: z.array(draftCard),
  /** Ids of the edited sections that drafting anew has just left alone; [] on every other reply. */
  left_alone: z.array(z.string()),
  may: z.array(z.enum(['edit', 'redraft', 'hand_in', 'take_in', 'give_back'])),
});
export type ReportDraftReply = z.infer<typeof reportDraftReply>;

/**
 * `yearly`: "2026"; `half_year`: "2026-H1"; `on_demand`: its first and last ISO day, "2026-01-01..2026-11-21".
 */
export const reportPeriod = z
  .string()
  .check(z.regex(/^(20\d{2}|20\d{2}-H[12]|20\d{2}-\d{2}-\d{2}\.\.20\d{2}-\d{2}-\d{2})$/));

/** POST /api/v1/report-drafts. Asked for twice it is the same draft. `unit` null or absent: the ward's own (standing unit). */
export const newDraftBody = z.object({
  ward,
  kind: periodicReportKind,
  period: reportPeriod,
  unit: z.optional(z.nullable(id)),
});
/** GET /api/v1/report-drafts */
export const draftsQuery = z.object({ ward });
export const draftsReply = z.object({ ward: z.string(), drafts: z.array(draftCard) });
export const draftParams = z.object({ id });
/** PATCH /api/v1/report-drafts/:id. Sections that are not named stay; 409 when the draft was changed meanwhile. */
export const draftChangeBody = z.object({
  version,
  sections: z
    .array(z.object({ id, text: z.string().check(z.trim(), z.maxLength(20_000)) }))
    .check(z.minLength(1), z.maxLength(20)),
});
/** POST /api/v1/report-drafts/:id/redraft. `sections`: also these, though edited: what was written there is replaced. */
export const redraftBody = z.object({ version, sections: z.optional(z.array(id).check(z.maxLength(20))) });
/** POST /api/v1/report-drafts/:id/state. A unit hands in; the standing unit takes in, or gives back (`draft`). */
export const draftStateBody = z.object({ version, state: periodicReportState });
/** GET /api/v1/report-drafts/:id/versions: newest first; every one is kept. */
export const draftVersionsReply = z.object({
  versions: z.array(z.object({ version, at: z.string(), office: z.string(), sections: z.array(reportSectionReply) })),
});
export type DraftVersionsReply = z.infer<typeof draftVersionsReply>;

export const DRAFT_FILES = ['docx', 'xlsx'] as const;
/** POST /api/v1/report-drafts/:id/downloads */
export const draftDownloadBody = z.object({ kind: z.enum(DRAFT_FILES) });
export const draftDownloadReply = z.object({ url: z.string(), name: z.string(), expires_at: z.string() });
