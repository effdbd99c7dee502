import { buttonsFor } from '../outbox/choice-buttons.ts';
import { earliestLine, findDelivered } from '../outbox/find-delivered.ts';
import { adviceOnDead } from '../outbox/operator-advice.ts';
import { nextAttempt, nextConnection, nextMinute, nextMorning } from '../outbox/retry-times.ts';
import { refusesButtons, verdictOf } from '../outbox/verdict.ts';
import type { ClaimedMessage, Outbox, Settlement } from '../ports/outbox.ts';
import type { Limits, SendPath, SendResult, TextMessage, ZaloOa } from '../ports/zalo-oa.ts';
import { readBack } from './read-back.ts';
import { type NoAccess, pauseAccount, retryAccessAt, type SpeakingDeps, speak } from './speak-as-account.ts';

export interface DeliveryDeps extends SpeakingDeps {
  readonly outbox: Outbox;
  readonly zalo: ZaloOa;
  /** Choices go along as buttons, too. */
  readonly buttons: boolean;
  /** Zalo says how many requests a minute the account may make. */
  readonly noteLimits: (oaId: string, limits: Limits) => void;
}

/**
 * A message that was tried this often without Zalo ever saying what became of it goes to an operator, not to the person
 * again. Looks included, they span about an hour; the person's next messages wait so long. With 10 of them, and four
 * requests in ten going wrong, one message in a hundred was given up.
 */
const MOST_TRIES = 20;
/** An answer that never came may still be on its way into the conversation, longer where Zalo is slow: look only after this. */
const SETTLES_MS = 10_000;
const LONGEST_LOOK_PAUSE_MS = 5 * 60_000;

/**
 * Sends one claimed message and records what became of it. A message that may have arrived is looked for in the
 * conversation first and is sent again only when it is not there. Gives the verdict's name, for the counters.
 */
export async function deliverMessage(deps: DeliveryDeps, claim: ClaimedMessage): Promise<string> {
  const settlement = await decide(deps, claim);
  const kept = await deps.outbox.settle(claim, settlement);
  if (!kept) return 'lease_lost';
  if (settlement.kind === 'dead') await tellOperator(deps, claim, settlement);
  return settlement.kind === 'sent' ? 'sent' : settlement.verdict;
}

async function decide(deps: DeliveryDeps, claim: ClaimedMessage): Promise<Settlement> {
  const now = deps.clock.now().getTime();
  const { message } = claim;
  if (claim.attempts >= MOST_TRIES)
    return { kind: 'dead', verdict: claim.mayHaveArrived ? 'uncertain' : 'tries_used_up' };
  if (now >= message.expiresAt) return { kind: 'dead', verdict: 'expired' };
  const access = await deps.access.current(message.oaId);
  if (access.kind !== 'token') return withoutToken(access, now);
  if (!claim.mayHaveArrived) return send(deps, claim, access.token);
  return lookThenSend(deps, claim, access.token, claim.triedAt ?? now);
}

function withoutToken(access: NoAccess, now: number): Settlement {
  return wait(retryAccessAt(access, now), 'no_token', false);
}

/** Not sent now. What an earlier try may have done stays known: then the next one begins with a look, too. */
function wait(dueAt: number, verdict: string, counts: boolean): Settlement {
  return { kind: 'later', dueAt, verdict, counts };
}

/** Seen in the conversation at the earliest when it has settled; the pauses grow, so that an outage does not use up the tries. */
function lookLater(claim: ClaimedMessage, now: number, verdict: string): Settlement {
  const pause = Math.max(SETTLES_MS, nextAttempt(claim.attempts, now) - now);
  return { kind: 'uncertain', dueAt: now + Math.min(LONGEST_LOOK_PAUSE_MS, pause), verdict };
}

async function lookThenSend(
  deps: DeliveryDeps,
  claim: ClaimedMessage,
  token: string,
  triedAt: number,
): Promise<Settlement> {
  const now = deps.clock.now().getTime();
  if (now < triedAt + SETTLES_MS) return { kind: 'uncertain', dueAt: triedAt + SETTLES_MS, verdict: 'not_settled_yet' };
  const looked = await readBack(deps, claim.message, token, earliestLine(triedAt));
  if (looked === null) return lookLater(claim, now, 'not_readable');
  const known = await deps.outbox.ownMessageIds(
    claim.message,
    looked.lines.map(({ messageId }) => messageId),
  );
  const found = findDelivered(claim.message, triedAt, looked.lines, known);
  if (found) return { kind: 'sent', messageId: found.messageId, at: found.at };
  return send(deps, claim, looked.token);
}

async function send(deps: DeliveryDeps, claim: ClaimedMessage, token: string): Promise<Settlement> {
  const spoken = await speak(deps, claim.message.oaId, token, (path, used) => ask(deps, claim, path, used));
  if (spoken.kind === 'no_access') return withoutToken(spoken.access, deps.clock.now().getTime());
  return spoken.kind === 'answered' ? fromAnswer(deps, claim, spoken) : fromSilence(deps, claim, spoken);
}

/** Buttons are an extra: a message that is refused for them goes once more without. */
async function ask(deps: DeliveryDeps, claim: ClaimedMessage, path: SendPath, token: string): Promise<SendResult> {
  const { oaId, userId, text, choices } = claim.message;
  const post = async (message: TextMessage): Promise<SendResult> => {
    const result = await deps.zalo.send(path, token, message);
    if (result.kind === 'answered') deps.noteLimits(oaId, result.limits);
    return result;
  };
  const buttons = deps.buttons ? buttonsFor(choices) : [];
  if (buttons.length === 0) return post({ userId, text });
  const result = await post({ userId, text, buttons });
  return result.kind === 'answered' && refusesButtons(result.error) ? post({ userId, text }) : result;
}

/** No usable answer: a request that never left is tried again; one that left may have delivered. */
function fromSilence(
  deps: DeliveryDeps,
  claim: ClaimedMessage,
  { kind }: Extract<SendResult, { kind: 'not_sent' | 'unknown' }>,
): Settlement {
  const now = deps.clock.now().getTime();
  if (kind === 'not_sent') return wait(nextConnection(claim.message.createdAt, now), 'no_connection', false);
  return lookLater(claim, now, 'no_answer');
}

function fromAnswer(
  deps: DeliveryDeps,
  claim: ClaimedMessage,
  { error, value }: Extract<SendResult, { kind: 'answered' }>,
): Settlement | Promise<Settlement> {
  const now = deps.clock.now().getTime();
  const verdict = verdictOf(error);
  switch (verdict) {
    case 'sent':
      return { kind: 'sent', messageId: value?.messageId ?? null, at: now };
    case 'renew_token':
      return wait(nextAttempt(claim.attempts, now), verdict, true);
    case 'wait_a_minute':
      return wait(nextMinute(now), verdict, false);
    case 'wait_for_morning':
      return wait(nextMorning(now), verdict, false);
    case 'uncertain':
      return lookLater(claim, now, verdict);
    case 'person_unreachable':
    case 'our_fault':
      return { kind: 'dead', verdict, error };
    default:
      return rest(deps, claim, error);
  }
}

async function rest(deps: DeliveryDeps, claim: ClaimedMessage, error: number): Promise<Settlement> {
  return wait(await pauseAccount(deps, claim.message.oaId, error), 'operator_needed', false);
}

async function tellOperator(
  deps: DeliveryDeps,
  { message }: ClaimedMessage,
  { verdict, error }: Extract<Settlement, { kind: 'dead' }>,
): Promise<void> {
  const advice = adviceOnDead(verdict, error);
  const kind = verdict === 'uncertain' ? 'message_uncertain' : 'message_dead';
  if (advice !== null) await deps.alarms.raise(kind, message.oaId, advice);
}
