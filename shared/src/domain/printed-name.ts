import { collapseSpaces, dropInvisible } from '../text/fold.ts';

const [SHORTEST, LONGEST] = [2, 60];
/** Letters of the Latin script with their marks, spaces and what stands in names: "Bà Năm", "Nguyễn Thị A (tổ 5)", "Y Moan Ê-nuôl". */
const NAME = /^[\p{Script=Latin}\p{M}\p{Nd} .,'’()-]+$/u;

/**
 * A name as it is printed on a certificate: what the person wants to be called. null when it is too short or long, holds
 * signs that stand in no name, or so many figures that they may be the number of a card or a phone.
 */
export function printedName(given: string): string | null {
  const name = collapseSpaces(dropInvisible(given).normalize('NFC'));
  const figures = name.match(/\p{Nd}/gu)?.length ?? 0;
  const isName = NAME.test(name) && /\p{L}.*\p{L}/u.test(name) && figures <= 3;
  return isName && name.length >= SHORTEST && name.length <= LONGEST ? name : null;
}
