import type { CourseStanding } from '@phuong-so/shared/domain/course-standing';
import { chatOfLearner, type Learner } from '@phuong-so/shared/domain/learning';
import { nextReminder } from '@phuong-so/shared/domain/study-times';
import { courseWith, type LearningDeps } from './deps.ts';
import { readStanding } from './read-standing.ts';

export interface Reached {
  readonly courseId: string;
  readonly lessonId: string;
  /** From 0; past the lesson's last it counts as the last. */
  readonly step: number;
  readonly finished: boolean;
}

export type LessonNoted =
  | { readonly kind: 'noted'; readonly standing: CourseStanding }
  | { readonly kind: 'unknown_course' }
  | { readonly kind: 'unknown_lesson' };

/** A step was reached or a lesson finished, in the chat or in the app. Sent again it changes nothing. */
export async function noteLesson(deps: LearningDeps, learner: Learner, given: Reached): Promise<LessonNoted> {
  const course = courseWith(deps, given.courseId);
  if (course === null) return { kind: 'unknown_course' };
  const lesson = course.lessons.find(({ id }) => id === given.lessonId);
  if (lesson === undefined) return { kind: 'unknown_lesson' };
  const at = deps.clock.now().getTime();
  const step = Math.min(given.step, lesson.steps.length - 1);
  await deps.learning.advance(learner[0], { ...given, step, at });
  const standing = await readStanding(deps, learner, course);
  await moveReminders(deps, learner, standing, at);
  return { kind: 'noted', standing };
}

/** Who learns by themselves is not reminded of it: the days count anew, and end with the course's last lesson. */
async function moveReminders({ learning }: LearningDeps, learner: Learner, standing: CourseStanding, at: number) {
  const { courseId, resume } = standing;
  for (const key of learner.map(chatOfLearner)) {
    if (key === null) continue;
    const dueAt = resume === null ? null : nextReminder(at, 0);
    if (dueAt !== null) await learning.learnt(key, courseId, dueAt);
    else if ((await learning.reminderOf(key))?.courseId === courseId) await learning.stopReminding(key);
  }
}
