import { NAMES_KEPT_MS } from '@phuong-so/shared/domain/class-rules';
import { vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import type { AccessTokens } from '../oa-tokens/access-token.ts';
import type { Attachments } from '../ports/attachments.ts';
import type { ChatStore } from '../ports/chat-store.ts';
import type { Classes } from '../ports/classes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deliveries } from '../ports/deliveries.ts';
import type { OfficialAccounts } from '../ports/official-accounts.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { WorkReminders } from '../ports/work-reminders.ts';
import type { ZaloOa } from '../ports/zalo-oa.ts';
import type { Log } from './log.ts';

export interface HouseDeps {
  readonly chats: ChatStore;
  readonly outbox: Outbox;
  readonly deliveries: Pick<Deliveries, 'prune'>;
  readonly attachments: Pick<Attachments, 'prune'>;
  readonly accounts: OfficialAccounts;
  readonly access: AccessTokens;
  readonly zalo: ZaloOa;
  readonly clock: Clock;
  readonly log: Log;
  /** Names of the accounts as Zalo shows them, by account; filled here. */
  readonly names: Map<string, string>;
  readonly classes: Pick<Classes, 'forgetNames'>;
  readonly workReminders: Pick<WorkReminders, 'prune'>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Zalo repeats an event for less than two hours (source: platform notes, 2.2). */
const EVENT_IDS_MS = DAY_MS;
/** Whoever has not written for a year is a stranger again. */
const THREADS_MS = 365 * DAY_MS;
/** An answer that is quoted later than this is not understood any more. */
const MESSAGES_MS = 30 * DAY_MS;
/** Who was sent what; a year is what a ward compares its announcements over. */
const DELIVERIES_MS = 365 * DAY_MS;
/** A yearly task's reminders are told apart by their year; older ones serve nobody. */
const REMINDERS_MS = 400 * DAY_MS;
/** A picture that has not found its announcement by then was only tried. */
const UNUSED_FILES_MS = DAY_MS;

/** Keeps tokens alive, learns what kind of accounts there are, and forgets what has served its time. */
export async function keepHouse(deps: HouseDeps, accounts: readonly { readonly oaId: string }[]): Promise<void> {
  const now = deps.clock.now().getTime();
  for (const { oaId } of accounts) {
    await deps.access.keepFresh(oaId);
    if (!deps.names.has(oaId)) await meetAccount(deps, oaId);
  }
  await deps.chats.prune(now - EVENT_IDS_MS, now - THREADS_MS);
  await deps.outbox.prune(now - MESSAGES_MS);
  await deps.classes.forgetNames(now - NAMES_KEPT_MS);
  await deps.deliveries.prune(now - DELIVERIES_MS);
  await deps.attachments.prune(now - UNUSED_FILES_MS);
  await deps.workReminders.prune(vietnamDay(now - REMINDERS_MS));
}

/** A state agency's account begins with the path that serves it; what works is remembered. Source: platform notes, section 1. */
async function meetAccount(deps: HouseDeps, oaId: string): Promise<void> {
  const access = await deps.access.current(oaId);
  if (access.kind !== 'token') return;
  const met = await deps.zalo.account(access.token);
  if (met.kind !== 'answered' || met.value === null) return;
  const { name, type, isVerified, packageName } = met.value;
  deps.names.set(oaId, name);
  deps.log.info('official account', { account: oaId, type, isVerified, packageName });
  const known = await deps.accounts.read(oaId);
  if (known?.type === type) return;
  const sendPath = type === 4 ? 'v2.0/oa/message' : 'v3.0/oa/message/cs';
  // A pause, and the alarm that goes with it, end with the next message that gets through.
  const { pausedUntil = null, requestsPerMinute = null } = known ?? {};
  await deps.accounts.save({ oaId, type, sendPath, pausedUntil, requestsPerMinute });
}
