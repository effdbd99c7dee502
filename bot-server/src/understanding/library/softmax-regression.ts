import { hashOf, placeOf } from './hashed-words.ts';

/**
 * What was learned: for each feature, by its hash and in the order of these, how rare it is, and which classes it speaks
 * for or against. Plain arrays, so that they are kept in a file as they are.
 */
export interface Weights {
  readonly features: Uint32Array;
  readonly rarity: Float32Array;
  /** `starts[feature]` is where what the feature says begins; one more than there are features. */
  readonly starts: Uint32Array;
  readonly classes: Uint16Array;
  readonly weights: Float32Array;
  /** By class. */
  readonly bias: Float32Array;
}

/** The features of a text that are known, and how much each counts: together of length one, of a text that says little less. */
export interface Vector {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

/** Tells classes of short texts apart by what {@link trainRegression} learned. */
export class SoftmaxRegression {
  readonly #learned: Weights;

  constructor(learned: Weights) {
    this.#learned = learned;
  }

  /** How likely each class is: 0..1, together 1. Features that no example has say nothing. */
  shares(features: readonly string[]): Float64Array {
    const { starts, classes, weights, bias } = this.#learned;
    const scores = Float64Array.from(bias);
    const { features: known, values } = vectorOf(this.#learned, features);
    for (let at = 0; at < known.length; at += 1) {
      const feature = known[at] as number;
      const value = values[at] as number;
      const end = starts[feature + 1] as number;
      for (let one = starts[feature] as number; one < end; one += 1)
        (scores[classes[one] as number] as number) += (weights[one] as number) * value;
    }
    toShares(scores);
    return scores;
  }
}

/**
 * Below this length (about eight syllables that are known) a text is taken for what it is: little to go by. Without it two
 * known syllables would make anything as sure as a whole sentence does.
 */
const LEAST_LENGTH = 15;

export function vectorOf(
  { features: ids, rarity }: Pick<Weights, 'features' | 'rarity'>,
  features: readonly string[],
): Vector {
  const known = features.map((feature) => placeOf(ids, hashOf(feature))).filter((place) => place >= 0);
  const values = Float32Array.from(known, (place) => rarity[place] ?? 0);
  const length = Math.max(LEAST_LENGTH, Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)));
  return { features: Int32Array.from(known), values: values.map((value) => value / length) };
}

/** Scores to shares in place: e to the power of each, over their sum. */
export function toShares(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const power = Math.exp((scores[at] as number) - most);
    scores[at] = power;
    sum += power;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / sum;
}
