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

/**
 * Patterns by their first word. Built upon another index, as a ward's is upon the common one, it sorts only what the
 * other has not; the order is that of an index built anew.
 */
export class PatternIndex {
  readonly #positions: ReadonlyMap<Unit, number>;
  readonly #base: PatternIndex | null;
  /** Patterns that the base has not, by their first word. */
  readonly #own = new Map<string, Pattern[]>();
  /** First words that a text has asked for. */
  readonly #sorted = new Map<string, readonly Pattern[]>();

  constructor(units: readonly Unit[], patterns: (unit: Unit) => readonly Pattern[], base: PatternIndex | null) {
    this.#positions = new Map(units.map((unit, position) => [unit, position]));
    this.#base = base;
    for (const unit of units) {
      if (base?.knows(unit)) continue;
      for (const pattern of patterns(unit)) {
        const first = pattern.tokens[0]?.folded ?? '';
        const same = this.#own.get(first);
        if (same) same.push(pattern);
        else this.#own.set(first, [pattern]);
      }
    }
  }

  /** Patterns that begin with the word, the longest first; of equals, those of the unit named first. */
  beginningWith(word: string): readonly Pattern[] {
    const known = this.#sorted.get(word);
    if (known !== undefined) return known;
    const inherited = this.#base?.beginningWith(word).filter(({ unit }) => this.#positions.has(unit)) ?? [];
    const sorted = [...inherited, ...(this.#own.get(word) ?? [])].sort(
      (a, b) => b.tokens.length - a.tokens.length || this.#position(a) - this.#position(b),
    );
    if (this.#own.has(word) || inherited.length > 0) this.#sorted.set(word, sorted);
    return sorted;
  }

  /** Whether the unit's patterns are here. */
  knows(unit: Unit): boolean {
    return this.#positions.has(unit);
  }

  #position({ unit }: Pattern): number {
    return this.#positions.get(unit) ?? 0;
  }
}
