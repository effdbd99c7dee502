import { NetworkError, ServerError, TimeLimitError } from '../../api/client.ts';
import { failureWords } from '../../session/call-failure.ts';

/** No answer came: it may have been done. Pressing again does not do it twice. */
export function sendingFailureWords(thrown: unknown): string {
  const isUnanswered = thrown instanceof NetworkError || thrown instanceof TimeLimitError;
  return isUnanswered
    ? 'Mạng bị ngắt, chưa biết đã gửi hay chưa. Cứ bấm lại: không ai nhận hai lần.'
    : failureWords(thrown);
}

const CONFLICTS: ReadonlySet<string> = new Set(['announcement_changed', 'announcement_wrong_state']);

/** Somebody else changed it meanwhile, or it is not in that state any more. */
export function isConflict(thrown: unknown): boolean {
  return thrown instanceof ServerError && CONFLICTS.has(thrown.code);
}
