import { NetworkError, ServerError, TimeLimitError } from '../../api/client.ts';
import type { Failure } from './conversation.ts';

const RETRY_WHEN_UNSTATED_SECONDS = 60;

/** Turns whatever `ask` rejected with into what the person is told. */
export function toFailure(thrown: unknown, now: number): Failure {
  if (thrown instanceof NetworkError) return { reason: 'offline' };
  if (thrown instanceof TimeLimitError) return { reason: 'slow' };
  if (!(thrown instanceof ServerError)) return { reason: isAbort(thrown) ? 'stopped' : 'server' };
  if (thrown.status === 429) {
    const seconds = thrown.retryAfterSeconds ?? RETRY_WHEN_UNSTATED_SECONDS;
    return { reason: 'rate_limited', retryAt: now + seconds * 1000 };
  }
  const declined = thrown.status >= 400 && thrown.status < 500 && thrown.shown !== '';
  return declined ? { reason: 'declined', message: thrown.shown } : { reason: 'server' };
}

function isAbort(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && (thrown as { name?: unknown }).name === 'AbortError';
}
