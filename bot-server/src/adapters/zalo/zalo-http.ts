import { parseExactJson } from '@phuong-so/shared/text/exact-json';
import type { Limits } from '../../ports/zalo-oa.ts';

/** Longer answers are not read to their end. Ten chat lines of 2,000 characters take a fifth of it. */
const LONGEST_ANSWER_BYTES = 256 * 1024;
/** A call that takes longer is given up. */
export const TIME_LIMIT_MS = 5000;

export interface ZaloHttp {
  readonly fetch: typeof fetch;
  /** Milliseconds; {@link TIME_LIMIT_MS} unless a test cannot wait so long. */
  readonly timeLimitMs?: number;
}

/** `json` is undefined when the answer is not JSON. A reason is a short code: never an address, a token or a text. */
export type HttpOutcome =
  | { readonly kind: 'reply'; readonly status: number; readonly json: unknown; readonly limits: Limits }
  | { readonly kind: 'not_sent'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** One request. Redirections are not followed: the token stands in a header that would go along to any host. */
export async function callZalo(http: ZaloHttp, url: string, init: RequestInit): Promise<HttpOutcome> {
  const request = prepare(url, { ...init, signal: AbortSignal.timeout(http.timeLimitMs ?? TIME_LIMIT_MS) });
  if (request === null) return { kind: 'not_sent', reason: 'malformed_request' };
  try {
    const response = await http.fetch(request);
    const body = await readLimited(response);
    if (body === null) return { kind: 'unknown', reason: 'answer_too_large' };
    return { kind: 'reply', status: response.status, json: readJson(body), limits: readLimits(response.headers) };
  } catch (error) {
    return describeFailure(error);
  }
}

/** null for a header or an address that cannot be sent, such as a token with a line break in it. */
function prepare(url: string, init: RequestInit): Request | null {
  try {
    return new Request(url, { ...init, redirect: 'manual' });
  } catch {
    return null;
  }
}

async function readLimited(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    chunks.push(read.value);
    size += read.value.length;
    if (size > LONGEST_ANSWER_BYTES) {
      await reader?.cancel();
      return null;
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readJson(body: string): unknown {
  try {
    return parseExactJson(body);
  } catch {
    return undefined;
  }
}

function readLimits(headers: Headers): Limits {
  return { perMinute: count(headers.get('x-ratelimit-limit')), remaining: count(headers.get('x-ratelimit-remain')) };
}

function count(header: string | null): number | null {
  return header !== null && /^\d{1,9}$/.test(header.trim()) ? Number(header) : null;
}

/** Failures from before a connection stood. A time-out does not say how far the request came. */
const BEFORE_SENDING =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)$/;

function describeFailure(error: unknown): HttpOutcome {
  if (error instanceof Error && error.name === 'TimeoutError') return { kind: 'unknown', reason: 'time_limit' };
  const codes = failureCodes(error);
  const before = codes.length > 0 && codes.every((code) => BEFORE_SENDING.test(code));
  return before ? { kind: 'not_sent', reason: codes[0] ?? '' } : { kind: 'unknown', reason: codes[0] ?? 'cut' };
}

/** Node's fetch hides the reason in `cause`; when several addresses were tried, in the `errors` of the cause. */
function failureCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(failureCodes);
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'ETIMEDOUT' && syscall === 'connect') return ['ENETUNREACH'];
  return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? [code] : failureCodes(error.cause);
}
