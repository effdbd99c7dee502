import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { collapseSpaces, foldMarks } from '@phuong-so/shared/text/fold';

type Way = 'to' | 'through';

/** What stands before those whom something goes to, or goes through. */
const MARKER = /\b(?:(qua)|bao cao|gui|trinh|nop|ve|cho|toi|den)[\s(:]*$/;
/** Only a comma or "và" parts a unit from the one before it: both are meant alike. */
const JOINED = /^[\s,;]*(?:va)?[\s,;]*$/;

/**
 * Whether something goes to a unit in the sentence that in the evidence only goes through it, or the other way round: "báo cáo
 * Phòng Văn hóa" for "báo cáo ủy ban (qua Phòng Văn hóa)".
 */
export function hasOtherReceiver(sentence: string, evidence: string, units: UnitDirectory): boolean {
  const known = markersIn(evidence, units);
  return markersIn(sentence, units).some(({ id, way }) => !known.some((other) => other.id === id && other.way === way));
}

function markersIn(printed: string, units: UnitDirectory): { id: string; way: Way }[] {
  const text = collapseSpaces(printed.normalize('NFC'));
  const folded = foldMarks(text);
  // Folding keeps every letter in its place; a text where it does not has letters of another script.
  if (folded.length !== text.length) return [];
  const mentions = units.find(text);
  let last: { end: number; way: Way } | null = null;
  return mentions.flatMap(({ unit, start, end }) => {
    const own = MARKER.exec(folded.slice(0, start));
    const alike: Way | null = last && JOINED.test(folded.slice(last.end, start)) ? last.way : null;
    const way: Way | null = own ? (own[1] === undefined ? 'to' : 'through') : alike;
    last = way === null ? null : { end, way };
    return way === null ? [] : [{ id: unit.id, way }];
  });
}
