import type { LanguageData } from '@phuong-so/shared/domain/language';
import { BESIDE } from '@phuong-so/shared/domain/library';
import type { Library } from '../../ports/library.ts';
import { cleanQuestion } from '../clean-question.ts';
import { partJoined, syllablesOf } from './joined-words.ts';
import type { EntryKey, Learned } from './learned.ts';
import { featuresOf } from './phrase-features.ts';
import { trainRegression } from './train-regression.ts';
import { WordGroups } from './word-units.ts';

/** What is said of an entry is worth less than what people say to come to it. */
const DESCRIPTION = 0.5;
/** A name as it might be asked for, by words that any other could be asked for. */
const ASKING = 0.5;
const MOST_ASKED_NAMES = 2;
/** Of what has few names and no phrasings each name counts for several. */
const ONLY_NAMES = 8;
/** What is no entry is written down by the hundred, so that every topic is there: together it is one class among many. */
const OF_NO_ENTRY = 1;

/** Of the two classes that are no entry the one with everything else that people write. */
const NOTHING: EntryKey = 'beside:viec-khac';

interface Taught {
  /** Those that the text asks for; more than one when it does not tell them apart. */
  readonly keys: readonly EntryKey[];
  readonly text: string;
  readonly weight: number;
}

/**
 * Learns which entry of the common library a text asks for, from how people ask, from names and descriptions. Takes some
 * seconds for the whole library.
 */
export function learnPhrases(library: Library, language: LanguageData): Learned {
  const taught = taughtBy(library);
  const groups = new WordGroups(library.finder.groups);
  const typed = taught.map(({ text }) => cleanQuestion(text, language).tokens);
  const syllables = syllablesOf(typed);
  const keys = [...new Set(taught.flatMap((one) => one.keys))];
  const labels = new Map(keys.map((key, label) => [key, label]));
  const examples = taught.map((one, at) => ({
    labels: one.keys.flatMap((key) => labels.get(key) ?? []),
    features: featuresOf(partJoined(typed[at] ?? [], syllables), groups),
    weight: one.weight,
  }));
  return { keys, syllables, weights: trainRegression(examples, keys.length) };
}

/** Everything that {@link learnPhrases} learns from, of what a library says: the same text, the same lessons. */
export function lessonsOf(library: Library): string {
  return JSON.stringify([taughtBy(library), library.finder.groups]);
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
      const isBeside = keys.every((key) => key === NOTHING);
      return keys.length === 0 ? [] : [{ keys, text, weight: isBeside ? OF_NO_ENTRY : 1 }];
    }),
  ];
}
