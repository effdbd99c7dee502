import * as z from 'zod/mini';
import { provenance, unitRef } from './work.ts';
import { PART_STATES } from './work-words.ts';

const id = z.string().check(z.minLength(1), z.maxLength(120));
const ward = z.string().check(z.minLength(1), z.maxLength(60));
const key = z.string().check(z.minLength(1), z.maxLength(80));
const note = z.string().check(z.trim(), z.maxLength(2000));

export const targetValueReply = z.object({
  id: z.string(),
  period: z.string(),
  value: z.string(),
  source: z.string(),
  note: z.string(),
  state: z.enum(PART_STATES),
  unit: unitRef,
  office: z.string(),
  at: z.string(),
});
export const keptTargetReply = z.object({
  id: z.string(),
  from: provenance,
  name: z.string(),
  unit: z.nullable(z.string()),
  values: z.record(z.string(), z.nullable(z.string())),
  leads: z.array(unitRef),
  contradicts: z.array(z.string()),
  /** Newest period first; corrected ones are left out. */
  reported: z.array(targetValueReply),
  /** The milestone that counts next, and whether the newest value reaches it; `no_figure`: "chưa có số liệu". */
  next: z.nullable(z.object({ year: z.string(), value: z.nullable(z.string()) })),
  standing: z.enum(['reached', 'not_reached', 'cannot_compare', 'no_figure', 'no_milestone']),
  may: z.array(z.enum(['report', 'confirm'])),
});
export type KeptTargetReply = z.infer<typeof keptTargetReply>;
/** GET /api/v1/work-targets */
export const keptTargetsQuery = z.object({
  ward,
  unit: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
});
export const keptTargetsReply = z.object({ ward: z.string(), as_of: z.string(), targets: z.array(keptTargetReply) });
/** POST /api/v1/work-targets/:id/values. The same period again corrects what was entered before. */
export const targetValueBody = z.object({
  key,
  period: z.string().check(z.regex(/^20\d{2}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/)),
  value: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  source: z.string().check(z.trim(), z.minLength(3), z.maxLength(300)),
  note,
});
/** POST /api/v1/work-targets/:id/values/:value/decision */
export const valueParams = z.object({ id, value: id });
export const valueDecisionBody = z.object({ confirm: z.boolean(), note: z.nullable(note) });
