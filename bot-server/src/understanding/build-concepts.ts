import type { CueName } from '@phuong-so/shared/content/cues';
import type { LanguageData } from '@phuong-so/shared/domain/language';
import type { Concept } from '@phuong-so/shared/domain/understanding';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';
import type { TypedText } from '@phuong-so/shared/text/typed-text';
import type { CueReading } from './cue-reading.ts';

/** Lists whose phrases say how something is asked, not what about. */
const ASKING: readonly CueName[] = [
  'who',
  'do_what',
  'tasks',
  'targets',
  'duties_section',
  'coordinate',
  'when',
  'how_much',
  'percent',
  'list',
  'count',
  'place',
  'yes_no',
  'what',
  'own_unit',
  'own_document',
  'annex',
  'compare',
  'greeting',
  'thanks',
  'chatter',
];

/**
 * The things a question is about. `weights`: how much each token counts. Everyday wording carries the wordings of plans; what only asks ("ai", "bao giờ") and
 * what others have understood already (`taken`, token indexes) is left out.
 */
export function buildConcepts(
  typed: TypedText,
  cues: CueReading,
  language: LanguageData,
  taken: ReadonlySet<number>,
  weights: readonly number[],
): Concept[] {
  const asking = ASKING.flatMap((name) => cues.at(name));
  const found = language.everyday
    .findAll(typed.tokens)
    .filter((match) => !overlaps(match, taken) && !asking.some((phrase) => isInside(match, phrase)));
  const wordings = found.filter((match) => !found.some((other) => cuts(other, match)));
  const used = new Set(taken);
  for (const { from, to } of [...wordings, ...asking]) for (let at = from; at < to; at += 1) used.add(at);
  const concepts = wordings.map(({ from, to, value }) => ({
    typed: typed.tokens.slice(from, to).map(({ folded }) => folded),
    marked: typed.tokens.slice(from, to).map(({ marked }) => marked),
    means: value.map(foldedSyllables),
    weight: (weights[from] ?? 1) * (isSlight(typed.tokens.slice(from, to)) ? SLIGHT : 1),
    story: (weights[from] ?? 1) < 1,
  }));
  return [...longestFirst(concepts), ...plainWords(typed, used, weights)];
}

/** One short syllable ("dùng", "dân") says little of what a question is about. */
const SLIGHT = 0.5;

function isSlight(tokens: readonly { readonly folded: string }[]): boolean {
  const [only, second] = tokens;
  return only !== undefined && second === undefined && only.folded.length <= 4;
}

/** A longer wording replaces a shorter one inside it; said twice, a thing counts once, as much as where it counts most. */
function longestFirst(concepts: readonly Concept[]): Concept[] {
  const kept: Concept[] = [];
  for (const concept of [...concepts].sort((a, b) => b.typed.length - a.typed.length || b.weight - a.weight)) {
    const words = ` ${concept.typed.join(' ')} `;
    const isSaid = kept.some(({ typed, weight }) => ` ${typed.join(' ')} `.includes(words) && weight >= concept.weight);
    if (!isSaid) kept.push(concept);
  }
  return kept;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether a match is only a part of a longer phrase. */
function isInside(match: Span, phrase: Span): boolean {
  return phrase.from <= match.from && match.to <= phrase.to && phrase.to - phrase.from > match.to - match.from;
}

/** A longer wording that begins before this one and ends within it owns the syllables: "khoa học công nghệ" is no "học công nghệ". */
function cuts(longer: Span, match: Span): boolean {
  const isAcross =
    (longer.from < match.from && longer.to > match.from) || (longer.from < match.to && longer.to > match.to);
  return isAcross && longer.to - longer.from > match.to - match.from;
}

/** Each run of words that nothing else explained gives its pairs and, for a lone word, the word. */
function plainWords(typed: TypedText, used: ReadonlySet<number>, weights: readonly number[]): Concept[] {
  const runs: number[][] = [];
  for (let at = 0; at < typed.tokens.length; at += 1) {
    if (used.has(at) || !/[\p{L}\d]/u.test(typed.tokens[at]?.folded ?? '')) continue;
    const last = runs.at(-1);
    if (last && last.at(-1) === at - 1) last.push(at);
    else runs.push([at]);
  }
  return runs.map((run) => ({
    typed: run.map((at) => typed.tokens[at]?.folded ?? ''),
    marked: run.map((at) => typed.tokens[at]?.marked ?? ''),
    means: [],
    weight: Math.max(...run.map((at) => weights[at] ?? 1)),
    story: run.every((at) => (weights[at] ?? 1) < 1),
  }));
}

function overlaps(match: { readonly from: number; readonly to: number }, taken: ReadonlySet<number>): boolean {
  for (let at = match.from; at < match.to; at += 1) if (taken.has(at)) return true;
  return false;
}
