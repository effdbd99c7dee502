import * as z from 'zod';
import type { ZaloResult } from '../../ports/zalo-oa.ts';
import type { HttpOutcome } from './zalo-http.ts';

/** Zalo writes ids and numbers now as strings, now as numbers. */
export const idText = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1));
export const wholeNumber = z
  .union([z.number(), z.string().regex(/^\s*-?\d+\s*$/)])
  .transform(Number)
  .pipe(z.int());

const failureSchema = z.object({ error: wholeNumber });
const TOO_MANY_REQUESTS = -32;

/**
 * What Zalo's answer says. Failures usually come as HTTP 200 with `error`; some as 4xx with the same JSON. An answer of
 * 5xx, or one that cannot be read, leaves open what happened. Source: platform notes, 3.1.
 * @param value schema of the whole JSON of a success
 * @param isSuccess whether it is one, by the HTTP status and `error` (null when there is none)
 */
export function readAnswer<T>(
  outcome: HttpOutcome,
  value: z.ZodType<T>,
  isSuccess: (status: number, error: number | null) => boolean,
): ZaloResult<T> {
  if (outcome.kind !== 'reply') return outcome;
  const { status, json, limits } = outcome;
  if (status >= 500) return { kind: 'unknown', reason: `http_${status}` };
  const error = failureSchema.safeParse(json).data?.error ?? null;
  if (isSuccess(status, error)) {
    const read = value.safeParse(json);
    if (!read.success) return { kind: 'unknown', reason: 'unreadable_answer' };
    return { kind: 'answered', error: 0, value: read.data, limits };
  }
  if (error !== null && error !== 0) return { kind: 'answered', error, value: null, limits };
  if (status === 429) return { kind: 'answered', error: TOO_MANY_REQUESTS, value: null, limits };
  return { kind: 'unknown', reason: status === 200 ? 'unreadable_answer' : `http_${status}` };
}
