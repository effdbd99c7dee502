import type { UnreachedReason } from '@phuong-so/shared/domain/delivery';
import { earliestLine, findDelivered } from '../outbox/find-delivered.ts';
import { nextAttempt, nextMinute, nextMorning } from '../outbox/retry-times.ts';
import { unreachedBy } from '../outbox/unreached-by.ts';
import { verdictOf } from '../outbox/verdict.ts';
import type { ClaimedDelivery, Deliveries, DeliverySettlement } from '../ports/deliveries.ts';
import type { Limits, SendResult, ZaloOa } from '../ports/zalo-oa.ts';
import type { AnnouncementWords } from './announcement-words.ts';
import { readBack } from './read-back.ts';
import { pauseAccount, retryAccessAt, type SpeakingDeps, speak } from './speak-as-account.ts';

export interface AnnouncingDeps extends SpeakingDeps {
  readonly deliveries: Deliveries;
  readonly words: AnnouncementWords;
  readonly zalo: ZaloOa;
  readonly noteLimits: (oaId: string, limits: Limits) => void;
}

/** A message that was tried this often is given up; waiting for a limit, a token or a connection counts as no try. */
const MOST_TRIES = 8;
/** An answer that never came may still be on its way into the conversation: look only after this. */
const SETTLES_MS = 4_000;
/** A conversation that cannot be read is looked into again so often, over a quarter of an hour; then nobody will ever know. */
const MOST_LOOKS = 9;
const WITHOUT_CONNECTION_MS = 30_000;

/**
 * Sends one claimed announcement. It goes out once: whatever leaves a doubt makes it uncertain, and that is looked into
 * (`lookForAnnouncement`) but never sent again.
 */
export async function deliverAnnouncement(deps: AnnouncingDeps, claim: ClaimedDelivery): Promise<DeliverySettlement> {
  const now = deps.clock.now().getTime();
  const failed = (reason: UnreachedReason, verdict: string) => ({ kind: 'failed', reason, verdict, at: now }) as const;
  if (claim.expiresAt !== null && now >= claim.expiresAt) return failed('no_interaction_7_days', 'expired');
  if (claim.attempts >= MOST_TRIES) return failed('refused', 'tries_used_up');
  const text = await deps.words.of(claim);
  if (text === null) return failed('stopped', 'no_words');
  const access = await deps.access.current(claim.chat.oaId);
  if (access.kind !== 'token') return later(retryAccessAt(access, now), 'no_token');
  const spoken = await speak(deps, claim.chat.oaId, access.token, (path, token) =>
    post(deps, claim, path, token, text),
  );
  if (spoken.kind === 'no_access') return later(retryAccessAt(spoken.access, deps.clock.now().getTime()), 'no_token');
  if (spoken.kind === 'answered') return fromAnswer(deps, claim, spoken);
  const at = deps.clock.now().getTime();
  if (spoken.kind === 'not_sent') return later(at + WITHOUT_CONNECTION_MS, 'no_connection');
  return { kind: 'uncertain', lookAt: at + SETTLES_MS, verdict: 'no_answer' };
}

/** Looks into the conversation for what may have arrived. What is not there, or cannot be seen, stays uncertain for good. */
export async function lookForAnnouncement(deps: AnnouncingDeps, claim: ClaimedDelivery): Promise<DeliverySettlement> {
  const now = deps.clock.now().getTime();
  const triedAt = claim.triedAt ?? now;
  if (now < triedAt + SETTLES_MS)
    return { kind: 'uncertain', lookAt: triedAt + SETTLES_MS, verdict: 'not_settled_yet' };
  const again = (verdict: string, lookAt: number): DeliverySettlement => ({
    ...{ kind: 'uncertain', verdict },
    lookAt: claim.attempts < MOST_LOOKS ? lookAt : null,
  });
  const access = await deps.access.current(claim.chat.oaId);
  if (access.kind !== 'token') return again('no_token', retryAccessAt(access, now));
  const text = await deps.words.of(claim);
  const looked = await readBack(deps, claim.chat, access.token, earliestLine(triedAt));
  if (looked === null) return again('not_readable', nextAttempt(claim.attempts, now));
  if (text === null) return again('no_words', now);
  const known = await deps.deliveries.ownMessageIds(
    claim.chat,
    looked.lines.map(({ messageId }) => messageId),
  );
  const found = findDelivered({ text }, triedAt, looked.lines, known);
  if (found !== null) return { kind: 'sent', messageId: found.messageId, at: found.at };
  return { kind: 'uncertain', lookAt: null, verdict: 'not_found' };
}

function later(dueAt: number, verdict: string, counts = false): DeliverySettlement {
  return { kind: 'later', dueAt, verdict, counts };
}

async function post(
  deps: AnnouncingDeps,
  { chat }: ClaimedDelivery,
  path: Parameters<ZaloOa['send']>[0],
  token: string,
  text: string,
): Promise<SendResult> {
  const result = await deps.zalo.send(path, token, { userId: chat.userId, text });
  if (result.kind === 'answered') deps.noteLimits(chat.oaId, result.limits);
  return result;
}

async function fromAnswer(
  deps: AnnouncingDeps,
  claim: ClaimedDelivery,
  { error, value }: Extract<SendResult, { kind: 'answered' }>,
): Promise<DeliverySettlement> {
  const now = deps.clock.now().getTime();
  const verdict = verdictOf(error);
  switch (verdict) {
    case 'sent':
      return { kind: 'sent', messageId: value?.messageId ?? null, at: now };
    case 'renew_token':
      return later(nextAttempt(claim.attempts, now), verdict, true);
    case 'wait_a_minute':
      return later(nextMinute(now), verdict);
    case 'wait_for_morning':
      return later(nextMorning(now), verdict);
    case 'uncertain':
      return { kind: 'uncertain', lookAt: now + SETTLES_MS, verdict };
    case 'person_unreachable':
    case 'our_fault':
      return { kind: 'failed', reason: unreachedBy(error), verdict, at: now };
    default:
      return later(await pauseAccount(deps, claim.chat.oaId, error), 'operator_needed');
  }
}
