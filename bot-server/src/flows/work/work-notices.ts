import type { WorkNotice } from '@phuong-so/shared/contracts/work-notices';
import { addDays } from '@phuong-so/shared/domain/calendar';
import type { NewWorkReminder, WorkReminders } from '../../ports/work-reminders.ts';
import { decideReminders } from '../../work/reminders/decide-reminders.ts';
import { leadSaid } from '../../work/reminders/notice-words.ts';
import { todayNotices } from '../../work/reminders/today-notices.ts';
import { unitIdOf } from '../../work/unit-names.ts';
import { type WardWork, type WardWorkDeps, wardWork } from './ward-work.ts';

export interface WorkNoticesDeps extends WardWorkDeps {
  readonly reminders: Pick<WorkReminders, 'of'>;
}

export interface Digest {
  /** null = nothing. */
  readonly lead: string | null;
  readonly notices: readonly WorkNotice[];
}

/**
 * What a person is reminded of today, by what holds now. Only of the ward in which they hold their right: of another, in which
 * they held one this morning, nothing.
 */
export async function readDigest(
  deps: WorkNoticesDeps,
  person: { readonly subject: string; readonly ward: string; readonly unit: string | null; readonly today: string },
): Promise<Digest> {
  const { subject, ward, today } = person;
  const reminders = (await deps.reminders.of([subject], today)).filter((one) => one.ward === ward);
  const work = reminders.length === 0 ? null : await wardWork(deps, ward, false);
  if (work === null) return { lead: null, notices: [] };
  return digestOf(reminders, work, { today, unit: handingUnit(unitIdOf(person.unit, work.units), work) });
}

/** What a person's reminders of today say by what holds now. `unit`: see `WardNow`. */
export function digestOf(
  reminders: readonly NewWorkReminder[],
  work: WardWork,
  { today, unit }: { readonly today: string; readonly unit: string | null },
): Digest {
  const notices = todayNotices(reminders, { ...work, today, unit });
  return { lead: leadSaid(notices), notices };
}

/** The standing unit gathers what the others hand in: only the ward's own report is its. */
function handingUnit(unit: string | null, { standingUnit }: WardWork): string | null {
  return unit === standingUnit ? null : unit;
}

/** A persona looks for a minute: what they would have been reminded of in the last days counts as today's. */
const DAYS_OF_PERSONA = 7;

/** What a persona of a demonstration, who holds no right and is sent nothing, would be reminded of. */
export async function personaDigest(
  deps: WardWorkDeps,
  persona: { readonly subject: string; readonly ward: string; readonly unit: string | null; readonly today: string },
): Promise<Digest> {
  const { subject, ward, today } = persona;
  const work = await wardWork(deps, ward, true);
  if (work === null) return { lead: null, notices: [] };
  const unit = unitIdOf(persona.unit, work.units);
  const person = { subject, unit, head: false, isStanding: unit === work.standingUnit };
  const reminders = decideReminders({ ...work, people: [person], since: addDays(today, -DAYS_OF_PERSONA), today });
  return digestOf(reminders, work, { today, unit: handingUnit(unit, work) });
}
