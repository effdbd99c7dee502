import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { TypedToken } from '@phuong-so/shared/text/typed-text';
import type { Library } from '../../ports/library.ts';
import { partJoined } from './joined-words.ts';
import { learnPhrases } from './learn-phrases.ts';
import type { EntryKey, Learned } from './learned.ts';
import { featuresOf } from './phrase-features.ts';
import { SoftmaxRegression } from './softmax-regression.ts';
import { WordGroups } from './word-units.ts';

/** An entry and how likely a text asks for it. */
export interface LikelyEntry {
  readonly key: EntryKey;
  /** 0..1; those of all entries together, and of what is no entry, are 1. */
  readonly share: number;
}

const LEAST_SHARE = 1e-3;

/** Which entry of the common library a text asks for, as {@link learnPhrases} learned it. */
export class PhraseModel {
  readonly #learned: Learned;
  readonly #groups: WordGroups;
  readonly #known: ReadonlySet<EntryKey>;
  readonly #regression: SoftmaxRegression;

  constructor(learned: Learned, groups: Library['finder']['groups']) {
    this.#learned = learned;
    this.#known = new Set(learned.keys);
    this.#groups = new WordGroups(groups);
    this.#regression = new SoftmaxRegression(learned.weights);
  }

  /** The likeliest entries first, without those that hardly anything speaks for. */
  likely(tokens: readonly TypedToken[]): LikelyEntry[] {
    const { keys, syllables } = this.#learned;
    const shares = this.#regression.shares(featuresOf(partJoined(tokens, syllables), this.#groups));
    const likely: LikelyEntry[] = [];
    shares.forEach((share, at) => {
      const key = keys[at];
      if (key !== undefined && share >= LEAST_SHARE) likely.push({ key, share });
    });
    return likely.sort((a, b) => b.share - a.share);
  }

  /** Whether anything was learned of an entry; a ward's own service is known by its names alone. */
  knows(key: EntryKey): boolean {
    return this.#known.has(key);
  }
}

const known = new WeakMap<Library, PhraseModel>();
const ways = new WeakMap<Library, () => Learned>();

/** Made once for a library, when it is first needed: as {@link learnBy} says, or else by learning, which takes seconds. */
export function phraseModel(library: Library, language: LanguageData): PhraseModel {
  const ready = known.get(library);
  if (ready) return ready;
  const learned = ways.get(library)?.() ?? learnPhrases(library, language);
  const model = new PhraseModel(learned, library.finder.groups);
  known.set(library, model);
  return model;
}

/** How this library's model comes to what it knows when it is needed, as from a file. */
export function learnBy(library: Library, way: () => Learned): void {
  if (!known.has(library)) ways.set(library, way);
}
