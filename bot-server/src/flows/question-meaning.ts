import type { Breaker } from '../composing/breaker.ts';
import { maskQuestion } from '../composing/mask-question.ts';
import type { Clock } from '../ports/clock.ts';
import { type Embedder, ModelFailure } from '../ports/language-model.ts';
import type { PlanIndex } from '../ports/plan-index.ts';

export interface MeaningDeps {
  readonly embedder: Embedder;
  readonly breaker: Breaker;
  readonly clock: Clock;
  /** The longest that a question waits for its meaning; then words alone find. Milliseconds. */
  readonly waitMs: number;
  /** Told of every question that could not be given a meaning, and why. */
  readonly missed: (why: ModelFailure['kind'] | 'other_dimension' | 'resting') => void;
}

/**
 * What a question means, in the numbers of the index's own model; null where the ward has models switched off, the index
 * was built with another model or none, or the server does not answer at once. What is sent is masked.
 */
export async function questionMeaning(
  { embedder, breaker, clock, waitMs, missed }: MeaningDeps,
  index: PlanIndex,
  ward: string,
  question: string,
): Promise<Float32Array | null> {
  const { meaning } = index;
  if (meaning === null || meaning.model !== embedder.name) return null;
  if (index.ward(ward)?.profile.languageModel !== true) return null;
  if (!breaker.allows(clock.ticks())) {
    missed('resting');
    return null;
  }
  const names = index.wards().flatMap(({ name }) => name ?? []);
  try {
    const [vector] = await embedder.embed([maskQuestion(question, names)], AbortSignal.timeout(waitMs));
    breaker.worked();
    if (vector?.length === meaning.dimension) return vector;
    missed('other_dimension');
    return null;
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    breaker.failed(clock.ticks());
    missed(error.kind);
    return null;
  }
}
