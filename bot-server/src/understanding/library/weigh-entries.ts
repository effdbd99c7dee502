import type { LibraryEntry } from '@phuong-so/shared/domain/library-finding';
import type { LibraryIndex } from './library-index.ts';
import type { LikelyEntry } from './phrase-model.ts';
import type { RankedEntry } from './rank-entries.ts';

/** An entry with how well the words name it and how likely the question as a whole asks for it. */
export interface WeighedEntry extends RankedEntry {
  /** 0..1; what is left of 1 is for what is no entry, as a question about the plan. */
  readonly share: number;
}

/** How likely each entry of a ward is, and what is no entry. */
export interface Weighed {
  /** The likeliest first. */
  readonly entries: readonly WeighedEntry[];
  /** How likely the question asks for no entry: 0..1. */
  readonly beside: number;
}

/**
 * Life events, and what no file covers, have been asked by few and are mostly known by their names: where one is said in
 * full and first, it is so much likelier. Others gain nothing by it (cross-validated): how people ask of them says more.
 */
export const NAMED_IN_FULL = 3;
const IN_FULL = 0.95;

/** `likely`: what the model says; `ranked`: those that the words name, best first. */
export function weighEntries(
  index: LibraryIndex,
  likely: readonly LikelyEntry[],
  ranked: readonly RankedEntry[],
): Weighed {
  const byEntry = new Map(ranked.map((one) => [one.entry, one]));
  const [first] = ranked;
  const entries = likely.flatMap(({ key, share }) => {
    const entry = index.byKey.get(key);
    if (!entry) return [];
    const one = byEntry.get(entry) ?? unnamed(entry);
    return [{ ...one, share: Math.min(1, share * (one === first ? bonusOf(one) : 1)) }];
  });
  const beside = likely.reduce((sum, { key, share }) => (index.byKey.has(key) ? sum : sum + share), 0);
  return { entries: entries.sort((a, b) => b.share - a.share), beside };
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
