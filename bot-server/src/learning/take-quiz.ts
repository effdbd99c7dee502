import { type CourseStanding, gradeQuiz, isPassed, type QuizResult } from '@phuong-so/shared/domain/course-standing';
import type { Learner } from '@phuong-so/shared/domain/learning';
import { courseWith, type LearningDeps } from './deps.ts';
import { readStanding } from './read-standing.ts';

export interface QuizGiven {
  /** Of this attempt: sent twice it counts once, and gives the first one's result. */
  readonly id: string;
  readonly courseId: string;
  /** Chosen options, from 0, in the order of the questions. */
  readonly answers: readonly number[];
}

export type QuizTaken =
  | { readonly kind: 'taken'; readonly result: QuizResult; readonly standing: CourseStanding }
  | { readonly kind: 'unknown_course' }
  /** Not one offered option for each question. */
  | { readonly kind: 'wrong_answers' };

/** A quiz was gone through to its end, in the chat or in the app. */
export async function takeQuiz(deps: LearningDeps, learner: Learner, given: QuizGiven): Promise<QuizTaken> {
  const { id, courseId, answers } = given;
  const course = courseWith(deps, courseId);
  if (course === null) return { kind: 'unknown_course' };
  const result = gradeQuiz(course.quiz, answers);
  if (result === null) return { kind: 'wrong_answers' };
  const { right, total } = result;
  const attempt = { id, courseId, answers, right, total, finishedAt: deps.clock.now().getTime() };
  await deps.learning.addAttempt(learner[0], attempt);
  const kept = (await deps.learning.attempts(learner, courseId)).findLast((one) => one.id === id) ?? attempt;
  const counted = { right: kept.right, total: kept.total };
  const standing = await readStanding(deps, learner, course);
  return { kind: 'taken', result: { ...counted, passed: isPassed(counted) }, standing };
}
