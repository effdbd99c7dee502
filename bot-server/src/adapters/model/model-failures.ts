import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  AuthenticationError,
  PermissionDeniedError,
  RateLimitError,
} from 'openai';
import { ModelFailure } from '../../ports/language-model.ts';

/**
 * What went wrong with a server, in the port's words. `signal`: the caller's; when it has ended the work, time was up. Only
 * a kind, a status and a code are told on: messages of servers may quote what was sent to them.
 */
export function asFailure(error: unknown, signal: AbortSignal): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (signal.aborted || error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError)
    return new ModelFailure('timeout', 'no answer in time');
  if (error instanceof AuthenticationError || error instanceof PermissionDeniedError)
    return new ModelFailure('refused', `status ${error.status}`);
  if (error instanceof RateLimitError) return new ModelFailure('rate_limited', 'status 429');
  if (error instanceof APIConnectionError) {
    const code = codeOf(error);
    return new ModelFailure(NEVER_REACHED.has(code) ? 'unreachable' : 'cut_off', code);
  }
  if (error instanceof APIError && error.status !== undefined)
    return new ModelFailure('unreachable', `status ${error.status}`);
  if (error instanceof SyntaxError) return new ModelFailure('malformed', 'not JSON');
  const code = codeOf(error);
  // A connection that ends in the middle of a body is told by the HTTP client, with a code of its own.
  return new ModelFailure(CUT.has(code) || isTerminated(error) ? 'cut_off' : 'malformed', code);
}

const NEVER_REACHED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
const CUT: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

function isTerminated(error: unknown): boolean {
  return error instanceof TypeError && error.message === 'terminated';
}

/** The innermost code there is: "ECONNREFUSED"; "no code" where nobody gave one. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no code';
  const inner = codeOf(error.cause);
  if (inner !== 'no code') return inner;
  const own = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^[A-Z0-9_]{2,40}$/.test(own) ? own : 'no code';
}
