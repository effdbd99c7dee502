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
const LEAST_WEIGHT = 0.02;

interface Vector {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

/** What each feature says of the classes, one feature's after another's; `starts[feature]` is where its own begin. */
interface Weights {
  readonly starts: Uint32Array;
  readonly classes: Uint16Array;
  readonly weights: Float32Array;
}

/**
 * Tells classes of short texts apart: multinomial logistic regression over sparse features, those that few classes have
 * counting more, every text of length one. The same examples in the same order give the same model.
 */
export class SoftmaxRegression {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #rarity: Float32Array;
  readonly #weights: Weights;
  readonly #bias: Float64Array;

  constructor(examples: readonly Example[], classes: number) {
    const { ids, rarity } = vocabularyOf(examples, classes);
    this.#ids = ids;
    this.#rarity = rarity;
    const vectors = examples.map(({ features }) => this.#vectorOf(features));
    const { dense, bias } = trained(examples, vectors, ids.size, classes);
    this.#bias = bias;
    this.#weights = sparse(dense, classes);
  }

  /** How likely each class is: 0..1, together 1. Features that no example has say nothing. */
  shares(features: readonly string[]): Float64Array {
    const scores = Float64Array.from(this.#bias);
    const { features: known, values } = this.#vectorOf(features);
    const { starts, classes, weights } = this.#weights;
    known.forEach((feature, at) => {
      const value = values[at] as number;
      for (let one = starts[feature] as number; one < (starts[feature + 1] as number); one += 1)
        (scores[classes[one] as number] as number) += (weights[one] as number) * value;
    });
    toShares(scores);
    return scores;
  }

  #vectorOf(features: readonly string[]): Vector {
    const known = features.flatMap((feature) => this.#ids.get(feature) ?? []);
    const values = Float32Array.from(known, (feature) => this.#rarity[feature] ?? 0);
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
    return { features: Int32Array.from(known), values: values.map((value) => value / length) };
  }
}

function vocabularyOf(examples: readonly Example[], classes: number) {
  const ids = new Map<string, number>();
  const having: Set<number>[] = [];
  for (const { features, labels } of examples)
    for (const feature of features) {
      const id = ids.get(feature) ?? ids.size;
      ids.set(feature, id);
      having[id] ??= new Set();
      for (const label of labels) having[id].add(label);
    }
  return { ids, rarity: Float32Array.from(having, (labels) => Math.log(1 + classes / labels.size)) };
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

/** Scores to shares in place: e to the power of each, over their sum. */
function toShares(scores: Float64Array): void {
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

function sparse(dense: Float32Array, classes: number): Weights {
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
