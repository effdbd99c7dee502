import { type PassageTokens, passageTokens } from '@phuong-so/shared/index-format/passage-tokens';
import { encodeNumbers, encodePosting } from '@phuong-so/shared/index-format/posting-codec';
import { PASSAGE_KINDS } from '../../ports/plan-index.ts';
import type { Passage } from './passage.ts';

export interface TermRow {
  readonly term: string;
  /** Marked spellings, joined by one space; their order is the posting's variant number. */
  readonly variants: string;
  readonly data: string;
}

export interface WardPostings {
  readonly tokens: readonly PassageTokens[];
  readonly terms: readonly TermRow[];
  /** Length, heading end and kind of every passage, in passage order. */
  readonly scope: string;
  /** "term df" lines: what a misspelt syllable may have meant. */
  readonly vocabulary: string;
}

interface TermEntries {
  readonly variants: Map<string, number>;
  readonly entries: { passage: number; position: number; variant: number }[];
  passages: number;
}

/** The inverted index of one ward's passages, passages numbered in the order given. */
export function wardPostings(passages: readonly Passage[]): WardPostings {
  const byTerm = new Map<string, TermEntries>();
  const tokens = passages.map((passage, number) => {
    const found = passageTokens(
      passage.heading,
      passage.text,
      passage.sentences.map((sentence) => sentence.text),
    );
    addPassage(byTerm, found, number);
    return found;
  });
  const sorted = [...byTerm].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    tokens,
    terms: sorted.map(([term, { variants, entries }]) => ({
      term,
      variants: [...variants.keys()].join(' '),
      data: encodePosting(entries, variants.size),
    })),
    scope: encodeNumbers(
      tokens.flatMap(({ length, headingEnd }, number) => [
        length,
        headingEnd,
        PASSAGE_KINDS.indexOf(passages[number]?.kind ?? 'section'),
      ]),
    ),
    vocabulary: sorted.map(([term, found]) => `${term} ${found.passages}`).join('\n'),
  };
}

function addPassage(byTerm: Map<string, TermEntries>, tokens: PassageTokens, passage: number): void {
  for (const { folded, marked, position } of tokens.occurrences) {
    let found = byTerm.get(folded);
    if (found === undefined) {
      found = { variants: new Map(), entries: [], passages: 0 };
      byTerm.set(folded, found);
    }
    let variant = found.variants.get(marked);
    if (variant === undefined) {
      variant = found.variants.size;
      found.variants.set(marked, variant);
    }
    if (found.entries.at(-1)?.passage !== passage) found.passages += 1;
    found.entries.push({ passage, position, variant });
  }
}
