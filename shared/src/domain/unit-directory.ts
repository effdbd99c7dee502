import { hasMarks } from '../text/fold.ts';
import {
  isTail,
  type NameToken,
  nameTokens,
  sameWord,
  skipGeneric,
  startsUnit,
  titleLength,
  unitFromPrinted,
} from './unit-names.ts';
import { type Pattern, PatternIndex, patternsOf } from './unit-patterns.ts';
import type { Unit } from './units.ts';

/** A unit named in a person's text: `start` and `end` are offsets in that text. */
export interface UnitMention {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
  readonly matched: string;
}

interface Match {
  readonly unit: Unit;
  readonly end: number;
}

/**
 * Knows units by everything that documents print and people type. Tolerant of case, tone place, dashes, "&",
 * a closing "phường" and missing tone marks; the longest name wins ("Phòng Kinh tế, Hạ tầng và Đô thị" is not "Phòng Kinh tế").
 */
export class UnitDirectory {
  readonly units: readonly Unit[];
  readonly #byId: ReadonlyMap<string, Unit>;
  /** Made when first needed: of a ward's own directory mostly the typed names are. */
  #printedNames: PatternIndex | null = null;
  #typedNames: PatternIndex | null = null;

  /** The directory that most of the units come from. */
  readonly #base: UnitDirectory | null;

  constructor(units: readonly Unit[], base: UnitDirectory | null = null) {
    this.units = units;
    this.#base = base;
    this.#byId = new Map(units.map((unit) => [unit.id, unit]));
  }

  get #printed(): PatternIndex {
    this.#printedNames ??= new PatternIndex(
      this.units,
      (unit) => patternsOf(unit).printed,
      this.#base === null ? null : this.#base.#printed,
    );
    return this.#printedNames;
  }

  get #typed(): PatternIndex {
    this.#typedNames ??= new PatternIndex(
      this.units,
      (unit) => patternsOf(unit).typed,
      this.#base === null ? null : this.#base.#typed,
    );
    return this.#typedNames;
  }

  get(id: string): Unit | undefined {
    return this.#byId.get(id);
  }

  /**
   * Ids of the units that a printed cell or phrase names, in its order; a list gives each of them.
   * A name that is not wholly known gives nothing for that name ("Phòng Kinh tế và Đất đai" is not "Phòng Kinh tế").
   */
  resolve(printed: string): string[] {
    const ids: string[] = [];
    for (const piece of printed.split(/[;\n]+/)) {
      for (const id of this.#resolvePiece(nameTokens(piece))) if (!ids.includes(id)) ids.push(id);
    }
    return ids;
  }

  /** Units named anywhere in what a person typed, with or without tone marks; the longest name wins. */
  find(typed: string): UnitMention[] {
    const tokens = nameTokens(typed);
    const mentions: UnitMention[] = [];
    let at = 0;
    while (at < tokens.length) {
      const match = longest(this.#typed, tokens, at, false);
      const first = tokens[at];
      const last = match ? tokens[match.end - 1] : undefined;
      if (!match || !first || !last) {
        at += 1;
        continue;
      }
      mentions.push({
        unit: match.unit,
        start: first.start,
        end: last.end,
        matched: typed.slice(first.start, last.end),
      });
      at = match.end;
    }
    return mentions;
  }

  /** End offset in `text` of the longest known printed name that starts exactly at `start`; null when none does. */
  knownNameEnd(text: string, start: number): number | null {
    const tokens = nameTokens(text.slice(start, start + 200));
    if (tokens[0]?.start !== 0) return null;
    const match = longest(this.#printed, tokens, 0, true);
    const last = match ? tokens[match.end - 1] : undefined;
    return last ? start + last.end : null;
  }

  /** The same directory with a unit for each printed name that it does not know yet; derived ids are the folded names. */
  withPrinted(names: readonly string[]): UnitDirectory {
    const added = new Map<string, Unit>();
    for (const name of names) {
      if (this.resolve(name).length > 0) continue;
      const unit = unitFromPrinted(name);
      if (unit.id !== '' && !this.#byId.has(unit.id)) added.set(unit.id, added.get(unit.id) ?? unit);
    }
    return added.size === 0 ? this : new UnitDirectory([...this.units, ...added.values()], this.#base ?? this);
  }

  /**
   * The directory as one ward's people use it. Where the ward has no "Phòng Kinh tế" but a unit whose name begins so,
   * people who say the short name mean that unit.
   */
  withinWard(presentIds: Iterable<string>): UnitDirectory {
    const present = new Set(presentIds);
    const shorter = this.units.filter((unit) => !present.has(unit.id) && unit.kind === 'department');
    const units = this.units.map((unit) => {
      if (!present.has(unit.id)) return unit;
      const meant = shorter.filter((other) => isPrefix(other, unit));
      if (meant.length === 0) return unit;
      return {
        ...unit,
        nicknames: [
          ...unit.nicknames,
          ...meant.flatMap((other) => [other.name, ...other.spellings, ...other.nicknames]),
        ],
      };
    });
    const taken = new Set(
      shorter
        .filter((other) => this.units.some((unit) => present.has(unit.id) && isPrefix(other, unit)))
        .map((unit) => unit.id),
    );
    return new UnitDirectory(
      units.filter((unit) => !taken.has(unit.id)),
      this.#base ?? this,
    );
  }

  #resolvePiece(tokens: readonly NameToken[]): string[] {
    const ids: string[] = [];
    let at = titleLength(tokens, 0);
    while (at < tokens.length) {
      if (tokens[at]?.folded === 'cac' || tokens[at]?.folded === 'cua') {
        at += 1;
        continue;
      }
      const match =
        longest(this.#printed, tokens, startOf(tokens, at), true) ?? longest(this.#printed, tokens, at, true);
      if (!match) return ids;
      let next = match.unit.kind === 'group' ? skipGeneric(tokens, match.end) : match.end;
      const cut =
        next < tokens.length && !tokens[next]?.afterBreak && !isTail(tokens, next) && titleLength(tokens, next) === 0;
      if (cut && tokens[next]?.folded !== 'cac') return ids;
      const goesOn = next < tokens.length && tokens[next]?.afterBreak && !startsUnit(tokens, next);
      if (goesOn && !isTail(tokens, next) && !this.#continues(tokens, next)) return ids;
      ids.push(match.unit.id);
      while (next < tokens.length && !tokens[next]?.afterBreak && tokens[next]?.folded !== 'cac') next += 1;
      at = next;
      if (at < tokens.length && !this.#continues(tokens, at)) return ids;
    }
    return ids;
  }

  /** Whether another known unit follows; otherwise the break belonged to a longer, unknown name or to running text. */
  #continues(tokens: readonly NameToken[], at: number): boolean {
    const from = tokens[at]?.folded === 'cac' ? at + 1 : at;
    return longest(this.#printed, tokens, at, true) !== null || longest(this.#printed, tokens, from, true) !== null;
  }
}

function startOf(tokens: readonly NameToken[], at: number): number {
  return at > 0 && tokens[at - 1]?.folded === 'cac' ? at - 1 : at;
}

/** Whether the longer unit's name begins with the shorter's. */
function isPrefix(shorter: Unit, longer: Unit): boolean {
  const short = patternsOf(shorter).name;
  const long = patternsOf(longer).name;
  return short.length < long.length && short.every((token, offset) => token.folded === long[offset]?.folded);
}

function longest(patterns: PatternIndex, tokens: readonly NameToken[], at: number, printed: boolean): Match | null {
  const first = tokens[at];
  if (!first) return null;
  for (const pattern of patterns.beginningWith(first.folded)) {
    if (pattern.plural && !printed) continue;
    if (matches(pattern, tokens, at, printed)) return { unit: pattern.unit, end: at + pattern.tokens.length };
  }
  return null;
}

function matches(pattern: Pattern, tokens: readonly NameToken[], at: number, printed: boolean): boolean {
  const only = pattern.tokens.length === 1 ? pattern.tokens[0] : undefined;
  // One word without its marks is too little to know a unit by ("thon"), unless the name itself has none ("VHXH").
  if (only && !printed && hasMarks(only.marked) && tokens[at]?.marked !== only.marked) return false;
  return pattern.tokens.every((name, offset) => {
    const typed = tokens[at + offset];
    return typed !== undefined && sameWord(typed, name);
  });
}
