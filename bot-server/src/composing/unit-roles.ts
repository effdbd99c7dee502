import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { collapseSpaces, foldMarks } from '@phuong-so/shared/text/fold';

type Role = 'lead' | 'coordinating';

const ROLE = /chu tri|phoi hop/g;
/** What may stand between a unit and the word that says what it does. */
const NOTHING = /^[\s,;:&-]*(?:va|cung|la|don vi|co quan|duoc giao)?[\s,;:&-]*$/;

/**
 * Whether a unit leads in the sentence where it only coordinates in the evidence, or the other way round. A unit whose part
 * the evidence leaves open may have any.
 */
export function hasOtherRole(sentence: string, evidence: string, units: UnitDirectory): boolean {
  const known = rolesIn(evidence, units);
  return rolesIn(sentence, units).some(({ id, role }) => {
    const there = known.filter((other) => other.id === id);
    return there.length > 0 && there.every((other) => other.role !== role);
  });
}

/** Each unit with its part; a unit without one is left out. */
function rolesIn(printed: string, units: UnitDirectory): { id: string; role: Role }[] {
  const text = collapseSpaces(printed.normalize('NFC'));
  const mentions = units.find(text);
  // Folding keeps every letter in its place; a text where it does not has letters of another script.
  const folded = foldMarks(text);
  if (mentions.length === 0 || folded.length !== text.length) return [];
  const words = [...folded.matchAll(ROLE)].map((match) => ({
    role: match[0] === 'chu tri' ? ('lead' as const) : ('coordinating' as const),
    start: match.index,
    end: match.index + match[0].length,
    /** "chủ trì: A": of what follows only. */
    isLabel: /^\s*:/.test(folded.slice(match.index + match[0].length)),
  }));
  return mentions.flatMap(({ unit, start, end }) => {
    const behind = words.find((word) => word.start >= end);
    const before = words.filter((word) => word.end <= start).at(-1);
    const role =
      behind && !behind.isLabel && isBesides(folded.slice(end, behind.start), end, mentions)
        ? behind.role
        : before?.role;
    return role ? [{ id: unit.id, role }] : [];
  });
}

/** Only other units and joining words stand between. */
function isBesides(between: string, from: number, mentions: readonly { start: number; end: number }[]): boolean {
  let rest = between;
  for (const { start, end } of [...mentions].reverse())
    if (start >= from && end <= from + between.length) rest = rest.slice(0, start - from) + rest.slice(end - from);
  return NOTHING.test(rest);
}
