import type { LanguageData } from '@phuong-so/shared/domain/language';
import { BESIDE } from '@phuong-so/shared/domain/library';
import type { TypedToken } from '@phuong-so/shared/text/typed-text';
import type { Library } from '../../ports/library.ts';
import { cleanQuestion } from '../clean-question.ts';
import { JoinedWords } from './joined-words.ts';
import { featuresOf } from './phrase-features.ts';
import { type Example, SoftmaxRegression } from './softmax-regression.ts';
import { WordGroups } from './word-units.ts';

/** Entries of all kinds by one text: ids of services and courses, titles of the others; `beside` is no entry. */
export type EntryKey = `${'service' | 'course' | 'situation' | 'elsewhere' | 'beside'}:${string}`;

/** An entry and how likely a text asks for it. */
export interface LikelyEntry {
  readonly key: EntryKey;
  /** 0..1; those of all entries together are 1. */
  readonly share: number;
}

/** What is said of an entry is worth less than what people say to come to it. */
const DESCRIPTION = 0.5;
/** A name as it might be asked for, by words that any other could be asked for. */
const ASKING = 0.5;
const MOST_ASKED_NAMES = 2;
/** Of what has few names and no phrasings each name counts for several. */
const ONLY_NAMES = 3;

interface Taught {
  /** Those that the text asks for; more than one when it does not tell them apart. */
  readonly keys: readonly EntryKey[];
  readonly text: string;
  readonly weight: number;
}

/** Texts with what they ask for, and as they are read when somebody types them. */
interface Lessons {
  readonly taught: readonly Taught[];
  readonly typed: readonly (readonly TypedToken[])[];
  readonly groups: Library['finder']['groups'];
}

/** Learned from how people ask, from names and descriptions: which entry of the common library a text asks for. */
export class PhraseModel {
  readonly #keys: readonly EntryKey[];
  readonly #groups: WordGroups;
  readonly #joined: JoinedWords;
  readonly #regression: SoftmaxRegression;

  constructor({ taught, typed, groups }: Lessons) {
    this.#keys = [...new Set(taught.flatMap(({ keys }) => keys))];
    this.#groups = new WordGroups(groups);
    this.#joined = new JoinedWords(typed);
    const labels = new Map(this.#keys.map((key, label) => [key, label]));
    const examples = taught.map(
      ({ keys, weight }, at): Example => ({
        labels: keys.flatMap((key) => labels.get(key) ?? []),
        features: this.#featuresOf(typed[at] ?? []),
        weight,
      }),
    );
    this.#regression = new SoftmaxRegression(examples, this.#keys.length);
  }

  /** Every entry, the likeliest first. */
  likely(tokens: readonly TypedToken[]): LikelyEntry[] {
    const shares = this.#regression.shares(this.#featuresOf(tokens));
    return this.#keys.map((key, at) => ({ key, share: shares[at] ?? 0 })).sort((a, b) => b.share - a.share);
  }

  #featuresOf(tokens: readonly TypedToken[]): string[] {
    return featuresOf(this.#joined.part(tokens), this.#groups);
  }
}

const known = new WeakMap<Library, WeakMap<LanguageData, PhraseModel>>();
/** The last ones by all that they were taught: files that were read again and say the same teach nothing new. */
const trained = new Map<string, PhraseModel>();
const KEPT = 3;

/** Made once for what a library says; that takes about a second. */
export function phraseModel(library: Library, language: LanguageData): PhraseModel {
  const ofLibrary = known.get(library) ?? new WeakMap<LanguageData, PhraseModel>();
  known.set(library, ofLibrary);
  const ready = ofLibrary.get(language) ?? modelOf(library, language);
  ofLibrary.set(language, ready);
  return ready;
}

function modelOf(library: Library, language: LanguageData): PhraseModel {
  const taught = taughtBy(library);
  const typed = taught.map(({ text }) => cleanQuestion(text, language).tokens);
  const lessons = { taught, typed, groups: library.finder.groups };
  const key = JSON.stringify(lessons);
  const ready = trained.get(key) ?? new PhraseModel(lessons);
  trained.delete(key);
  trained.set(key, ready);
  const [oldest] = trained.keys();
  if (trained.size > KEPT && oldest !== undefined) trained.delete(oldest);
  return ready;
}

function taughtBy({ services, courses, finder, phrasings }: Library): Taught[] {
  const common = services('');
  const named = (key: EntryKey, texts: readonly string[], weight = 1): Taught[] =>
    texts.map((text) => ({ keys: [key], text, weight }));
  const keyOf = new Map<string, EntryKey>([
    ...common.map(({ id }) => [id, `service:${id}`] as const),
    ...courses.map(({ id }) => [id, `course:${id}`] as const),
    ...BESIDE.map((id) => [id, `beside:${id}`] as const),
  ]);
  return [
    ...common.flatMap(({ id, title, also, situations, summary }) => [
      ...named(`service:${id}`, [title, ...also, ...situations]),
      ...named(`service:${id}`, [summary], DESCRIPTION),
    ]),
    ...courses.flatMap(({ id, title, also, summary, lessons }) => [
      ...named(`course:${id}`, [title, ...also, ...lessons.flatMap((lesson) => [lesson.title, lesson.goal])]),
      ...named(`course:${id}`, [summary], DESCRIPTION),
    ]),
    ...finder.situations.flatMap(({ title, also }) => named(`situation:${title}`, [title, ...also], ONLY_NAMES)),
    ...finder.elsewhere.flatMap(({ title, also }) => named(`elsewhere:${title}`, [title, ...also], ONLY_NAMES)),
    ...[
      ...common.map(({ id, title, also }) => [`service:${id}`, [...also, title]] as const),
      ...finder.elsewhere.map(({ title, also }) => [`elsewhere:${title}`, also] as const),
    ].flatMap(([key, names]) =>
      names.slice(0, MOST_ASKED_NAMES).flatMap((name) =>
        named(
          key,
          finder.askings.map((asking) => asking.replace('…', name)),
          ASKING,
        ),
      ),
    ),
    ...phrasings.flatMap(({ text, ids }): Taught[] => {
      const keys = ids.flatMap((id) => keyOf.get(id) ?? []);
      return keys.length === 0 ? [] : [{ keys, text, weight: 1 }];
    }),
  ];
}
