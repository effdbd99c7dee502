import { type NameToken, nameTokens } from './unit-names.ts';
import type { Unit } from './units.ts';

/** One name of a unit, as it is looked for in a text. */
export interface Pattern {
  readonly unit: Unit;
  readonly tokens: readonly NameToken[];
  /** Printed with "các" before it: without it, the words are a unit's name only where a unit is expected. */
  readonly plural: boolean;
}

interface UnitPatterns {
  readonly name: readonly NameToken[];
  /** Name and spellings. */
  readonly printed: readonly Pattern[];
  /** The same and the nicknames. */
  readonly typed: readonly Pattern[];
}

const known = new WeakMap<Unit, UnitPatterns>();

/** A unit's names cut into words. Every ward's directory has the common units in it, so this is done once for a unit. */
export function patternsOf(unit: Unit): UnitPatterns {
  const ready = known.get(unit);
  if (ready) return ready;
  const printed = [unit.name, ...unit.spellings].flatMap((name) => namePatterns(unit, name));
  const patterns = {
    name: nameTokens(unit.name),
    printed,
    typed: [...printed, ...unit.nicknames.flatMap((name) => namePatterns(unit, name))],
  };
  known.set(unit, patterns);
  return patterns;
}

function namePatterns(unit: Unit, name: string): Pattern[] {
  const tokens = nameTokens(name);
  const plural = tokens[0]?.folded === 'cac';
  return (plural ? [0, 1] : [0])
    .map((from) => ({ unit, tokens: tokens.slice(from), plural: from === 1 }))
    .filter((pattern) => pattern.tokens.length > 0);
}

/** Patterns by their first word. */
export class PatternIndex {
  readonly #byFirst = new Map<string, Pattern[]>();
  /** First words whose patterns are in order: a text asks for a few of them. */
  readonly #sorted = new Set<string>();

  constructor(units: readonly Unit[], patterns: (unit: Unit) => readonly Pattern[]) {
    for (const unit of units) {
      for (const pattern of patterns(unit)) {
        const first = pattern.tokens[0]?.folded ?? '';
        const same = this.#byFirst.get(first);
        if (same) same.push(pattern);
        else this.#byFirst.set(first, [pattern]);
      }
    }
  }

  /** Patterns that begin with the word, the longest first. */
  beginningWith(word: string): readonly Pattern[] {
    const found = this.#byFirst.get(word);
    if (found === undefined) return [];
    if (!this.#sorted.has(word)) {
      found.sort((a, b) => b.tokens.length - a.tokens.length);
      this.#sorted.add(word);
    }
    return found;
  }
}
