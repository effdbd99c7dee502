import { type CourseStanding, standingIn } from '@phuong-so/shared/domain/course-standing';
import { levelInWords, weeksInARow } from '@phuong-so/shared/domain/encouragement';
import type { Learner } from '@phuong-so/shared/domain/learning';
import type { Course } from '@phuong-so/shared/domain/library';
import type { LearningDeps } from './deps.ts';

/** All that one person has learnt. */
export interface Overview {
  /** Every course, in the order in which they are offered. */
  readonly courses: readonly CourseStanding[];
  /** In words: "Đang làm quen: đã xong 3 bài". */
  readonly level: string;
  readonly weeksInARow: number;
}

export async function readOverview(deps: LearningDeps, learner: Learner): Promise<Overview> {
  const { learning, library, clock } = deps;
  const [progress, certificates, ...tried] = await Promise.all([
    learning.progress(learner),
    learning.certificates(learner),
    ...library.courses.map(({ id }) => learning.attempts(learner, id)),
  ]);
  const attempts = tried.flat();
  const courses = library.courses.map((course) => standingIn(course, { progress, attempts, certificates }));
  const finished = courses.flatMap(({ lessons }) => lessons.filter((lesson) => lesson.finished)).length;
  return {
    courses,
    level: levelInWords(finished),
    weeksInARow: weeksInARow({ progress, attempts }, clock.now().getTime()),
  };
}

export async function readStanding(
  { learning }: LearningDeps,
  learner: Learner,
  course: Course,
): Promise<CourseStanding> {
  const [progress, certificates, attempts] = await Promise.all([
    learning.progress(learner),
    learning.certificates(learner),
    learning.attempts(learner, course.id),
  ]);
  return standingIn(course, { progress, attempts, certificates });
}
