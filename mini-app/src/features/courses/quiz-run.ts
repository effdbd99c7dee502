/** A quiz that is being gone through. */
export interface QuizRun {
  /** The chosen option of each question answered so far, from 0. */
  readonly answers: readonly number[];
  /** The last answer is still being explained. */
  readonly isExplaining: boolean;
}

export const QUIZ_BEGIN: QuizRun = { answers: [], isExplaining: false };
