import { isByDay } from '../learning/notices/by-day.ts';
import type { NoticeDeps } from '../learning/notices/deps.ts';
import { remindOfClasses } from '../learning/notices/remind-of-classes.ts';
import { remindToStudy } from '../learning/notices/remind-to-study.ts';
import { tellOfClasses } from '../learning/notices/tell-of-classes.ts';
import { type RemindDeps, remindOfficials } from './work/remind-officials.ts';

/** `officials`: what reminding them of their work needs. */
export interface RemindersDeps extends NoticeDeps {
  readonly officials: RemindDeps;
}

/**
 * Puts into the outbox what people of classes and courses, and officials, are to be told unasked; nothing at night. Any number
 * of workers may do so at once, and one that was interrupted does so again: nobody gets a message twice. Gives how many were made.
 */
export async function sendReminders(deps: RemindersDeps): Promise<number> {
  const now = deps.clock.now().getTime();
  if (!isByDay(now)) return 0;
  const told = await tellOfClasses(deps, now);
  const reminded = await remindOfClasses(deps, now);
  const studied = await remindToStudy(deps, now);
  return told + reminded + studied + (await remindOfficials(deps.officials, now));
}
