import { thisEvening } from '../../learning/notices/by-day.ts';
import { type Contact, contactsOf } from '../../learning/notices/contact.ts';
import type { ContactDeps } from '../../learning/notices/deps.ts';
import { noticeMessage } from '../../learning/notices/notice-message.ts';
import { speaker } from '../../learning/notices/words.ts';
import type { Rights } from '../../ports/rights.ts';
import type { WorkReminder, WorkReminders } from '../../ports/work-reminders.ts';
import { digestSaid } from '../../work/reminders/notice-words.ts';
import { wardPeople } from '../../work/reminders/ward-people.ts';
import type { WardWork } from './ward-work.ts';
import { digestOf } from './work-notices.ts';

export interface TellDeps extends ContactDeps {
  readonly reminders: Pick<WorkReminders, 'of' | 'tell'>;
  readonly rights: Pick<Rights, 'inWards'>;
}

interface Telling {
  readonly ward: string;
  /** null = there is no such ward any more. */
  readonly work: WardWork | null;
  /** Up to a thousand. */
  readonly subjects: readonly string[];
  /** ISO day. */
  readonly today: string;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * Tells people of one ward what they are reminded of today, each in one message; gives how many were made. Who has lost the
 * right meanwhile, and of whom nothing is owed any more, is not told. Who cannot be written to now stays to be told. The same
 * number of questions to the database, however many people.
 */
export async function tellWard(deps: TellDeps, telling: Telling): Promise<number> {
  const { ward, work, subjects, today, now } = telling;
  const right = work === null ? new Map<string, string | null>() : await officialsOf(deps, work);
  const ours = subjects.filter((subject) => right.has(subject));
  const contacts = await contactsOf(deps, ours, ward, now);
  const reached = ours.flatMap((subject, at) => {
    const contact = contacts[at];
    return contact?.kind === 'open' ? [{ subject, contact }] : [];
  });
  const owed = await remindersOf(deps, telling, reached);
  const messages = await Promise.all(
    owed.map((one) => messageFor({ ...one, unit: right.get(one.subject) ?? null }, telling)),
  );
  const made = messages.filter((message) => message !== null);
  const settled = [...subjects.filter((subject) => !right.has(subject)), ...reached.map(({ subject }) => subject)];
  await deps.reminders.tell(today, { subjects: settled, messages: made, at: now });
  return made.length;
}

/** Everybody who has a right in the ward now and is reminded of work by it, with the unit whose hand-ins are theirs. */
async function officialsOf({ rights }: TellDeps, work: WardWork): Promise<ReadonlyMap<string, string | null>> {
  const people = wardPeople(await rights.inWards([work.key]), work.standingUnit, work.units);
  return new Map(people.map(({ subject, unit, isStanding }) => [subject, isStanding ? null : unit]));
}

interface Reached {
  readonly subject: string;
  readonly contact: Extract<Contact, { readonly kind: 'open' }>;
}

interface Owed extends Reached {
  readonly reminders: readonly WorkReminder[];
}

async function remindersOf(
  deps: TellDeps,
  { ward, today }: Telling,
  reached: readonly Reached[],
): Promise<readonly Owed[]> {
  const all = await deps.reminders.of(
    reached.map(({ subject }) => subject),
    today,
  );
  return reached.map((one) => ({
    ...one,
    reminders: all.filter((reminder) => reminder.ward === ward && reminder.subject === one.subject),
  }));
}

/** null = nothing is owed any more. */
async function messageFor(
  { subject, contact, reminders, unit }: Owed & { readonly unit: string | null },
  { work, today, now }: Telling,
) {
  if (work === null) return null;
  const { lead, notices } = digestOf(reminders, work, { today, unit });
  if (lead === null) return null;
  const text = digestSaid(speaker(work.name), lead, notices);
  const expiresAt = Math.min(contact.until, thisEvening(now));
  return noticeMessage(contact.key, { occasion: ['work', subject, today], text, expiresAt }, now);
}
