import { foldMarks } from '@phuong-so/shared/text/fold';
import { clauses, pairs, syllables } from '@phuong-so/shared/text/tokens';

/** Folded syllables and their neighbouring pairs within a clause. */
export function foldedPairs(text: string): string[] {
  return clauses(text).flatMap((clause) => {
    const folded = syllables(clause).map(foldMarks);
    return [...folded, ...pairs(folded)];
  });
}
