import { earliestLine, findDelivered } from '../outbox/find-delivered.ts';
import { adviceOn, adviceOnDead } from '../outbox/operator-advice.ts';
import { nextAttempt, nextMinute, nextMorning } from '../outbox/retry-times.ts';
import { verdictOf } from '../outbox/verdict.ts';
import type { Access, AccessSource } from '../ports/access.ts';
import type { Alarms } from '../ports/alarms.ts';
import type { Clock } from '../ports/clock.ts';
import type { AccountRecord, OfficialAccounts } from '../ports/official-accounts.ts';
import type { ClaimedMessage, Outbox, Settlement } from '../ports/outbox.ts';
import type { Limits, SendPath, SendResult, ZaloOa } from '../ports/zalo-oa.ts';
import { readBack } from './read-back.ts';

export interface DeliveryDeps {
  readonly outbox: Outbox;
  readonly zalo: ZaloOa;
  readonly access: AccessSource;
  readonly accounts: OfficialAccounts;
  readonly alarms: Alarms;
  readonly clock: Clock;
  /** Zalo says how many requests a minute the account may make. */
  readonly noteLimits: (oaId: string, limits: Limits) => void;
}

/** A message that was tried this often without Zalo ever saying what became of it goes to an operator, not to the person again. */
const MOST_TRIES = 10;
/** An answer that never came may still be on its way into the conversation: look only after this. */
const SETTLES_MS = 4_000;
const PAUSE_MS = 5 * 60_000;

/**
 * Sends one claimed message and records what became of it. A message that may have arrived is looked for in the
 * conversation first and is sent again only when it is not there. Gives the verdict's name, for the counters.
 */
export async function deliverMessage(deps: DeliveryDeps, claim: ClaimedMessage): Promise<string> {
  const settlement = await decide(deps, claim);
  const kept = await deps.outbox.settle(claim, settlement);
  if (!kept) return 'lease_lost';
  if (settlement.kind === 'dead') await tellOperator(deps, claim, settlement.verdict);
  return settlement.kind === 'sent' ? 'sent' : settlement.verdict;
}

async function decide(deps: DeliveryDeps, claim: ClaimedMessage): Promise<Settlement> {
  const now = deps.clock.now().getTime();
  const { message } = claim;
  if (claim.attempts >= MOST_TRIES)
    return { kind: 'dead', verdict: claim.mayHaveArrived ? 'uncertain' : 'tries_used_up' };
  if (now >= message.expiresAt) return { kind: 'dead', verdict: 'expired' };
  const access = await deps.access.current(message.oaId);
  if (access.kind !== 'token') return withoutToken(access, claim, now);
  if (!claim.mayHaveArrived) return send(deps, claim, access.token);
  return lookThenSend(deps, claim, access.token, claim.triedAt ?? now);
}

function withoutToken(access: Exclude<Access, { kind: 'token' }>, claim: ClaimedMessage, now: number): Settlement {
  const dueAt = access.kind === 'unavailable' ? Math.max(access.retryAt, now + 1_000) : now + PAUSE_MS;
  return wait(claim, dueAt, 'no_token', false);
}

/** Not sent now. A message that may have arrived stays one: the next try begins with a look, too. */
function wait(claim: ClaimedMessage, dueAt: number, verdict: string, counts: boolean): Settlement {
  return claim.mayHaveArrived ? { kind: 'uncertain', dueAt, verdict } : { kind: 'later', dueAt, verdict, counts };
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
  if (looked === null) return { kind: 'uncertain', dueAt: nextAttempt(claim.attempts, now), verdict: 'not_readable' };
  const known = await deps.outbox.ownMessageIds(
    claim.message,
    looked.lines.map(({ messageId }) => messageId),
  );
  const found = findDelivered(claim.message, triedAt, looked.lines, known);
  if (found) return { kind: 'sent', messageId: found.messageId, at: found.at };
  return send(deps, { ...claim, mayHaveArrived: false }, looked.token);
}

async function send(deps: DeliveryDeps, claim: ClaimedMessage, token: string): Promise<Settlement> {
  const { oaId } = claim.message;
  const account = await deps.accounts.read(oaId);
  const path = account?.sendPath ?? 'v3.0/oa/message/cs';
  const first = await ask(deps, claim, path, token);
  if (first.kind !== 'answered') return fromSilence(deps, claim, first);
  const verdict = verdictOf(first.error);
  if (verdict === 'sent' && account?.pausedUntil) await resume(deps, account);
  if (verdict === 'renew_token') return sendRenewed(deps, claim, path, token);
  if (verdict === 'other_path') return sendOtherWay(deps, claim, account, path, token, first.error);
  return fromAnswer(deps, claim, first);
}

/** Refreshed once, tried once more. Source: platform notes, 4.3 rule 4. */
async function sendRenewed(
  deps: DeliveryDeps,
  claim: ClaimedMessage,
  path: SendPath,
  token: string,
): Promise<Settlement> {
  const now = deps.clock.now().getTime();
  const access = await deps.access.renew(claim.message.oaId, token);
  if (access.kind !== 'token') return withoutToken(access, claim, now);
  const second = await ask(deps, claim, path, access.token);
  if (second.kind !== 'answered') return fromSilence(deps, claim, second);
  if (verdictOf(second.error) === 'renew_token')
    return wait(claim, nextAttempt(claim.attempts, now), 'renew_token', true);
  return fromAnswer(deps, claim, second);
}

/**
 * On exactly -235 from v3 or -240 from v2 the same body goes once to the other path, and what worked is remembered. On any
 * other answer the first call may have delivered. Source: platform notes, section 1.
 */
async function sendOtherWay(
  deps: DeliveryDeps,
  claim: ClaimedMessage,
  account: AccountRecord | null,
  path: SendPath,
  token: string,
  error: number,
): Promise<Settlement> {
  const other: SendPath = path === 'v3.0/oa/message/cs' ? 'v2.0/oa/message' : 'v3.0/oa/message/cs';
  const refusesPath = path === 'v3.0/oa/message/cs' ? error === -235 : error === -240;
  if (!refusesPath) return pauseAccount(deps, claim, error);
  const second = await ask(deps, claim, other, token);
  if (second.kind !== 'answered') return fromSilence(deps, claim, second);
  if (verdictOf(second.error) === 'other_path') return pauseAccount(deps, claim, second.error);
  const known = account ?? { type: null, pausedUntil: null, requestsPerMinute: null };
  await deps.accounts.save({ ...known, oaId: claim.message.oaId, sendPath: other });
  return fromAnswer(deps, claim, second);
}

async function ask(deps: DeliveryDeps, claim: ClaimedMessage, path: SendPath, token: string): Promise<SendResult> {
  const { oaId, userId, text } = claim.message;
  const result = await deps.zalo.send(path, token, { userId, text });
  if (result.kind === 'answered') deps.noteLimits(oaId, result.limits);
  return result;
}

/** No usable answer: a request that never left is tried again; one that left may have delivered. */
function fromSilence(
  deps: DeliveryDeps,
  claim: ClaimedMessage,
  { kind }: Extract<SendResult, { kind: 'not_sent' | 'unknown' }>,
): Settlement {
  const now = deps.clock.now().getTime();
  if (kind === 'not_sent') return wait(claim, nextAttempt(claim.attempts, now), 'no_connection', false);
  return { kind: 'uncertain', dueAt: now + SETTLES_MS, verdict: 'no_answer' };
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
      return wait(claim, nextAttempt(claim.attempts, now), verdict, true);
    case 'wait_a_minute':
      return wait(claim, nextMinute(now), verdict, false);
    case 'wait_for_morning':
      return wait(claim, nextMorning(now), verdict, false);
    case 'uncertain':
      return { kind: 'uncertain', dueAt: now + SETTLES_MS, verdict };
    case 'person_unreachable':
    case 'our_fault':
      return { kind: 'dead', verdict };
    default:
      return pauseAccount(deps, claim, error);
  }
}

/** Something only an operator can mend: the account rests a while, the message waits, and the alarm says what it is. */
async function pauseAccount(deps: DeliveryDeps, claim: ClaimedMessage, error: number): Promise<Settlement> {
  const { oaId } = claim.message;
  const pausedUntil = deps.clock.now().getTime() + PAUSE_MS;
  const account = await deps.accounts.read(oaId);
  const known = account ?? { oaId, type: null, sendPath: 'v3.0/oa/message/cs' as const, requestsPerMinute: null };
  await deps.accounts.save({ ...known, pausedUntil });
  await deps.alarms.raise('oa_configuration', oaId, adviceOn(error));
  return wait(claim, pausedUntil, 'operator_needed', false);
}

/** What an operator had to mend is mended. */
async function resume({ accounts, alarms }: DeliveryDeps, account: AccountRecord): Promise<void> {
  await accounts.save({ ...account, pausedUntil: null });
  await alarms.clear('oa_configuration', account.oaId);
}

async function tellOperator(deps: DeliveryDeps, { message }: ClaimedMessage, verdict: string): Promise<void> {
  const advice = adviceOnDead(verdict);
  const kind = verdict === 'uncertain' ? 'message_uncertain' : 'message_dead';
  if (advice !== null) await deps.alarms.raise(kind, message.oaId, advice);
}
