import { buttonsFor } from '../outbox/choice-buttons.ts';
import { earliestLine, findDelivered } from '../outbox/find-delivered.ts';
import { adviceOn, adviceOnDead } from '../outbox/operator-advice.ts';
import { nextAttempt, nextConnection, nextMinute, nextMorning } from '../outbox/retry-times.ts';
import { refusesButtons, refusesPath, verdictOf } from '../outbox/verdict.ts';
import type { Access, AccessSource } from '../ports/access.ts';
import type { Alarms } from '../ports/alarms.ts';
import type { Clock } from '../ports/clock.ts';
import type { AccountRecord, OfficialAccounts } from '../ports/official-accounts.ts';
import type { ClaimedMessage, Outbox, Settlement } from '../ports/outbox.ts';
import type { Limits, SendPath, SendResult, TextMessage, ZaloOa } from '../ports/zalo-oa.ts';
import { readBack } from './read-back.ts';

export interface DeliveryDeps {
  readonly outbox: Outbox;
  readonly zalo: ZaloOa;
  readonly access: AccessSource;
  readonly accounts: OfficialAccounts;
  readonly alarms: Alarms;
  readonly clock: Clock;
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
/** An answer that never came may still be on its way into the conversation: look only after this. */
const SETTLES_MS = 4_000;
const LONGEST_LOOK_PAUSE_MS = 5 * 60_000;
const PAUSE_MS = 5 * 60_000;
const FIRST_PATH: SendPath = 'v3.0/oa/message/cs';
const OTHER_PATH: Readonly<Record<SendPath, SendPath>> = {
  'v3.0/oa/message/cs': 'v2.0/oa/message',
  'v2.0/oa/message': 'v3.0/oa/message/cs',
};

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
  const dueAt = access.kind === 'unavailable' ? Math.max(access.retryAt, now + 1_000) : now + PAUSE_MS;
  return wait(dueAt, 'no_token', false);
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

/**
 * On exactly -235 from v3 or -240 from v2 the same body goes once to the other path. On any other answer the first call may
 * have delivered. Source: platform notes, section 1.
 */
async function send(deps: DeliveryDeps, claim: ClaimedMessage, token: string): Promise<Settlement> {
  const account = await deps.accounts.read(claim.message.oaId);
  const path = account?.sendPath ?? FIRST_PATH;
  const first = await askRenewing(deps, claim, path, token);
  if (first.kind !== 'asked') return withoutToken(first, deps.clock.now().getTime());
  const usesOther = first.result.kind === 'answered' && refusesPath(path, first.result.error);
  const { last, used } = usesOther
    ? { last: await ask(deps, claim, OTHER_PATH[path], first.token), used: OTHER_PATH[path] }
    : { last: first.result, used: path };
  if (last.kind !== 'answered') return fromSilence(deps, claim, last);
  if (last.error === 0 && (used !== account?.sendPath || account.pausedUntil !== null)) {
    await noteSuccess(deps, claim.message.oaId, used);
  }
  return fromAnswer(deps, claim, last);
}

type NoAccess = Exclude<Access, { kind: 'token' }>;
type Asked = { readonly kind: 'asked'; readonly result: SendResult; readonly token: string };

/** A refused token is renewed once, and the message sent once more. Source: platform notes, 4.3 rule 4. */
async function askRenewing(
  deps: DeliveryDeps,
  claim: ClaimedMessage,
  path: SendPath,
  token: string,
): Promise<Asked | NoAccess> {
  const result = await ask(deps, claim, path, token);
  if (result.kind !== 'answered' || verdictOf(result.error) !== 'renew_token') return { kind: 'asked', result, token };
  const access = await deps.access.renew(claim.message.oaId, token);
  if (access.kind !== 'token') return access;
  return { kind: 'asked', result: await ask(deps, claim, path, access.token), token: access.token };
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
      return pauseAccount(deps, claim, error);
  }
}

/** Something only an operator can mend: the account rests a while, the message waits, and the alarm says what it is. */
async function pauseAccount(deps: DeliveryDeps, claim: ClaimedMessage, error: number): Promise<Settlement> {
  const { oaId } = claim.message;
  const pausedUntil = deps.clock.now().getTime() + PAUSE_MS;
  await deps.accounts.save({ ...(await knownAccount(deps, oaId)), pausedUntil });
  await deps.alarms.raise('oa_configuration', oaId, adviceOn(error));
  return wait(pausedUntil, 'operator_needed', false);
}

/** The path that worked is remembered; what an operator had to mend is mended. */
async function noteSuccess(deps: DeliveryDeps, oaId: string, sendPath: SendPath): Promise<void> {
  const known = await knownAccount(deps, oaId);
  await deps.accounts.save({ ...known, sendPath, pausedUntil: null });
  if (known.pausedUntil !== null) await deps.alarms.clear('oa_configuration', oaId);
}

async function knownAccount({ accounts }: DeliveryDeps, oaId: string): Promise<AccountRecord> {
  const nothing = { oaId, type: null, sendPath: FIRST_PATH, pausedUntil: null, requestsPerMinute: null };
  return (await accounts.read(oaId)) ?? nothing;
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
