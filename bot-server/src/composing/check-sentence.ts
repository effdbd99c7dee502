import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { foldedSyllables, syllables } from '@phuong-so/shared/text/tokens';
import { isAboutOthers } from './addressees.ts';
import { isInOtherContext } from './figure-context.ts';
import { figuresIn, isSupported } from './figures.ts';
import { isLight, isPlain } from './light-words.ts';
import { isOrder } from './orders.ts';
import { hasOtherReceiver } from './receivers.ts';
import { hasOtherRole } from './unit-roles.ts';
import { weighsOtherwise } from './weighty-words.ts';
import { isInOtherOrder } from './word-order.ts';

/** Why a sentence is not said. */
export const FAULTS = [
  'no_evidence',
  'address',
  'figure',
  /** The figure is there, but of something else: another measure, another year, another side of a day. */
  'context',
  'bound',
  'unit',
  /** A unit leads that only coordinates, or gets what goes through it; or the other way round. */
  'role',
  'negation',
  /** Ends, delays, obliges, excludes, promises, agrees or has happened, and the evidence says nothing of the kind. */
  'weight',
  /** Of somebody of whom the evidence does not speak. */
  'addressee',
  'name',
  /** A word of another piece of evidence, or of the question: two halves from two places. */
  'borrowed',
  'own_words',
  /** The evidence's words in another order: somebody does what is done to them. */
  'order_of_words',
  /** What should be evidence tells a machine what to say. */
  'order',
] as const;
export type Fault = (typeof FAULTS)[number];

/** As much of a sentence's words may be plain ones that are not in its evidence. */
const MOST_PLAIN_WORDS = 0.34;
/** Fewer than so many words that carry a claim say nothing, or only "yes". */
const FEWEST_WORDS = 2;

/** What leads out of the house, however it is written. */
export const ADDRESS =
  /(?:https?:|www\.|\b[\w-]+(?:\.|\[\.\]| chấm )(?:vn|com|net|org|gov|info|me|io|example)\b|@|\[\[|\]\]|%[0-9a-f]{2}|\{\s*")/i;

/** What a text says, read once: a sentence is held against many pieces of evidence, and each of them against many sentences. */
export interface Reading {
  readonly text: string;
  readonly isOrder: boolean;
  readonly figures: ReadonlySet<string>;
  readonly unitIds: readonly string[];
  /** Marks kept in one form. */
  readonly words: readonly string[];
  readonly folded: readonly string[];
}

export function readText(text: string, units: UnitDirectory): Reading {
  return {
    text,
    isOrder: isOrder(text),
    figures: new Set(figuresIn(text)),
    unitIds: units.find(text).map(({ unit }) => unit.id),
    words: syllables(text),
    folded: foldedSyllables(text),
  };
}

/**
 * What is wrong with a sentence that claims to rest on these texts; null = nothing. Without a model and without mercy: a
 * figure, a date, a document number, a unit, a name or somebody addressed that is not in the evidence, a limit turned round
 * ("ít nhất" for "không quá"), a negation lost or added, a weighty word added ("dừng", "bắt buộc"), a word of `elsewhere`
 * (other evidence, the question), or a word of its own that is not plain, and the sentence is not said.
 */
export function faultOf(sentence: string, evidence: readonly string[], units: UnitDirectory): Fault | null {
  if (evidence.length === 0) return 'no_evidence';
  return faultBetween(readText(sentence, units), readText(evidence.join('\n'), units), units);
}

/** What a sentence is held against beside its evidence. */
export interface Beside {
  /** The words of other evidence and of the question. */
  readonly elsewhere?: readonly (readonly string[])[];
  /** Everyday words of the sentence and what they mean; folded. */
  readonly everyday?: readonly EverydayWord[];
}

/** "bà con" and what a plan calls them, folded. */
export interface EverydayWord {
  readonly typed: readonly string[];
  readonly means: readonly string[];
}

/** The same of texts that are read already. */
export function faultBetween(
  sentence: Reading,
  evidence: Reading,
  units: UnitDirectory,
  { elsewhere = [], everyday = [] }: Beside = {},
): Fault | null {
  if (evidence.isOrder) return 'order';
  if (ADDRESS.test(sentence.text)) return 'address';
  if ([...sentence.figures].some((figure) => !isSupported(figure, evidence.figures))) return 'figure';
  if (sentence.unitIds.some((id) => !evidence.unitIds.includes(id))) return 'unit';
  const known = new Set(evidence.words);
  const isWordy = hasOwnWords(sentence.words, known, excused(everyday, evidence.folded));
  if (!isWordy && isInOtherContext(sentence.text, evidence.text)) return 'context';
  if (!isWordy && hasOtherRole(sentence.text, evidence.text, units)) return 'role';
  if (!isWordy && hasOtherReceiver(sentence.text, evidence.text, units)) return 'role';
  if (hasOtherBound(sentence.folded, evidence.folded)) return 'bound';
  if (isNegatedOtherwise(sentence.words, evidence.words)) return 'negation';
  if (hasOtherName(sentence.text, evidence.folded)) return 'name';
  if (weighsOtherwise(sentence.words, evidence.words)) return 'weight';
  if (isAboutOthers(sentence.words, evidence.words)) return 'addressee';
  if (isWordy) return 'own_words';
  if (isInOtherOrder(sentence.text, evidence.text, units)) return 'order_of_words';
  return isBorrowed(sentence.words, known, elsewhere) ? 'borrowed' : null;
}

/** A word of two syllables that stands elsewhere and not in the evidence: a claim of another place, or of the question. */
function isBorrowed(
  said: readonly string[],
  known: ReadonlySet<string>,
  elsewhere: readonly (readonly string[])[],
): boolean {
  const strange = said.flatMap((word, at) => {
    const next = said[at + 1] ?? '';
    const isOwn = !known.has(word) || !known.has(next);
    return isOwn && !isLight(word) && !isLight(next) && next !== '' ? [`${word} ${next}`] : [];
  });
  if (strange.length === 0) return false;
  const others = elsewhere.map((words) => ` ${words.join(' ')} `);
  return strange.some((pair) => others.some((text) => text.includes(` ${pair} `)));
}

/** "tối thiểu" and "tối đa" are as much a part of a figure as its digits. */
const AT_LEAST = ['it nhat', 'toi thieu', 'tren', 'tu', 'khong duoi', 'khong it hon', 'hon', '≥'];
const AT_MOST = ['toi da', 'khong qua', 'khong vuot qua', 'duoi', 'cao nhat', 'nhieu nhat', '≤'];

function hasOtherBound(said: readonly string[], known: readonly string[]): boolean {
  const before = (words: readonly string[], bounds: readonly string[]) =>
    words.some((word, at) => /^\d/.test(word) && bounds.some((bound) => endsWith(words.slice(0, at), bound)));
  return before(said, AT_MOST)
    ? !before(known, AT_MOST)
    : before(said, STRICT_LEAST) && before(known, AT_MOST) && !before(known, AT_LEAST);
}
/** "từ" and "trên" also say where something begins and what something is about. */
const STRICT_LEAST = AT_LEAST.filter((bound) => !['tu', 'tren', 'hon'].includes(bound));

function endsWith(words: readonly string[], phrase: string): boolean {
  const parts = phrase.split(' ');
  return parts.every((part, at) => words[words.length - parts.length + at] === part);
}

const NEGATIONS = new Set(['không', 'chưa', 'chẳng', 'cấm', 'miễn', 'đừng']);
/** "không gian", "không chỉ" deny nothing. */
const NO_NEGATION = /^không (?:gian|khí|ngừng|những|chỉ)$/;

/** The two words after each negation. */
function denied(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  words.forEach((word, at) => {
    const [next = '', after = ''] = words.slice(at + 1, at + 3);
    if (!NEGATIONS.has(word) || NO_NEGATION.test(`${word} ${next}`)) return;
    found.add(`${next} ${after}`);
  });
  return found;
}

function affirmed(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  words.forEach((word, at) => {
    const before = words[at - 1] ?? '';
    const isDenied = NEGATIONS.has(before) && !NO_NEGATION.test(`${before} ${word}`);
    if (!isDenied) found.add(`${word} ${words[at + 1] ?? ''}`);
  });
  return found;
}

/** Says of the same words what the evidence denies, or denies what it says. */
function isNegatedOtherwise(said: readonly string[], known: readonly string[]): boolean {
  const deniedThere = denied(known);
  const saidThere = affirmed(known);
  const deniedHere = denied(said);
  const saidHere = affirmed(said);
  // A negation that the evidence does not have at all, whatever it denies.
  if (
    deniedHere.size > 0 &&
    [...deniedHere].some((pair) => !deniedThere.has(pair) && !hasNegatedStart(pair, deniedThere))
  ) {
    return true;
  }
  return [...deniedThere].some((pair) => saidHere.has(pair) && !deniedHere.has(pair) && !saidThere.has(pair));
}

/** "không phải nộp" and "không phải trả": the same word is denied, another follows. */
function hasNegatedStart(pair: string, others: ReadonlySet<string>): boolean {
  const [first = ''] = pair.split(' ');
  return [...others].some((other) => other.startsWith(`${first} `));
}

/** Words in capitals inside a sentence that the evidence does not have. */
function hasOtherName(sentence: string, known: readonly string[]): boolean {
  const words = new Set(known);
  const capitals = [...sentence.matchAll(/(?<=[\p{L}\d,;:)”"] +["“(]?)\p{Lu}[\p{L}\p{M}]*/gu)];
  return capitals.some(([word]) => foldedSyllables(word).some((part) => !words.has(part)));
}

/**
 * Whether a sentence has words of its own: a word that carries a claim stands in the evidence, is an everyday word for one
 * that does, or is plain. Words count with their marks: one that lacks them is another word, and a sentence typed without
 * any is not a model's but somebody's whom it repeats.
 */
function hasOwnWords(said: readonly string[], known: ReadonlySet<string>, excused: ReadonlySet<string>): boolean {
  const heavy = said.filter((word) => !isLight(word));
  if (heavy.length < FEWEST_WORDS) return true;
  const own = heavy.filter((word) => !known.has(word) && !excused.has(foldMarks(word)));
  return own.some((word) => !isPlain(word)) || own.length / heavy.length > MOST_PLAIN_WORDS;
}

/** Everyday words for what the evidence says. */
function excused(everyday: readonly EverydayWord[], known: readonly string[]): Set<string> {
  const text = ` ${known.join(' ')} `;
  const meant = everyday.filter(({ means }) => means.some((one) => text.includes(` ${one} `)));
  return new Set(meant.flatMap(({ typed }) => typed));
}
