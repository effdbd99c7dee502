import type { CourseReply } from '@phuong-so/shared/contracts/library';
import type { QuizState } from './course-state.ts';

/** A quiz that is being gone through. */
export interface QuizRun {
  /** The chosen option of each question answered so far, from 0. */
  readonly answers: readonly number[];
  /** The last answer is still being explained. */
  readonly isExplaining: boolean;
}

export const QUIZ_BEGIN: QuizRun = { answers: [], isExplaining: false };

/** Enough answers are right. The server decides by the same share when it gets the attempt. */
const PASS_SHARE = 0.8;

export function resultOf(quiz: CourseReply['quiz'], answers: readonly number[]): QuizState {
  const right = quiz.filter((question, index) => question.right === answers[index]).length;
  return { right, total: quiz.length, passed: right >= quiz.length * PASS_SHARE };
}
