import * as z from 'zod/mini';
import { taskState } from './answer.ts';
import { nextCursor, pageQuery } from './page.ts';

const place = {
  document_id: z.string(),
  document: z.nullable(z.string()),
  section: z.nullable(z.string()),
  quote: z.string(),
};

export const tasksQuery = z.object({
  ward: z.string().check(z.minLength(1), z.maxLength(60)),
  /** Id, name or everyday name of a unit that leads or coordinates. */
  unit: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  due: z.optional(taskState),
  ...pageQuery,
});

export const taskReply = z.object({
  id: z.string(),
  origin: z.enum(['appendix', 'body', 'organisation']),
  group: z.nullable(z.string()),
  no: z.string(),
  title: z.string(),
  lead: z.array(z.string()),
  coordinating: z.array(z.string()),
  due: z.nullable(z.string()),
  due_kind: z.string(),
  due_date: z.nullable(z.string()),
  state: taskState,
  ...place,
});
export type TaskReply = z.infer<typeof taskReply>;
export const tasksReply = z.object({
  ward: z.string(),
  as_of: z.string(),
  tasks: z.array(taskReply),
  next_cursor: nextCursor,
});
export type TasksReply = z.infer<typeof tasksReply>;

export const targetsQuery = z.pick(tasksQuery, { ward: true, limit: true, cursor: true });

export const targetReply = z.object({
  id: z.string(),
  origin: z.enum(['appendix', 'body', 'organisation']),
  annex: z.nullable(z.string()),
  no: z.nullable(z.string()),
  name: z.string(),
  unit: z.nullable(z.string()),
  /** Year → value; null = the plan sets none for that year. The year "" = the plan states no year. */
  values: z.record(z.string(), z.nullable(z.string())),
  lead: z.array(z.string()),
  coordinating: z.array(z.string()),
  /** Heading of the group that the plan puts it in. */
  group: z.nullable(z.string()),
  /** Ids of targets of the same plan that say something else about the same thing. */
  contradicts: z.array(z.string()),
  ...place,
});
export type TargetReply = z.infer<typeof targetReply>;
export const targetsReply = z.object({
  ward: z.string(),
  targets: z.array(targetReply),
  next_cursor: nextCursor,
});
