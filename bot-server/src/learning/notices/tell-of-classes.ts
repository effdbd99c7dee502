import { reminderTimes } from '@phuong-so/shared/domain/class-rules';
import type { ClassNotice, HeldPlace } from '../../ports/classes.ts';
import { contactOf } from './contact.ts';
import type { NoticeDeps } from './deps.ts';
import { noticeMessage } from './notice-message.ts';
import { classNotice, speaker } from './words.ts';

/** At once; who cannot be reached now waits until the class would begin. */
const MOST = 1_000;

/** Tells people that they have moved up into a seat, or that their class is cancelled. Gives how many messages were made. */
export async function tellOfClasses(deps: NoticeDeps, now: number): Promise<number> {
  let made = 0;
  for (const owed of await deps.classes.toTell(MOST)) made += await tell(deps, owed, now);
  return made;
}

/** The message goes in before it counts as told: who is interrupted in between makes the same one again. */
async function tell(
  deps: NoticeDeps,
  { place, held, notice }: HeldPlace & { readonly notice: ClassNotice },
  now: number,
): Promise<number> {
  const contact = now >= held.startsAt ? null : await contactOf(deps, place.learner, held.ward, now);
  if (contact?.kind === 'later') return 0;
  if (contact?.kind === 'open') {
    const text = classNotice(speaker(deps.wardName(held.ward)), held, notice);
    const expiresAt = Math.min(held.startsAt, contact.until);
    await deps.outbox.add([await noticeMessage(contact.key, { occasion: [notice, place.id], text, expiresAt }, now)]);
    // Who learns of the seat on the evening before is not reminded of it a minute later.
    if (notice === 'moved_up' && now >= reminderTimes(held.startsAt).from)
      await deps.classes.markReminded(place.id, now);
  }
  await deps.classes.told(place.id, notice);
  return contact?.kind === 'open' ? 1 : 0;
}
