import type { Concept, Understanding } from '@phuong-so/shared/domain/understanding';
import { padded } from '@phuong-so/shared/text/tokens';
import { shorten } from './wording.ts';

/** Where a figure is asked, a clause with one counts as much as a thing that the question names. */
const FIGURE = 1;

/**
 * The part of a long sentence that says what was asked: whole clauses in a row, at most `most` characters, with "…"
 * where something is left out. A short sentence comes back whole.
 */
export function excerpt(
  text: string,
  { concepts, focus }: Pick<Understanding, 'concepts' | 'focus'>,
  most: number,
): string {
  if (text.length <= most) return text;
  const clauses = text.split(/(?<=[,;:])\s+/u);
  const said = clauses.map((clause) => conceptsIn(clause, concepts));
  const figures = clauses.map((clause) =>
    focus.howMuch && /\d|con số/u.test(clause.replace(/20\d\d/gu, '')) ? FIGURE : 0,
  );
  const window = bestWindow(clauses, said, figures, concepts, most - 2);
  const part = clauses
    .slice(window.from, window.to)
    .join(' ')
    .replace(/[,;:]$/u, '');
  const whole = `${window.from > 0 ? '…' : ''}${part}${window.to < clauses.length ? '…' : ''}`;
  return shorten(whole, most);
}

/** Which concepts a clause says: their indexes. */
function conceptsIn(clause: string, concepts: readonly Concept[]): number[] {
  const own = padded(clause);
  return concepts.flatMap(({ typed, means }, index) => {
    const isSaid = [typed, ...means].some((words) => words.length > 0 && own.includes(` ${words.join(' ')} `));
    const hasPair = typed.slice(1).some((word, at) => own.includes(` ${typed[at]} ${word} `));
    return isSaid || hasPair ? [index] : [];
  });
}

/** Clauses in a row that say most of the concepts, each counted once; of equals the earliest and longest. */
function bestWindow(
  clauses: readonly string[],
  said: readonly number[][],
  figures: readonly number[],
  concepts: readonly Concept[],
  most: number,
): { from: number; to: number } {
  let best = { from: 0, to: 1, worth: -1 };
  for (let from = 0; from < clauses.length; from += 1) {
    const seen = new Set<number>();
    let length = 0;
    for (let to = from; to < clauses.length; to += 1) {
      length += (clauses[to] ?? '').length + 1;
      if (length > most && to > from) break;
      for (const concept of said[to] ?? []) seen.add(concept);
      const figure = Math.max(...figures.slice(from, to + 1));
      const worth = [...seen].reduce((sum, index) => sum + (concepts[index]?.weight ?? 0), figure);
      if (worth > best.worth || (worth === best.worth && from === best.from)) best = { from, to: to + 1, worth };
    }
  }
  return best;
}
