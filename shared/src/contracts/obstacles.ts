import * as z from 'zod/mini';
import { nextCursor, pageQuery } from './page.ts';
import { unitRef } from './work.ts';
import { OBSTACLE_ACTS, OBSTACLE_KINDS, OBSTACLE_STATES } from './work-words.ts';

const id = z.string().check(z.minLength(1), z.maxLength(120));
const ward = z.string().check(z.minLength(1), z.maxLength(60));
const key = z.string().check(z.minLength(1), z.maxLength(80));
const unitId = z.string().check(z.minLength(1), z.maxLength(120));
const day = z.string().check(z.regex(/^20\d{2}-\d{2}-\d{2}$/));
const note = z.string().check(z.trim(), z.maxLength(2000));
const version = z.number().check(z.int(), z.minimum(0));
const title = z.string().check(z.trim(), z.minLength(3), z.maxLength(150));
const words = z.string().check(z.trim(), z.minLength(3), z.maxLength(2000));

/** What the person who asks may do with it now. `letter`: the draft of a letter beyond the ward. */
export const OBSTACLE_MAY = ['edit', 'group', 'assign', 'answer', 'forward', 'close', 'reopen', 'letter'] as const;

export const obstacleReply = z.object({
  id: z.string(),
  /** "VM-7K2M9". */
  code: z.string(),
  ward: z.string(),
  kind: z.enum(OBSTACLE_KINDS),
  title: z.string(),
  body: z.string(),
  /** The unit that raises it; null = a resident or a leader, who is not named. */
  unit: z.nullable(unitRef),
  /** Task that it is about; null = none. */
  work: z.nullable(z.object({ id: z.string(), no: z.nullable(z.string()), title: z.string() })),
  /** Of one that is grouped under another: the other's, and so are owner, day and answer. */
  state: z.enum(OBSTACLE_STATES),
  /** Through whom the ward's plan lets it go. */
  through: z.nullable(unitRef),
  owner: z.nullable(unitRef),
  due_on: z.nullable(z.string()),
  /** Its day has passed without an answer. */
  overdue: z.boolean(),
  days_open: z.number(),
  /** The one that it is grouped under; officials of the ward alone see it. */
  grouped_under: z.nullable(z.object({ id: z.string(), code: z.string(), title: z.string() })),
  /** How many are grouped under it. */
  likes: z.number(),
  answer: z.nullable(z.string()),
  /** What happens next, a sentence for the one who raised it. */
  next: z.string(),
  mine: z.boolean(),
  may: z.array(z.enum(OBSTACLE_MAY)),
  version,
  created_at: z.string(),
});
export type ObstacleReply = z.infer<typeof obstacleReply>;

/** GET /api/v1/obstacles: officials of the ward see all of it, everybody else what they raised there themselves. */
export const obstaclesQuery = z.object({
  ward,
  state: z.optional(z.enum(OBSTACLE_STATES)),
  kind: z.optional(z.enum(OBSTACLE_KINDS)),
  /** Only what I raised myself. */
  mine: z.optional(z.enum(['1'])),
  /** Only what stands for itself: without those that are grouped under another. */
  heads: z.optional(z.enum(['1'])),
  ...pageQuery,
});
export const obstaclesReply = z.object({
  ward: z.string(),
  as_of: z.string(),
  /** Whether the asker sees all of the ward. */
  all: z.boolean(),
  /** May raise obstacles, not proposals alone. */
  may_raise: z.array(z.enum(OBSTACLE_KINDS)),
  /** Units that one can be assigned to; [] for who does not assign. */
  units: z.array(unitRef),
  /** How many there are of each state, of all that the asker sees. */
  counts: z.record(z.string(), z.number()),
  obstacles: z.array(obstacleReply),
  next_cursor: nextCursor,
});
export type ObstaclesReply = z.infer<typeof obstaclesReply>;

/** POST /api/v1/obstacles. The same person with the same key: what was raised before, and nothing new. */
export const obstacleBody = z.object({
  ward,
  key,
  kind: z.enum(OBSTACLE_KINDS),
  title,
  body: words,
  /** Officials: a task of the ward. */
  work: z.optional(z.nullable(id)),
});
export const obstacleParams = z.object({ id });

export const obstacleEntryReply = z.object({
  at: z.string(),
  act: z.enum(OBSTACLE_ACTS),
  office: z.string(),
  /** What was said inside the office is not shown to who raised it. */
  note: z.nullable(z.string()),
  version,
});
/** GET /api/v1/obstacles/:id */
export const obstacleDetailReply = z.object({
  obstacle: obstacleReply,
  log: z.array(obstacleEntryReply),
  /** Those that are grouped under it; officials of the ward alone see them. */
  grouped: z.array(obstacleReply),
});
export type ObstacleDetailReply = z.infer<typeof obstacleDetailReply>;

/** POST /api/v1/obstacles/:id/acts, one act. A press sent twice finds another version (409). */
export const obstacleActBody = z.discriminatedUnion('act', [
  z.object({ act: z.literal('edit'), version, title, body: words }),
  /** null = it stands for itself again. */
  z.object({ act: z.literal('group'), version, under: z.nullable(id) }),
  z.object({ act: z.literal('assign'), version, owner: unitId, due_on: z.nullable(day), note: z.optional(note) }),
  z.object({ act: z.literal('answer'), version, answer: words }),
  /** Beyond the ward: to whom. */
  z.object({ act: z.literal('forward'), version, to: z.string().check(z.trim(), z.minLength(3), z.maxLength(200)) }),
  z.object({ act: z.literal('close'), version, note }),
  z.object({ act: z.literal('reopen'), version, note: z.string().check(z.trim(), z.minLength(3), z.maxLength(2000)) }),
]);
export type ObstacleActBody = z.infer<typeof obstacleActBody>;

/** POST /api/v1/obstacles/:id/letter. `to`: to whom it is addressed; absent = whom the plan names, else left open. */
export const letterBody = z.object({ to: z.optional(z.string().check(z.trim(), z.minLength(3), z.maxLength(200))) });
/** An address that opens the draft (.docx) without a session, for ten minutes. */
export const letterReply = z.object({ url: z.string(), name: z.string(), expires_at: z.string() });
