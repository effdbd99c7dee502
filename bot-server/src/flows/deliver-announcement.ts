import type { UnreachedReason } from '@phuong-so/shared/domain/delivery';
import { messageText } from '../announcements/message-text.ts';
import { earliestLine, findDelivered } from '../outbox/find-delivered.ts';
import { nextAttempt } from '../outbox/retry-times.ts';
import type { ClaimedDelivery, DeliverySettlement } from '../ports/deliveries.ts';
import type { AnnouncementWords } from './announcement-words.ts';
import { readBack } from './read-back.ts';
import { type ChannelDeps, sendByChannel } from './send-by-channel.ts';
import { retryAccessAt } from './speak-as-account.ts';

export interface AnnouncingDeps extends ChannelDeps {
  readonly words: AnnouncementWords;
}

/** A message that was tried this often is given up; waiting for a limit, a token or a connection counts as no try. */
const MOST_TRIES = 8;
/** An answer that never came may still be on its way into the conversation: look only after this. */
const SETTLES_MS = 4_000;
/** A conversation that cannot be read is looked into again so often, over a quarter of an hour; then nobody will ever know. */
const MOST_LOOKS = 9;

/**
 * Sends one claimed announcement. It goes out once: whatever leaves a doubt makes it uncertain, and that is looked into
 * (`lookForAnnouncement`) but never sent again.
 */
export async function deliverAnnouncement(deps: AnnouncingDeps, claim: ClaimedDelivery): Promise<DeliverySettlement> {
  const now = deps.clock.now().getTime();
  const failed = (reason: UnreachedReason, verdict: string) => ({ kind: 'failed', reason, verdict, at: now }) as const;
  if (claim.expiresAt !== null && now >= claim.expiresAt) return failed('no_interaction_7_days', 'expired');
  if (claim.attempts >= MOST_TRIES) return failed('refused', 'tries_used_up');
  const told = await deps.words.of(claim);
  if (told === null) return failed('stopped', 'no_words');
  const settlement = await sendByChannel(deps, claim, told);
  if (settlement.kind !== 'uncertain') return settlement;
  const lookAt = isReadable(claim) ? deps.clock.now().getTime() + SETTLES_MS : null;
  return { ...settlement, lookAt };
}

/** Only chats can be read back: what became of the others nobody will ever know. */
function isReadable({ channel }: ClaimedDelivery): boolean {
  return channel === 'oa';
}

/** Looks into the conversation for what may have arrived. What is not there, or cannot be seen, stays uncertain for good. */
export async function lookForAnnouncement(deps: AnnouncingDeps, claim: ClaimedDelivery): Promise<DeliverySettlement> {
  const now = deps.clock.now().getTime();
  const triedAt = claim.triedAt ?? now;
  if (!isReadable(claim)) return { kind: 'uncertain', lookAt: null, verdict: 'not_readable' };
  if (now < triedAt + SETTLES_MS)
    return { kind: 'uncertain', lookAt: triedAt + SETTLES_MS, verdict: 'not_settled_yet' };
  const again = (verdict: string, lookAt: number): DeliverySettlement => ({
    ...{ kind: 'uncertain', verdict },
    lookAt: claim.attempts < MOST_LOOKS ? lookAt : null,
  });
  const access = await deps.access.current(claim.chat.oaId);
  if (access.kind !== 'token') return again('no_token', retryAccessAt(access, now));
  const told = await deps.words.of(claim);
  const looked = await readBack(deps, claim.chat, access.token, earliestLine(triedAt));
  if (looked === null) return again('not_readable', nextAttempt(claim.attempts, now));
  if (told === null) return again('no_words', now);
  const known = await deps.deliveries.ownMessageIds(
    claim.chat,
    looked.lines.map(({ messageId }) => messageId),
  );
  const found = findDelivered({ text: messageText(told) }, triedAt, looked.lines, known);
  if (found !== null) return { kind: 'sent', messageId: found.messageId, at: found.at };
  return { kind: 'uncertain', lookAt: null, verdict: 'not_found' };
}
