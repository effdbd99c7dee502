import type { StudyReminder } from '@phuong-so/shared/domain/learning';
import { nextReminder } from '@phuong-so/shared/domain/study-times';
import { readStanding } from '../read-standing.ts';
import { thisEvening } from './by-day.ts';
import { contactInChat } from './contact.ts';
import type { NoticeDeps } from './deps.ts';
import { noticeMessage } from './notice-message.ts';
import { speaker, studyReminder } from './words.ts';

/** At once; the others a minute later. */
const MOST = 200;

/** Reminds those who wish it of the course they have not finished. Gives how many messages were made. */
export async function remindToStudy(deps: NoticeDeps, now: number): Promise<number> {
  let made = 0;
  for (const due of await deps.learning.dueReminders(now, MOST)) made += await remind(deps, due, now);
  return made;
}

/** One that cannot go is passed over like one that went: nobody gets two when they write again. */
async function remind(deps: NoticeDeps, reminder: StudyReminder, now: number): Promise<number> {
  const { oaId, userId, courseId, sent, dueAt } = reminder;
  const course = await unfinished(deps, reminder);
  if (course === null) {
    await deps.learning.reminded(reminder, null);
    return 0;
  }
  const contact = await contactInChat(deps, reminder, now);
  if (contact.kind === 'open') {
    const text = studyReminder(speaker(await wardOf(deps, reminder)), course.title);
    const occasion = ['study', oaId, userId, courseId, String(dueAt), String(sent)];
    const expiresAt = Math.min(contact.until, thisEvening(now));
    await deps.outbox.add([await noticeMessage(contact.key, { occasion, text, expiresAt }, now)]);
  }
  await deps.learning.reminded(reminder, nextReminder(dueAt, sent + 1));
  return contact.kind === 'open' ? 1 : 0;
}

/** The course, unless it is gone or the person has completed it meanwhile. */
async function unfinished(deps: NoticeDeps, { oaId, userId, courseId }: StudyReminder) {
  const course = deps.library.courses.find(({ id }) => id === courseId);
  if (course === undefined) return null;
  const learner = await deps.learning.learnerInChat({ oaId, userId });
  return (await readStanding(deps, learner, course)).complete ? null : course;
}

async function wardOf(deps: NoticeDeps, { oaId, userId }: StudyReminder): Promise<string | null> {
  const own = deps.accounts.find((account) => account.oaId === oaId)?.ward;
  const ward = own ?? (await deps.chats.thread({ oaId, userId }))?.ward ?? null;
  return ward === null ? null : deps.wardName(ward);
}
