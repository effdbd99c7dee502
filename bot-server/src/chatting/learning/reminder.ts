import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import { conclude } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { stopped } from '../screen-texts.ts';
import type { Talk } from '../talk.ts';
import { firstReminder } from './rules.ts';
import * as texts from './texts.ts';

/** Who wants to be reminded and learns by themselves is reminded later, of what they are learning now. */
export async function noteLearning(
  { learning }: ChatDeps,
  key: ThreadKey,
  courseId: string,
  at: number,
): Promise<void> {
  const reminder = await learning.reminderOf(key);
  if (reminder !== null) await learning.remind({ ...reminder, courseId, sent: 0, dueAt: firstReminder(at) });
}

/** Ends the learning for now. */
export async function pauseStudy(
  { learning }: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'study_pause'>,
): Promise<Talk> {
  const { course, remind } = screen;
  if (!remind) return conclude(talk, stopped(screen));
  const { oaId, userId } = talk.thread;
  await learning.remind({ oaId, userId, courseId: course, dueAt: firstReminder(at), sent: 0, agreedAt: at });
  return conclude(talk, texts.REMINDER_SET);
}

export async function stopReminders({ learning }: ChatDeps, talk: Talk): Promise<Talk> {
  await learning.stopReminding(talk.thread);
  return conclude(talk, texts.REMINDER_STOPPED);
}
