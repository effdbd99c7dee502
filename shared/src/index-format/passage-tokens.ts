import { foldMarks } from '../text/fold.ts';
import { clauses, syllables } from '../text/tokens.ts';

/** Raised whenever tokens of the same text change: an index of another version is refused. */
export const TEXT_FOLDING_VERSION = 1;

/** Where one folded syllable stands in a passage, and which marked spelling it has there. */
export interface Occurrence {
  readonly folded: string;
  readonly marked: string;
  readonly position: number;
}

export interface PassageTokens {
  readonly occurrences: readonly Occurrence[];
  /** Number of syllables, heading included. */
  readonly length: number;
  /** Positions below this belong to the heading path. */
  readonly headingEnd: number;
  /** Position at which each sentence starts, in the order given. */
  readonly sentenceStarts: readonly number[];
}

/** One position is left out between clauses, so that neighbours in position are neighbours within a clause. */
const CLAUSE_GAP = 1;

/**
 * Syllables of a passage with their positions: heading first, then the text. The same function serves every passage
 * set, so that what is measured is what runs.
 */
export function passageTokens(heading: string, text: string, sentences: readonly string[]): PassageTokens {
  const occurrences: Occurrence[] = [];
  const headingEnd = addClauses(heading, 0, occurrences);
  const firstOfText = occurrences.length;
  const end = addClauses(text, headingEnd, occurrences);
  return {
    occurrences,
    length: occurrences.length,
    headingEnd,
    sentenceStarts: sentenceStarts(sentences, occurrences, firstOfText, end),
  };
}

function addClauses(text: string, from: number, into: Occurrence[]): number {
  let position = from;
  for (const clause of clauses(text)) {
    for (const marked of syllables(clause)) {
      into.push({ folded: foldMarks(marked), marked, position });
      position += 1;
    }
    position += CLAUSE_GAP;
  }
  return position;
}

/** Sentences partition the text, so the n-th sentence starts after as many syllables as those before it have. */
function sentenceStarts(
  sentences: readonly string[],
  occurrences: readonly Occurrence[],
  firstOfText: number,
  end: number,
): number[] {
  let before = firstOfText;
  return sentences.map((sentence) => {
    const start = occurrences[before]?.position ?? end;
    before += syllables(sentence).length;
    return start;
  });
}
