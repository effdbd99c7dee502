import { remindableStarts, reminderTimes } from '@phuong-so/shared/domain/class-rules';
import type { HeldPlace } from '../../ports/classes.ts';
import { thisEvening } from './by-day.ts';
import { contactOf } from './contact.ts';
import type { NoticeDeps } from './deps.ts';
import { noticeMessage } from './notice-message.ts';
import { classTomorrow, speaker } from './words.ts';

/** Reminds people of the class they have a seat in, on the evening before. Gives how many messages were made. */
export async function remindOfClasses(deps: NoticeDeps, now: number): Promise<number> {
  const { from, until } = remindableStarts(now);
  let made = 0;
  for (const seat of await deps.classes.toRemind(from, until)) made += await remind(deps, seat, now);
  return made;
}

async function remind(deps: NoticeDeps, { place, held }: HeldPlace, now: number): Promise<number> {
  const times = reminderTimes(held.startsAt);
  // Who asked for the place after that knows of it.
  if (now < times.from || now >= times.until || place.askedAt >= times.from) return 0;
  const contact = await contactOf(deps, place.learner, held.ward, now);
  if (contact.kind !== 'open') return 0;
  const text = classTomorrow(speaker(deps.wardName(held.ward)), held);
  const expiresAt = Math.min(held.startsAt, contact.until, thisEvening(now));
  await deps.outbox.add([await noticeMessage(contact.key, { occasion: ['remind', place.id], text, expiresAt }, now)]);
  await deps.classes.markReminded(place.id, now);
  return 1;
}
