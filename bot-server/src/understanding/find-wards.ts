import { foldMarks } from '@phuong-so/shared/text/fold';
import { foldedSyllables } from '@phuong-so/shared/text/tokens';
import type { TypedText } from '@phuong-so/shared/text/typed-text';

export interface WardName {
  readonly key: string;
  readonly name: string | null;
}

export interface WardMention {
  readonly key: string;
  /** Token range of the mention, the word "phường" before it included. */
  readonly from: number;
  readonly to: number;
}

const WARD_WORDS = new Set(['phuong', 'xa', 'ubnd']);
/** Words after which initials in capitals are a ward's: "phường NĐN", "ở HM", "bên TL". */
const BEFORE_INITIALS = new Set(['phuong', 'p', 'o', 'ben', 'tai']);

interface NamedWard {
  readonly key: string;
  readonly syllables: readonly string[];
}

interface WardNames {
  readonly byFirst: ReadonlyMap<string, readonly NamedWard[]>;
  readonly byInitials: ReadonlyMap<string, readonly NamedWard[]>;
}

/**
 * Wards named in a question, in order: by full name with or without marks, or by initials in capitals after a word such
 * as "phường". `wards` are all wards that could be meant; the same list again costs nothing, however long it is.
 */
export function findWards(typed: TypedText, wards: readonly WardName[]): WardMention[] {
  const names = namesOf(wards);
  const mentions: WardMention[] = [];
  for (let at = 0; at < typed.tokens.length; at += 1) {
    const named = (names.byFirst.get(typed.tokens[at]?.folded ?? '') ?? []).find(({ syllables }) =>
      standsAt(typed, at, syllables),
    );
    const hit = named ?? namedByInitials(typed, at, names);
    if (!hit) continue;
    const length = named ? hit.syllables.length : 1;
    const from = WARD_WORDS.has(typed.tokens[at - 1]?.folded ?? '') ? at - 1 : at;
    mentions.push({ key: hit.key, from, to: at + length });
    at += length - 1;
  }
  return mentions;
}

const known = new WeakMap<readonly WardName[], WardNames>();

/** Names by their first syllable and by their initials, made once for a list of wards. */
function namesOf(wards: readonly WardName[]): WardNames {
  const ready = known.get(wards);
  if (ready) return ready;
  const named = wards.flatMap(({ key, name }) => (name ? [{ key, syllables: ownName(name) }] : []));
  const longestFirst = named.sort((a, b) => b.syllables.length - a.syllables.length);
  const names = {
    byFirst: grouped(longestFirst, ({ syllables }) => syllables[0] ?? ''),
    byInitials: grouped(longestFirst, ({ syllables }) => syllables.map((syllable) => syllable[0]).join('')),
  };
  known.set(wards, names);
  return names;
}

function grouped(wards: readonly NamedWard[], keyOf: (ward: NamedWard) => string): Map<string, NamedWard[]> {
  const groups = new Map<string, NamedWard[]>();
  for (const ward of wards) {
    const group = groups.get(keyOf(ward)) ?? [];
    group.push(ward);
    groups.set(keyOf(ward), group);
  }
  return groups;
}

/** "phường Trần Phú" → ["tran", "phu"]. */
function ownName(name: string): string[] {
  const syllables = foldedSyllables(name);
  return WARD_WORDS.has(syllables[0] ?? '') ? syllables.slice(1) : syllables;
}

function standsAt(typed: TypedText, at: number, syllables: readonly string[]): boolean {
  return syllables.length > 0 && syllables.every((syllable, index) => typed.tokens[at + index]?.folded === syllable);
}

function namedByInitials(typed: TypedText, at: number, names: WardNames): NamedWard | undefined {
  const token = typed.tokens[at];
  if (!token || !BEFORE_INITIALS.has(typed.tokens[at - 1]?.folded ?? '')) return undefined;
  const written = typed.text.slice(token.start, token.end);
  if (written.length < 2 || written !== written.toUpperCase()) return undefined;
  const fitting = names.byInitials.get(foldMarks(written)) ?? [];
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A ward that is named but not among `known`: "phường Xyz Abc" in capitals. Null when every ward named is known. */
export function findUnknownWard(typed: TypedText, known: readonly WardMention[]): string | null {
  // In a text all in capitals nothing tells a name from other words.
  const name = /\p{Ll}/u.test(typed.text)
    ? /[Pp]hường\s+(\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+){1,3})/u.exec(typed.text)
    : null;
  if (!name?.[1]) return null;
  const start = name.index + name[0].indexOf(name[1]);
  const isKnown = known.some(({ to, from }) => {
    const first = typed.tokens[from]?.start ?? 0;
    const last = typed.tokens[to - 1]?.end ?? 0;
    return start >= first && start < last;
  });
  return isKnown ? null : `phường ${name[1].trim()}`;
}
