import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { foldedSyllables, syllables } from '@phuong-so/shared/text/tokens';
import { isInOtherContext } from './figure-context.ts';
import { figuresIn, isSupported } from './figures.ts';
import { hasOtherRole } from './unit-roles.ts';

/** Why a sentence is not said. */
export const FAULTS = [
  'no_evidence',
  'address',
  'figure',
  /** The figure is there, but of something else: another measure, another year, another side of a day. */
  'context',
  'bound',
  'unit',
  /** A unit leads that only coordinates, or the other way round. */
  'role',
  'negation',
  'name',
  'own_words',
] as const;
export type Fault = (typeof FAULTS)[number];

/** As much of a sentence's words may not be in its evidence: "cụ thể", "theo kế hoạch" and the like are let through anyway. */
const MOST_OWN_WORDS = 0.34;

const ADDRESS = /(?:https?:|www\.|\b[\w-]+\.(?:vn|com|net|org|gov|info|me|io)\b|@|\[\[|\]\])/i;

/**
 * What is wrong with a sentence that claims to rest on these texts; null = nothing. Without a model and without mercy: a
 * figure, a date, a document number, a unit or a name that is not in the evidence, a limit turned round ("ít nhất" for
 * "không quá"), a negation lost or added, or too many words of its own, and the sentence is not said.
 */
export function faultOf(sentence: string, evidence: readonly string[], units: UnitDirectory): Fault | null {
  if (evidence.length === 0) return 'no_evidence';
  if (ADDRESS.test(sentence)) return 'address';
  const whole = evidence.join('\n');
  const figures = new Set(figuresIn(whole));
  if (figuresIn(sentence).some((figure) => !isSupported(figure, figures))) return 'figure';
  if (unitsIn(sentence, units).some((id) => !unitsIn(whole, units).includes(id))) return 'unit';
  if (isInOtherContext(sentence, whole)) return 'context';
  if (hasOtherRole(sentence, whole, units)) return 'role';
  const said = foldedSyllables(sentence);
  const known = foldedSyllables(whole);
  if (hasOtherBound(said, known)) return 'bound';
  if (isNegatedOtherwise(syllables(sentence), syllables(whole))) return 'negation';
  if (hasOtherName(sentence, known)) return 'name';
  return ownWords(syllables(sentence), new Set(syllables(whole))) > MOST_OWN_WORDS ? 'own_words' : null;
}

function unitsIn(text: string, units: UnitDirectory): string[] {
  return units.find(text).map(({ unit }) => unit.id);
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

/** Words that carry no claim: a sentence may have them although its evidence has not. */
const LIGHT = new Set(
  'dat vao nam muc theo ke hoach la cua va cac nhung mot cho trong ngoai ra duoc bi se da dang co the gom nhu sau nay do day o tai ve den thi ma voi boi khi nen cung con hay hoac anh chi ban ong ba toi phuong xa cu thi rang tung moi nguoi nay noi viec can phai neu thuoc quy dinh'.split(
    ' ',
  ),
);

/**
 * Share of the sentence's own words, 0 to 1; 0 where every word is light. Words count with their marks: one that lacks them
 * is another word, and a sentence typed without any is not a model's but somebody's whom it repeats.
 */
function ownWords(said: readonly string[], known: ReadonlySet<string>): number {
  const heavy = said.filter((word) => !LIGHT.has(foldMarks(word)));
  return heavy.length === 0 ? 0 : heavy.filter((word) => !known.has(word)).length / heavy.length;
}
