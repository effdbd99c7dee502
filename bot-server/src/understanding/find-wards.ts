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

/**
 * Wards named in a question, in order: by full name with or without marks, or by initials in capitals after a word such
 * as "phường". `wards` are all wards that could be meant.
 */
export function findWards(typed: TypedText, wards: readonly WardName[]): WardMention[] {
  const names = wards.flatMap(({ key, name }) => (name ? [{ key, syllables: ownName(name) }] : []));
  const mentions: WardMention[] = [];
  for (let at = 0; at < typed.tokens.length; at += 1) {
    const hit = names.find(({ syllables }) => standsAt(typed, at, syllables)) ?? namedByInitials(typed, at, names);
    if (!hit) continue;
    const length = standsAt(typed, at, hit.syllables) ? hit.syllables.length : 1;
    const from = WARD_WORDS.has(typed.tokens[at - 1]?.folded ?? '') ? at - 1 : at;
    mentions.push({ key: hit.key, from, to: at + length });
    at += length - 1;
  }
  return mentions;
}

/** "phường Trần Phú" → ["tran", "phu"]. */
function ownName(name: string): string[] {
  const syllables = foldedSyllables(name);
  return WARD_WORDS.has(syllables[0] ?? '') ? syllables.slice(1) : syllables;
}

function standsAt(typed: TypedText, at: number, syllables: readonly string[]): boolean {
  return syllables.length > 0 && syllables.every((syllable, index) => typed.tokens[at + index]?.folded === syllable);
}

function namedByInitials<T extends { readonly syllables: readonly string[] }>(
  typed: TypedText,
  at: number,
  names: readonly T[],
): T | undefined {
  const token = typed.tokens[at];
  if (!token || !BEFORE_INITIALS.has(typed.tokens[at - 1]?.folded ?? '')) return undefined;
  const written = typed.text.slice(token.start, token.end);
  if (written.length < 2 || written !== written.toUpperCase()) return undefined;
  const fitting = names.filter(
    ({ syllables }) => syllables.map((syllable) => syllable[0]).join('') === foldMarks(written),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A ward that is named but not among `known`: "phường Xyz Abc" in capitals. Null when every ward named is known. */
export function findUnknownWard(typed: TypedText, known: readonly WardMention[]): string | null {
  const name = /(?:phường|Phường|PHƯỜNG)\s+((?:\p{Lu}\p{L}*\s?){2,4})/u.exec(typed.text);
  if (!name?.[1]) return null;
  const start = name.index + name[0].indexOf(name[1]);
  const isKnown = known.some(({ to, from }) => {
    const first = typed.tokens[from]?.start ?? 0;
    const last = typed.tokens[to - 1]?.end ?? 0;
    return start >= first && start < last;
  });
  return isKnown ? null : `phường ${name[1].trim()}`;
}
