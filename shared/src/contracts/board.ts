import * as z from 'zod/mini';
import { unitRef, workStanding } from './work.ts';
import { OBSTACLE_KINDS, OBSTACLE_STATES, PERIODIC_REPORT_KINDS, PROGRESS_STATES } from './work-words.ts';

const ward = z.string().check(z.minLength(1), z.maxLength(60));

/** How many tasks are in each state by one kind of word; `no_word`: nobody has said anything. */
const words = z.object({
  not_started: z.number(),
  in_progress: z.number(),
  done: z.number(),
  late: z.number(),
  not_applicable: z.number(),
  no_word: z.number(),
});
/** Confirmed by the ward and said by the units themselves are never added up. */
export const tally = z.object({
  tasks: z.number(),
  standings: z.record(z.string(), z.number()),
  confirmed: words,
  reported: words,
});
export type TallyReply = z.infer<typeof tally>;

const word = z.object({
  state: z.enum(PROGRESS_STATES),
  percent: z.nullable(z.number()),
  /** ISO day. */
  on: z.string(),
});
export const boardTask = z.object({
  no: z.nullable(z.string()),
  group: z.nullable(z.string()),
  title: z.string(),
  leads: z.array(z.string()),
  coordinating: z.array(z.string()),
  /** As printed or entered. */
  due: z.nullable(z.string()),
  last_day: z.nullable(z.string()),
  standing: workStanding,
  due_before_plan: z.boolean(),
  confirmed: z.nullable(word),
  reported: z.nullable(word),
  document: z.nullable(z.string()),
});
export type BoardTask = z.infer<typeof boardTask>;

const figure = z.object({
  period: z.string(),
  value: z.string(),
  /** The unit that entered it. */
  unit: z.string(),
  on: z.string(),
});
export const boardTarget = z.object({
  group: z.nullable(z.string()),
  no: z.nullable(z.string()),
  name: z.string(),
  unit: z.nullable(z.string()),
  /** Year → milestone as the plan has it; null = none for that year. */
  values: z.record(z.string(), z.nullable(z.string())),
  next: z.nullable(z.object({ year: z.string(), value: z.nullable(z.string()) })),
  /** The newest figure that the ward has confirmed. */
  confirmed: z.nullable(figure),
  /** A newer figure that nobody has confirmed yet. */
  reported: z.nullable(figure),
  /** Of the confirmed figure alone. */
  standing: z.enum(['reached', 'not_reached', 'cannot_compare', 'no_figure', 'no_milestone']),
  document: z.nullable(z.string()),
});
export type BoardTarget = z.infer<typeof boardTarget>;

/** `added`: so many tasks of a plan came under watch on that day; then `title` names the plan. */
export const BOARD_CHANGES = ['added', 'result_confirmed', 'figure_confirmed', 'closed', 'reopened', 'event'] as const;
export const boardChange = z.object({
  on: z.string(),
  what: z.enum(BOARD_CHANGES),
  title: z.string(),
  /** A sentence for everybody. */
  text: z.string(),
});
export type BoardChange = z.infer<typeof boardChange>;

/** GET /api/v1/board: anyone. Also as pages at /bang/<ward> and /bang/<ward>/man-hinh, as data at /bang/<ward>.csv and .json. */
export const boardQuery = z.object({
  ward,
  /** What changed in this month, "2026-10"; absent = this month. */
  month: z.optional(z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/))),
});
export const boardReply = z.object({
  ward: z.string(),
  name: z.string(),
  as_of: z.string(),
  /** When something was entered last; null = nothing yet. */
  data_at: z.nullable(z.string()),
  /** What the board does not say of itself, such as that no task has been confirmed yet; each a sentence. */
  notes: z.array(z.string()),
  documents: z.array(
    z.object({ number: z.nullable(z.string()), date: z.nullable(z.string()), title: z.nullable(z.string()) }),
  ),
  total: tally,
  /** `plain_title`: in plain words, where the title is a heading that many plans have. */
  groups: z.array(z.object({ title: z.string(), plain_title: z.optional(z.nullable(z.string())), tally })),
  /** By the units that lead; a task with two leads counts for both. */
  units: z.array(z.object({ unit: unitRef, tally })),
  tasks: z.array(boardTask),
  targets: z.array(boardTarget),
  month: z.string(),
  changes: z.array(boardChange),
  /** Months before, oldest first: what units said and what the ward confirmed in each. */
  history: z.array(z.object({ month: z.string(), reported: z.number(), confirmed: z.number() })),
});
export type BoardReply = z.infer<typeof boardReply>;

const workRef = z.object({
  id: z.string(),
  no: z.nullable(z.string()),
  group: z.nullable(z.string()),
  title: z.string(),
  leads: z.array(unitRef),
  /** The day that counts; null = none. */
  day: z.nullable(z.string()),
  /** Days since (overdue, silent) or until (due soon). */
  days: z.number(),
});
export type DashboardWork = z.infer<typeof workRef>;

/** GET /api/v1/dashboard: officials of the ward. */
export const dashboardQuery = z.object({ ward });
export const dashboardReply = z.object({
  ward: z.string(),
  as_of: z.string(),
  total: tally,
  /** Units with the most first; a task with two leads stands under both. */
  overdue_by_unit: z.array(z.object({ unit: unitRef, tasks: z.array(workRef) })),
  due_soon: z.array(workRef),
  /** No word for a quarter or longer; `day`: of the last word, null = there was none. */
  no_word: z.array(workRef),
  /** Words that wait for the standing unit. */
  to_confirm: z.number(),
  targets_at_risk: z.array(
    z.object({
      id: z.string(),
      no: z.nullable(z.string()),
      name: z.string(),
      leads: z.array(unitRef),
      year: z.string(),
      milestone: z.string(),
      /** Newest confirmed figure, else the newest that was reported; null = "chưa có số liệu". */
      value: z.nullable(z.string()),
      is_confirmed: z.boolean(),
      why: z.enum(['not_reached', 'no_figure', 'cannot_compare']),
    }),
  ),
  reports: z.array(
    z.object({
      id: z.nullable(z.string()),
      kind: z.enum(PERIODIC_REPORT_KINDS),
      period: z.string(),
      /** As the plan says it. */
      due_text: z.string(),
      /** null = the plan states no day. */
      due_on: z.nullable(z.string()),
      open: z.boolean(),
      handed_in: z.array(unitRef),
      missing: z.array(unitRef),
    }),
  ),
  /** Open for 30 days or past their day, oldest first. */
  obstacles: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      kind: z.enum(OBSTACLE_KINDS),
      title: z.string(),
      state: z.enum(OBSTACLE_STATES),
      owner: z.nullable(unitRef),
      due_on: z.nullable(z.string()),
      days_open: z.number(),
    }),
  ),
});
export type DashboardReply = z.infer<typeof dashboardReply>;
