import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { CourseStanding } from '@phuong-so/shared/domain/course-standing';
import type { LessonProgress } from '@phuong-so/shared/domain/learning';
import type { Course } from '@phuong-so/shared/domain/library';
import type { ChatDeps } from '../deps.ts';

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
export async function inCourse({ learning, study }: ChatDeps, key: ThreadKey, course: Course): Promise<CourseStanding> {
  return study.standing(await learning.learnerInChat(key), course);
}

/** The course in which the person last came further, where it is not finished; null when there is none. */
export async function resumedCourse(deps: ChatDeps, key: ThreadKey): Promise<string | null> {
  const { progress, certified } = await standsIn(deps, key);
  const open = progress.filter(({ courseId }) => !certified.has(courseId) && courseOf(deps, courseId) !== null);
  return [...open].sort((a, b) => b.updatedAt - a.updatedAt)[0]?.courseId ?? null;
}

export function courseOf({ library }: Pick<ChatDeps, 'library'>, id: string): Course | null {
  return library.courses.find((course) => course.id === id) ?? null;
}
