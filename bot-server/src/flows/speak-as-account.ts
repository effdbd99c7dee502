import { adviceOn } from '../outbox/operator-advice.ts';
import { refusesPath, verdictOf } from '../outbox/verdict.ts';
import type { Access, AccessSource } from '../ports/access.ts';
import type { Alarms } from '../ports/alarms.ts';
import type { Clock } from '../ports/clock.ts';
import type { AccountRecord, OfficialAccounts } from '../ports/official-accounts.ts';
import type { SendPath, SendResult } from '../ports/zalo-oa.ts';

export interface SpeakingDeps {
  readonly access: AccessSource;
  readonly accounts: OfficialAccounts;
  readonly alarms: Alarms;
  readonly clock: Clock;
  /** By account: the token that last worked, and when (ticks). Empty at first; filled here, for all messages of the process. */
  readonly lastGood: Map<string, { readonly token: string; readonly at: number }>;
}

export type NoAccess = Exclude<Access, { kind: 'token' }>;

/** What Zalo said to one message, or why it said nothing. */
export type Spoken = SendResult | { readonly kind: 'no_access'; readonly access: NoAccess };

/** Posts the message by one of Zalo's two paths, with this token. */
export type Post = (path: SendPath, token: string) => Promise<SendResult>;

const PAUSE_MS = 5 * 60_000;
const FIRST_PATH: SendPath = 'v3.0/oa/message/cs';
const OTHER_PATH: Readonly<Record<SendPath, SendPath>> = {
  'v3.0/oa/message/cs': 'v2.0/oa/message',
  'v2.0/oa/message': 'v3.0/oa/message/cs',
};

/**
 * Sends one message in an account's name, replies and announcements alike: by the path that serves the account, with a token
 * that is renewed once when Zalo refuses it. On exactly -235 from v3 or -240 from v2 the same body goes once to the other
 * path. On any other answer the first call may have delivered. Source: platform notes, section 1.
 */
export async function speak(deps: SpeakingDeps, oaId: string, token: string, post: Post): Promise<Spoken> {
  const account = await deps.accounts.read(oaId);
  const path = account?.sendPath ?? FIRST_PATH;
  const first = await postRenewing(deps, oaId, token, (current) => post(path, current));
  if (first.kind !== 'asked') return { kind: 'no_access', access: first };
  const usesOther = first.result.kind === 'answered' && refusesPath(path, first.result.error);
  const used = usesOther ? OTHER_PATH[path] : path;
  const last = usesOther ? await post(used, first.token) : first.result;
  const succeeded = last.kind === 'answered' && last.error === 0;
  if (succeeded) deps.lastGood.set(oaId, { token: first.token, at: deps.clock.ticks() });
  if (succeeded && (used !== account?.sendPath || account.pausedUntil !== null)) await noteSuccess(deps, oaId, used);
  return last;
}

/** The same for what has one address alone, whatever the type of the account. */
export async function speakByOnePath(
  deps: SpeakingDeps,
  oaId: string,
  token: string,
  post: (token: string) => Promise<SendResult>,
): Promise<Spoken> {
  const asked = await postRenewing(deps, oaId, token, post);
  return asked.kind === 'asked' ? asked.result : { kind: 'no_access', access: asked };
}

type Asked = { readonly kind: 'asked'; readonly result: SendResult; readonly token: string };

/**
 * A refused token is renewed once, and the message sent once more. Source: platform notes, 4.3 rule 4. Where another message
 * went through with the same token since this one began, the refusal was of this request: it is made once more first. Else
 * one stray -216 among many messages would have every other one's token replaced, too.
 */
async function postRenewing(
  deps: SpeakingDeps,
  oaId: string,
  token: string,
  post: (token: string) => Promise<SendResult>,
): Promise<Asked | NoAccess> {
  const began = deps.clock.ticks();
  let result = await post(token);
  if (!isRefused(result)) return { kind: 'asked', result, token };
  const good = deps.lastGood.get(oaId);
  if (good?.token === token && good.at > began) {
    result = await post(token);
    if (!isRefused(result)) return { kind: 'asked', result, token };
  }
  const access = await deps.access.renew(oaId, token);
  if (access.kind !== 'token') return access;
  return { kind: 'asked', result: await post(access.token), token: access.token };
}

function isRefused(result: SendResult): boolean {
  return result.kind === 'answered' && verdictOf(result.error) === 'renew_token';
}

/** When to ask for a token again. Epoch ms. */
export function retryAccessAt(access: NoAccess, now: number): number {
  return access.kind === 'unavailable' ? Math.max(access.retryAt, now + 1_000) : now + PAUSE_MS;
}

/** Something only an operator can mend: the account rests until the time given back, and the alarm says what it is. */
export async function pauseAccount(deps: SpeakingDeps, oaId: string, error: number): Promise<number> {
  const pausedUntil = deps.clock.now().getTime() + PAUSE_MS;
  await deps.accounts.save({ ...(await knownAccount(deps, oaId)), pausedUntil });
  await deps.alarms.raise('oa_configuration', oaId, adviceOn(error));
  return pausedUntil;
}

/** Something went through again: what an operator had to mend is mended. */
export async function noteMended(deps: SpeakingDeps, oaId: string): Promise<void> {
  const known = await deps.accounts.read(oaId);
  if (known === null || known.pausedUntil === null) return;
  await deps.accounts.save({ ...known, pausedUntil: null });
  await deps.alarms.clear('oa_configuration', oaId);
}

/** The path that worked is remembered; what an operator had to mend is mended. */
async function noteSuccess(deps: SpeakingDeps, oaId: string, sendPath: SendPath): Promise<void> {
  const known = await knownAccount(deps, oaId);
  await deps.accounts.save({ ...known, sendPath, pausedUntil: null });
  if (known.pausedUntil !== null) await deps.alarms.clear('oa_configuration', oaId);
}

async function knownAccount({ accounts }: SpeakingDeps, oaId: string): Promise<AccountRecord> {
  const nothing = { oaId, type: null, sendPath: FIRST_PATH, pausedUntil: null, requestsPerMinute: null };
  return (await accounts.read(oaId)) ?? nothing;
}
