import type { EvalQuestion, Score } from './score.ts';

/** One question with how its answer did. */
export interface Scored {
  readonly question: EvalQuestion;
  readonly score: Score;
  readonly ms: number;
}
