import { type Resident, waysTo } from '@phuong-so/shared/domain/audience';
import { type Broadcast, isEmergency } from '@phuong-so/shared/domain/broadcast';
import { contactWindow } from '@phuong-so/shared/domain/contact-window';
import { dueTime, type IsHoliday, type Spread } from '@phuong-so/shared/domain/sending-hours';
import type { Audience } from '../ports/audience.ts';
import type { Broadcasts, DueBroadcast } from '../ports/broadcasts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deliveries, NewDelivery } from '../ports/deliveries.ts';

/** How a ward's announcements can go out. */
export interface WardChannels {
  readonly oa: boolean;
  readonly mini_app: boolean;
  readonly zbs: boolean;
  /** Accounts that serve this ward alone. */
  readonly oaIds: readonly string[];
}

export interface PreparingDeps {
  readonly broadcasts: Broadcasts;
  readonly deliveries: Deliveries;
  readonly audience: Audience;
  readonly clock: Clock;
  readonly isHoliday: IsHoliday;
  readonly channels: (ward: string) => WardChannels;
  /** Announcements a second to one account; null = as fast as Zalo answers. */
  readonly perSecond: number | null;
}

/** So many people are read and written at once: 20,000 of them take twenty rounds, and little memory. */
const PAGE = 1_000;
const CORRECTION_WAITS_MS = 2_000;

/** Makes the deliveries of the next people. The place is kept with them: whoever is interrupted goes on from there. */
export async function prepareNextPage(deps: PreparingDeps, claim: DueBroadcast): Promise<void> {
  return claim.broadcast.revision === 0 ? prepareFirst(deps, claim) : prepareCorrection(deps, claim);
}

async function prepareFirst(deps: PreparingDeps, claim: DueBroadcast): Promise<void> {
  const { broadcast, preparing, prepared } = claim;
  const { ward, groups, demo } = broadcast;
  const now = deps.clock.now().getTime();
  const channels = deps.channels(ward);
  const place = { after: preparing ?? '', limit: PAGE };
  const { people, next } = await deps.audience.page({ ward, groups, demo, oaIds: channels.oaIds, ...place });
  const spread = spreadOf(deps, broadcast, now);
  const rows: NewDelivery[] = [];
  let messages = 0;
  for (const person of people) {
    const made = rowsFor(person, broadcast, channels, spread, prepared + messages, now);
    rows.push(...made);
    // Whom no message goes to holds up nobody behind them.
    if (made.some(({ state }) => state === 'pending')) messages += 1;
  }
  await deps.deliveries.prepare(claim, { rows, messages, next, now });
}

function rowsFor(
  person: Resident,
  broadcast: Broadcast,
  channels: WardChannels,
  spread: Spread,
  number: number,
  now: number,
): NewDelivery[] {
  const priority = isEmergency(broadcast) ? 0 : 1;
  return waysTo(person, broadcast.kind, channels, now).map(({ channel, reason }) => {
    const common = { recipient: person.id, channel, group: person.group, reason, priority } as const;
    if (channel === 'feed') return { ...common, chat: null, state: 'sent', dueAt: null, expiresAt: null };
    const chat = person.chat && { oaId: person.chat.oaId, userId: person.chat.userId };
    if (reason !== null) return { ...common, chat, state: 'failed', dueAt: null, expiresAt: null };
    const window = person.chat && contactWindow(person.chat, now);
    const expiresAt = window?.kind === 'open' ? window.until : null;
    return { ...common, chat, state: 'pending', dueAt: dueTime(spread, number), expiresAt };
  });
}

/** Only to those who have, or may have, earlier words; whoever has none yet gets the corrected ones as the first. */
async function prepareCorrection(deps: PreparingDeps, claim: DueBroadcast): Promise<void> {
  const { broadcast, preparing, prepared } = claim;
  const now = deps.clock.now().getTime();
  const told = await deps.deliveries.toldBefore(broadcast.id, broadcast.revision, preparing ?? '', PAGE);
  if (told === null) {
    await deps.broadcasts.release(claim, now + CORRECTION_WAITS_MS);
    return;
  }
  const spread = spreadOf(deps, broadcast, now);
  const priority = isEmergency(broadcast) ? 0 : 1;
  const rows = told.map((one, at): NewDelivery => {
    return { ...one, state: 'pending', reason: null, dueAt: dueTime(spread, prepared + at), priority };
  });
  const next = told.length === PAGE ? (told.at(-1)?.recipient ?? null) : null;
  await deps.deliveries.prepare(claim, { rows, messages: told.length, next, now });
}

function spreadOf({ perSecond, isHoliday }: PreparingDeps, broadcast: Broadcast, now: number): Spread {
  return { begin: now, perSecond, isHoliday: isEmergency(broadcast) ? null : isHoliday };
}
