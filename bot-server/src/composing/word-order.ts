import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { collapseSpaces, foldMarks } from '@phuong-so/shared/text/fold';
import { syllables } from '@phuong-so/shared/text/tokens';
import { isLight } from './light-words.ts';

/** Words for when, which may stand anywhere, and those that say what a unit's part is, which are compared by themselves. */
const MOVABLE = new Set(
  'trước sau ngày tháng năm quý tuần kỳ hàng hằng mỗi định giai đoạn đến từ hết thường xuyên chủ trì phối hợp làm'.split(
    ' ',
  ),
);
const CLAUSE = /[,;:.()]| thì /u;
const LABELLED = /^\s*(?:chu tri|phoi hop|ai lam)\s*:/;

/**
 * Whether a clause of the sentence has the evidence's words in another order: "người dân giám sát công an" for "công an giám sát
 * … người dân". What somebody does to somebody else is told by order alone. Units that the evidence names behind a label
 * ("chủ trì: …") may stand anywhere.
 */
export function isInOtherOrder(sentence: string, evidence: string, units: UnitDirectory): boolean {
  const known = syllables(evidence);
  const inEvidence = new Set(known);
  const labelled = labelledUnits(evidence, units);
  return withoutUnits(sentence, labelled, units)
    .split(CLAUSE)
    .some((clause) => {
      const words = syllables(clause).filter(
        (word) => !isLight(word) && !MOVABLE.has(word) && !/\d/.test(word) && inEvidence.has(word),
      );
      return !isSubsequence(words, known) && !isFronted(words, known);
    });
}

function isSubsequence(words: readonly string[], known: readonly string[]): boolean {
  let at = 0;
  for (const word of known) if (word === words[at]) at += 1;
  return at === words.length;
}

/** Behind these stands a condition or a place, which may be told first. */
const BEFORE_FRONTED = new Set(['khi', 'nếu', 'trong', 'tại', 'ở', 'với']);

/** "đăng ký lần đầu không phải nộp" for "không phải nộp khi đăng ký lần đầu". */
function isFronted(words: readonly string[], known: readonly string[]): boolean {
  return known.some(
    (mark, at) =>
      BEFORE_FRONTED.has(mark) &&
      words.some(
        (_, split) =>
          split > 0 &&
          isSubsequence(words.slice(0, split), known.slice(at + 1)) &&
          words[0] === known[at + 1] &&
          isSubsequence(words.slice(split), known.slice(0, at)),
      ),
  );
}

function labelledUnits(evidence: string, units: UnitDirectory): Set<string> {
  const parts = collapseSpaces(evidence.normalize('NFC')).split(';');
  return new Set(
    parts
      .filter((part) => LABELLED.test(foldMarks(part)))
      .flatMap((part) => units.find(part).map(({ unit }) => unit.id)),
  );
}

function withoutUnits(printed: string, ids: ReadonlySet<string>, units: UnitDirectory): string {
  let text = collapseSpaces(printed.normalize('NFC'));
  for (const { unit, start, end } of [...units.find(text)].reverse())
    if (ids.has(unit.id)) text = `${text.slice(0, start)} ${text.slice(end)}`;
  return text;
}
