import { addDays } from '@phuong-so/shared/domain/calendar';
import { vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import { isByDay } from '../../learning/notices/by-day.ts';
import type { Holder, Rights } from '../../ports/rights.ts';
import type { Reminded, WorkReminders } from '../../ports/work-reminders.ts';
import { decideReminders } from '../../work/reminders/decide-reminders.ts';
import { wardPeople } from '../../work/reminders/ward-people.ts';
import type { WorkDeps } from './deps.ts';
import { type TellDeps, tellWard } from './tell-ward.ts';
import { type WardWorkDeps, wardWork } from './ward-work.ts';

export interface RemindDeps extends WardWorkDeps, TellDeps {
  readonly work: Pick<WorkDeps['work'], 'list' | 'superseded' | 'wards'>;
  readonly reminders: WorkReminders;
  readonly rights: Pick<Rights, 'inWards'>;
  /** All wards that have a plan. */
  readonly wards: () => readonly string[];
}

/** Of one claim; deciding for a ward takes milliseconds. */
const LEASE_MS = 60_000;
/** Rights are asked for of so many wards at once. */
const WARDS_AT_ONCE = 200;
/** People are asked for so many at once. */
const PEOPLE_AT_ONCE = 1_000;
/** Nobody can be written to longer after their last message, paid or not. Source: platform notes, 3.4. */
const LONGEST_WINDOW_MS = 7 * 24 * 3_600_000;

/**
 * Reminds officials of their work: decides each ward's day once, then tells each person once a day what concerns them, in the
 * chat they have joined and never at night. Who cannot be written to finds it in the Mini App. Any number of workers may do so
 * at once, and one that was interrupted does so again. Gives how many messages were made. `now`: epoch ms.
 */
export async function remindOfficials(deps: RemindDeps, now: number): Promise<number> {
  if (!isByDay(now)) return 0;
  const when = { today: vietnamDay(now), now };
  return (await decideAll(deps, when)) + (await tellTheRest(deps, when));
}

interface When {
  /** ISO day. */
  readonly today: string;
  /** Epoch ms. */
  readonly now: number;
}

async function decideAll(deps: RemindDeps, when: When): Promise<number> {
  const wards = [...new Set([...deps.wards(), ...(await deps.work.wards())])];
  const pending = await deps.reminders.pending(wards, when.today);
  let made = 0;
  for (let at = 0; at < pending.length; at += WARDS_AT_ONCE) {
    const these = pending.slice(at, at + WARDS_AT_ONCE);
    const holders = byWard(await deps.rights.inWards(these));
    for (const ward of these) made += await decideWard(deps, ward, holders.get(ward) ?? [], when);
  }
  return made;
}

/**
 * A ward that has not been looked at before is not owed what was due before today. Whoever is reminded is told at once, while
 * the ward's work is at hand.
 */
async function decideWard(deps: RemindDeps, ward: string, holders: readonly Holder[], when: When): Promise<number> {
  const { today, now } = when;
  const claim = await deps.reminders.claim(ward, today, now, LEASE_MS);
  if (claim === null) return 0;
  const work = holders.length === 0 ? null : await wardWork(deps, ward, false);
  const since = claim.since ?? addDays(today, -1);
  const reminders =
    work === null
      ? []
      : decideReminders({ ...work, since, today, people: wardPeople(holders, work.standingUnit, work.units) });
  const isKept = await deps.reminders.finish(claim, reminders, now);
  const subjects = [...new Set(reminders.map(({ subject }) => subject))];
  return isKept && subjects.length > 0 ? tellWard(deps, { ward, work, subjects, ...when }) : 0;
}

/** Those who could not be written to when their ward's day was decided, or were left by somebody who was interrupted. */
async function tellTheRest(deps: RemindDeps, when: When): Promise<number> {
  let made = 0;
  let after: Reminded | null = null;
  for (;;) {
    const page: readonly Reminded[] = await deps.reminders.toTell(when.today, when.now - LONGEST_WINDOW_MS, {
      after,
      limit: PEOPLE_AT_ONCE,
    });
    for (const [ward, people] of byWard(page)) {
      const subjects = people.map(({ subject }) => subject);
      made += await tellWard(deps, { ward, work: await wardWork(deps, ward, false), subjects, ...when });
    }
    after = page.at(-1) ?? null;
    if (page.length < PEOPLE_AT_ONCE) return made;
  }
}

function byWard<T extends { readonly ward: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const known = found.get(one.ward);
    if (known === undefined) found.set(one.ward, [one]);
    else known.push(one);
  }
  return found;
}
