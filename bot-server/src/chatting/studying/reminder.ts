import type { ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import { nextReminder } from '@phuong-so/shared/domain/study-times';
import { conclude } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { stopped } from '../screen-texts.ts';
import type { Talk } from '../talk.ts';
import * as texts from './texts.ts';

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
  const dueAt = nextReminder(at, 0) ?? at;
  await learning.remind({ oaId, userId, courseId: course, dueAt, sent: 0, agreedAt: at });
  return conclude(talk, texts.REMINDER_SET);
}

/** Of lessons and of classes. */
export async function stopReminders({ learning, classes }: ChatDeps, talk: Talk, at: number): Promise<Talk> {
  await learning.stopReminding(talk.thread);
  await classes.stopReminding(await learning.learnerInChat(talk.thread), at);
  return conclude(talk, texts.REMINDER_STOPPED);
}
