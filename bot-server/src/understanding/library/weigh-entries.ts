import type { TypedToken } from '@phuong-so/shared/text/typed-text';
import { keyOf, type LibraryEntry, type LibraryIndex } from './library-index.ts';
import type { PhraseModel } from './phrase-model.ts';
import type { RankedEntry } from './rank-entries.ts';

/** An entry with how well the words name it and how likely the question as a whole asks for it. */
export interface WeighedEntry extends RankedEntry {
  /** 0..1; what is left of 1 is for what is no entry, as a question about the plan. */
  readonly share: number;
}

/**
 * Life events, and what no file covers, have been asked by few and are mostly known by their names: where one is said in
 * full and first, it is so much likelier. Others gain nothing by it (cross-validated): how people ask of them says more.
 */
const NAMED_IN_FULL = 3;
const IN_FULL = 0.95;

/**
 * The entries of the ward that the model knows, the likeliest first. `ranked`: by their names, best first.
 */
export function weighEntries(
  index: LibraryIndex,
  model: PhraseModel,
  tokens: readonly TypedToken[],
  ranked: readonly RankedEntry[],
): WeighedEntry[] {
  const byKey = new Map(ranked.map((one) => [keyOf(one.entry), one]));
  const [first] = ranked;
  const weighed = model.likely(tokens).flatMap(({ key, share }) => {
    const entry = index.byKey.get(key);
    if (!entry) return [];
    const one = byKey.get(key) ?? unnamed(entry);
    return [{ ...one, share: Math.min(1, share * (one === first ? bonusOf(one) : 1)) }];
  });
  return weighed.sort((a, b) => b.share - a.share);
}

function bonusOf({ entry, coverage }: RankedEntry): number {
  const isKnownByName = entry.kind === 'elsewhere' || entry.kind === 'situation';
  return isKnownByName && coverage >= IN_FULL ? NAMED_IN_FULL : 1;
}

/** An entry of which the question says no word that names it. */
function unnamed(entry: LibraryEntry): RankedEntry {
  const none = { score: 0, coverage: 0, best: 0, named: false, wording: '', lesson: null };
  return { entry, ...none, tokens: new Set(), details: new Set() };
}
