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
  const used = new Set(taken);
  const concepts: Concept[] = [];
  for (const match of language.everyday.findAll(typed.tokens)) {
    if (overlaps(match, taken)) continue;
    concepts.push({
      typed: typed.tokens.slice(match.from, match.to).map(({ folded }) => folded),
      means: match.value.map(foldedSyllables),
      weight: weights[match.from] ?? 1,
    });
    for (let at = match.from; at < match.to; at += 1) used.add(at);
  }
  for (const name of ASKING) {
    for (const match of cues.at(name)) for (let at = match.from; at < match.to; at += 1) used.add(at);
  }
  return [...longestFirst(concepts), ...plainWords(typed, used, weights)];
}

/** Of concepts that overlap, a longer wording replaces a shorter one inside it. */
function longestFirst(concepts: readonly Concept[]): Concept[] {
  const seen: string[] = [];
  const kept: Concept[] = [];
  for (const concept of [...concepts].sort((a, b) => b.typed.length - a.typed.length)) {
    const words = concept.typed.join(' ');
    if (seen.some((longer) => ` ${longer} `.includes(` ${words} `))) continue;
    seen.push(words);
    kept.push(concept);
  }
  return kept;
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
    means: [],
    weight: Math.max(...run.map((at) => weights[at] ?? 1)),
  }));
}

function overlaps(match: { readonly from: number; readonly to: number }, taken: ReadonlySet<number>): boolean {
  for (let at = match.from; at < match.to; at += 1) if (taken.has(at)) return true;
  return false;
}
