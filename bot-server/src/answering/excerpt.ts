import type { Concept } from '@phuong-so/shared/domain/understanding';
import { padded } from './snippets.ts';
import { shorten } from './wording.ts';

/**
 * The part of a long sentence that says what was asked: whole clauses in a row, at most `most` characters, with "…"
 * where something is left out. A short sentence comes back whole.
 */
export function excerpt(text: string, concepts: readonly Concept[], most: number): string {
  if (text.length <= most) return text;
  const clauses = text.split(/(?<=[,;:])\s+/u);
  const worth = clauses.map((clause) => worthOf(clause, concepts));
  const window = bestWindow(clauses, worth, most - 2);
  const part = clauses
    .slice(window.from, window.to)
    .join(' ')
    .replace(/[,;:]$/u, '');
  const whole = `${window.from > 0 ? '…' : ''}${part}${window.to < clauses.length ? '…' : ''}`;
  return shorten(whole, most);
}

function worthOf(clause: string, concepts: readonly Concept[]): number {
  const own = padded(clause);
  return concepts.reduce((sum, { typed, means, weight }) => {
    const phrases = [typed, ...means].some((words) => words.length > 0 && own.includes(` ${words.join(' ')} `));
    const pairs = typed.slice(1).filter((word, index) => own.includes(` ${typed[index]} ${word} `)).length;
    return sum + weight * (phrases ? 2 : pairs);
  }, 0);
}

/** Clauses in a row with the most worth; of equals the earliest and longest, which reads best. */
function bestWindow(clauses: readonly string[], worth: readonly number[], most: number): { from: number; to: number } {
  let best = { from: 0, to: 1, worth: -1 };
  for (let from = 0; from < clauses.length; from += 1) {
    let length = 0;
    let sum = 0;
    for (let to = from; to < clauses.length; to += 1) {
      length += (clauses[to] ?? '').length + 1;
      sum += worth[to] ?? 0;
      if (length > most && to > from) break;
      if (sum > best.worth || (sum === best.worth && from === best.from)) best = { from, to: to + 1, worth: sum };
    }
  }
  return best;
}
