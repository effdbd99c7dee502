import type { ErrorReply } from '@phuong-so/shared/contracts/error';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type * as z from 'zod/mini';
import type { ApiEnv } from './environment.ts';
import { PROBLEMS, type ProblemCode, Refusal } from './problems.ts';

/** The one shape of every error reply. */
export function problem(
  c: Context<ApiEnv>,
  code: ProblemCode,
  details?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const [status, message] = PROBLEMS[code];
  const body: ErrorReply = { error: { code, message, ...(details === undefined ? {} : { details }) } };
  return sendJson(c, body, status, { 'cache-control': 'no-store', ...headers });
}

/** A JSON reply that names its length, so that only what is worth it is compressed. */
export function sendJson(
  c: Context<ApiEnv>,
  body: unknown,
  status: ContentfulStatusCode,
  headers: Readonly<Record<string, string>>,
): Response {
  const text = JSON.stringify(body);
  const length = String(Buffer.byteLength(text));
  return c.body(text, status, {
    'content-type': 'application/json; charset=UTF-8',
    'content-length': length,
    ...headers,
  });
}

/** The request's body through its schema. @throws Refusal */
export async function readBody<T>(c: Context<ApiEnv>, schema: z.ZodMiniType<T>): Promise<T> {
  const text = await c.req.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal('invalid_json');
  }
  return readInput(json, schema);
}

/** Any other input through its schema; details name the fields and never repeat their content. @throws Refusal */
export function readInput<T>(value: unknown, schema: z.ZodMiniType<T>): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid_input', {
    fields: [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))],
  });
}
