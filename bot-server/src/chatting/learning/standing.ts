import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { Certificate, LessonProgress } from '@phuong-so/shared/domain/learning';
import type { Course, Lesson } from '@phuong-so/shared/domain/library';
import type { ChatDeps } from '../deps.ts';
import { isPassed } from './rules.ts';

/** What the person has done of all courses, here and in the Mini App. Ids of courses. */
export interface Standing {
  readonly begun: ReadonlySet<string>;
  readonly certified: ReadonlySet<string>;
  readonly progress: readonly LessonProgress[];
}

export async function standsIn({ learning }: ChatDeps, key: ThreadKey): Promise<Standing> {
  const learner = await learning.learnerInChat(key);
  const progress = await learning.progress(learner);
  const certificates = await learning.certificates(learner);
  return {
    begun: new Set(progress.map(({ courseId }) => courseId)),
    certified: new Set(certificates.map(({ courseId }) => courseId)),
    progress,
  };
}

/** How far the person is in one course. */
export interface CourseStanding {
  /** Where to go on; null when every lesson is finished. */
  readonly resume: { readonly lesson: Lesson; readonly step: number } | null;
  readonly finished: number;
  readonly passed: boolean;
  readonly certificate: Certificate | null;
}

export async function inCourse({ learning }: ChatDeps, key: ThreadKey, course: Course): Promise<CourseStanding> {
  const learner = await learning.learnerInChat(key);
  const progress = (await learning.progress(learner)).filter(({ courseId }) => courseId === course.id);
  const attempts = await learning.attempts(learner, course.id);
  const certificates = await learning.certificates(learner);
  return {
    resume: resumeIn(course, progress),
    finished: progress.filter(({ finishedAt }) => finishedAt !== null).length,
    passed: attempts.some(({ right, total }) => isPassed(right, total)),
    certificate: certificates.find(({ courseId }) => courseId === course.id) ?? null,
  };
}

/** The first lesson that is not finished. */
export function resumeIn({ lessons }: Course, progress: readonly LessonProgress[]): CourseStanding['resume'] {
  const of = (lesson: Lesson) => progress.find(({ lessonId }) => lessonId === lesson.id);
  const lesson = lessons.find((one) => (of(one)?.finishedAt ?? null) === null);
  return lesson ? { lesson, step: of(lesson)?.step ?? 0 } : null;
}

/** The course in which the person last came further, where it is not finished; null when there is none. */
export async function resumedCourse(deps: ChatDeps, key: ThreadKey): Promise<string | null> {
  const { progress, certified } = await standsIn(deps, key);
  const open = progress.filter(({ courseId }) => !certified.has(courseId) && courseOf(deps, courseId) !== null);
  return [...open].sort((a, b) => b.updatedAt - a.updatedAt)[0]?.courseId ?? null;
}

export function courseOf({ library }: ChatDeps, id: string): Course | null {
  return library.courses.find((course) => course.id === id) ?? null;
}
