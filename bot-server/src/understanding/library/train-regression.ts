import { hashOf } from './hashed-words.ts';
import { toShares, type Vector, vectorOf, type Weights } from './softmax-regression.ts';

/** A text that is known to belong to a class, or to any of several alike. */
export interface Example {
  /** At least one. */
  readonly labels: readonly number[];
  readonly features: readonly string[];
  /** How much it counts. */
  readonly weight: number;
}

/**
 * Chosen by cross-validation between two writers (`npm run evaluate -- --cross`): further rounds, other rates and stronger
 * shrinking change the figure by less than one point.
 */
const ROUNDS = 3;
const RATE = 0.6;
const SHRINK = 1e-5;
/** A class that the example says this little about is left as it is: training takes a third of the time. */
const NEGLIGIBLE = 5e-3;
/** AdaGrad's sums begin here, so that the first steps are no leaps. */
const FIRST_SQUARE = 1e-2;
const BIAS_RATE = 0.01;
/** Weights below this change no ranking and are not kept. */
const LEAST_WEIGHT = 0.1;

/** Of many examples: what fewer say is a name or a slip, and says nothing of the next text. */
const SAID_BY = 2;
const MANY = 2_000;

/**
 * Multinomial logistic regression over sparse features, those that few classes have counting more, every text of length
 * one. The same examples in the same order give the same weights.
 */
export function trainRegression(examples: readonly Example[], classes: number): Weights {
  const known = vocabularyOf(examples, classes);
  const vectors = examples.map(({ features }) => vectorOf(known, features));
  const { dense, bias } = trained(examples, vectors, known.features.length, classes);
  return { ...known, ...sparse(dense, classes), bias: Float32Array.from(bias) };
}

function vocabularyOf(examples: readonly Example[], classes: number): Pick<Weights, 'features' | 'rarity'> {
  const having = new Map<number, { said: number; readonly labels: Set<number> }>();
  for (const { features, labels } of examples)
    for (const hash of new Set(features.map(hashOf))) {
      const one = having.get(hash) ?? { said: 0, labels: new Set() };
      having.set(hash, one);
      one.said += 1;
      for (const label of labels) one.labels.add(label);
    }
  const least = examples.length >= MANY ? SAID_BY : 1;
  const kept = [...having].filter(([, { said }]) => said >= least).sort(([a], [b]) => a - b);
  return {
    features: Uint32Array.from(kept, ([hash]) => hash),
    rarity: Float32Array.from(kept, ([, { labels }]) => Math.log(1 + classes / labels.size)),
  };
}

/** Stochastic gradient descent with AdaGrad's rates, the examples in a new order each round. */
function trained(examples: readonly Example[], vectors: readonly Vector[], features: number, classes: number) {
  const dense = new Float32Array(features * classes);
  const squares = new Float32Array(features * classes).fill(FIRST_SQUARE);
  const bias = new Float64Array(classes);
  const scores = new Float64Array(classes);
  const errors = new Float64Array(classes);
  const whose = new Uint16Array(classes);
  const order = examples.map((_, at) => at);
  const random = numbersFrom(7);
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at];
      const vector = vectors[at];
      if (example && vector) learn(example, vector);
    }
  }
  return { dense, bias };

  function learn({ labels, weight }: Example, { features: known, values }: Vector): void {
    scores.set(bias);
    for (let at = 0; at < known.length; at += 1) {
      const row = (known[at] as number) * classes;
      const value = values[at] as number;
      for (let one = 0; one < classes; one += 1) (scores[one] as number) += (dense[row + one] as number) * value;
    }
    toShares(scores);
    for (const label of labels) scores[label] = (scores[label] as number) - 1 / labels.length;
    let concerned = 0;
    for (let one = 0; one < classes; one += 1) {
      const error = (scores[one] as number) * weight;
      if (Math.abs(error) < NEGLIGIBLE) continue;
      bias[one] = (bias[one] as number) - BIAS_RATE * error;
      errors[concerned] = error;
      whose[concerned] = one;
      concerned += 1;
    }
    for (let at = 0; at < known.length; at += 1) {
      const row = (known[at] as number) * classes;
      const value = values[at] as number;
      for (let one = 0; one < concerned; one += 1) {
        const cell = row + (whose[one] as number);
        const slope = (errors[one] as number) * value + SHRINK * (dense[cell] as number);
        squares[cell] = (squares[cell] as number) + slope * slope;
        dense[cell] = (dense[cell] as number) - (RATE * slope) / Math.sqrt(squares[cell] as number);
      }
    }
  }
}

function sparse(dense: Float32Array, classes: number): Pick<Weights, 'starts' | 'classes' | 'weights'> {
  const isKept = (weight: number) => Math.abs(weight) >= LEAST_WEIGHT;
  const kept = dense.reduce((sum, weight) => (isKept(weight) ? sum + 1 : sum), 0);
  const made = {
    starts: new Uint32Array(dense.length / classes + 1),
    classes: new Uint16Array(kept),
    weights: new Float32Array(kept),
  };
  let next = 0;
  dense.forEach((weight, cell) => {
    if (!isKept(weight)) return;
    made.classes[next] = cell % classes;
    made.weights[next] = weight;
    next += 1;
    made.starts[Math.floor(cell / classes) + 1] = next;
  });
  // A feature that says nothing begins where the one before it ends.
  made.starts.forEach((start, at) => {
    if (at > 0 && start === 0) made.starts[at] = made.starts[at - 1] as number;
  });
  return made;
}

/** Numbers 0 ≤ x < 1 that are the same on every machine: a linear congruential generator. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function shuffle(list: number[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = list[at] as number;
    list[at] = list[other] as number;
    list[other] = kept;
  }
}
