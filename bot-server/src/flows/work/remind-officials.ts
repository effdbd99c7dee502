import { addDays } from '@phuong-so/shared/domain/calendar';
import { vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import { isByDay, thisEvening } from '../../learning/notices/by-day.ts';
import { contactOf } from '../../learning/notices/contact.ts';
import type { ContactDeps } from '../../learning/notices/deps.ts';
import { noticeMessage } from '../../learning/notices/notice-message.ts';
import { speaker } from '../../learning/notices/words.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { Holder, Rights } from '../../ports/rights.ts';
import type { NewWorkReminder, WorkReminders } from '../../ports/work-reminders.ts';
import { decideReminders } from '../../work/reminders/decide-reminders.ts';
import { digestSaid } from '../../work/reminders/notice-words.ts';
import { wardPeople } from '../../work/reminders/ward-people.ts';
import type { WorkDeps } from './deps.ts';
import { type WardWork, type WardWorkDeps, wardWork } from './ward-work.ts';
import { readDigest } from './work-notices.ts';

export interface RemindDeps extends WardWorkDeps, ContactDeps {
  readonly work: Pick<WorkDeps['work'], 'list' | 'superseded' | 'wards'>;
  readonly reminders: WorkReminders;
  readonly rights: Pick<Rights, 'of' | 'inWards'>;
  readonly outbox: Pick<Outbox, 'add'>;
  /** All wards that have a plan. */
  readonly wards: () => readonly string[];
}

/** Of one claim; deciding for a ward takes milliseconds. */
const LEASE_MS = 60_000;
/** Rights are asked for of so many wards at once. */
const WARDS_AT_ONCE = 200;
/** Told at once; the others a minute later. */
const MOST_TOLD = 1_000;
/** Nobody can be written to longer after their last message, paid or not. Source: platform notes, 3.4. */
const LONGEST_WINDOW_MS = 7 * 24 * 3_600_000;

/**
 * Reminds officials of their work: decides each ward's day once, then tells each person once a day what concerns them, in the
 * chat they have joined and never at night. Who cannot be written to finds it in the Mini App. Any number of workers may do so
 * at once, and one that was interrupted does so again. Gives how many messages were made. `now`: epoch ms.
 */
export async function remindOfficials(deps: RemindDeps, now: number): Promise<number> {
  if (!isByDay(now)) return 0;
  const today = vietnamDay(now);
  await decideAll(deps, today, now);
  return tellAll(deps, today, now);
}

async function decideAll(deps: RemindDeps, today: string, now: number): Promise<void> {
  const wards = [...new Set([...deps.wards(), ...(await deps.work.wards())])];
  const pending = await deps.reminders.pending(wards, today);
  for (let at = 0; at < pending.length; at += WARDS_AT_ONCE) {
    const these = pending.slice(at, at + WARDS_AT_ONCE);
    const holders = byWard(await deps.rights.inWards(these));
    for (const ward of these) await decideWard(deps, { ward, holders: holders.get(ward) ?? [], today, now });
  }
}

function byWard(holders: readonly Holder[]): ReadonlyMap<string, readonly Holder[]> {
  const found = new Map<string, Holder[]>();
  for (const holder of holders) {
    const known = found.get(holder.ward);
    if (known === undefined) found.set(holder.ward, [holder]);
    else known.push(holder);
  }
  return found;
}

interface Deciding {
  readonly ward: string;
  readonly holders: readonly Holder[];
  readonly today: string;
  readonly now: number;
}

/** A ward that has not been looked at before is not owed what was due before today. */
async function decideWard(deps: RemindDeps, { ward, holders, today, now }: Deciding): Promise<void> {
  const claim = await deps.reminders.claim(ward, today, now, LEASE_MS);
  if (claim === null) return;
  const since = claim.since ?? addDays(today, -1);
  await deps.reminders.finish(claim, await decided(deps, ward, holders, { since, today }), now);
}

async function decided(
  deps: RemindDeps,
  ward: string,
  holders: readonly Holder[],
  days: { readonly since: string; readonly today: string },
): Promise<readonly NewWorkReminder[]> {
  if (holders.length === 0) return [];
  const work = await wardWork(deps, ward, false);
  if (work === null) return [];
  return decideReminders({ ...work, ...days, people: wardPeople(holders, work.standingUnit, work.units) });
}

async function tellAll(deps: RemindDeps, today: string, now: number): Promise<number> {
  const known = new Map<string, WardWork | null>();
  let made = 0;
  for (const subject of await deps.reminders.toTell(today, now - LONGEST_WINDOW_MS, MOST_TOLD)) {
    made += await tell(deps, { subject, today, now, known });
  }
  return made;
}

interface Telling {
  readonly subject: string;
  readonly today: string;
  readonly now: number;
  readonly known: Map<string, WardWork | null>;
}

/**
 * The message goes in before it counts as told: who is interrupted in between makes the same one again. Who has lost the right
 * meanwhile, and of whom nothing is owed any more, is not told.
 */
async function tell(deps: RemindDeps, { subject, today, now, known }: Telling): Promise<number> {
  const right = await deps.rights.of(subject);
  if (right === null || right.role === 'leader') return settle(deps, subject, today, now);
  const { ward } = right;
  const contact = await contactOf(deps, subject, ward, now);
  if (contact.kind !== 'open') return 0;
  if (!known.has(ward)) known.set(ward, await wardWork(deps, ward, false));
  const { lead, notices } = await readDigest(deps, { subject, ward, today }, known.get(ward));
  if (lead === null) return settle(deps, subject, today, now);
  const text = digestSaid(speaker(deps.ward(ward)?.name ?? null), lead, notices);
  const expiresAt = Math.min(contact.until, thisEvening(now));
  const notice = { occasion: ['work', subject, today], text, expiresAt };
  await deps.outbox.add([await noticeMessage(contact.key, notice, now)]);
  await settle(deps, subject, today, now);
  return 1;
}

async function settle({ reminders }: RemindDeps, subject: string, today: string, now: number): Promise<0> {
  await reminders.told(subject, today, now);
  return 0;
}
