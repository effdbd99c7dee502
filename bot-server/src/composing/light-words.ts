import { foldMarks } from '@phuong-so/shared/text/fold';

/** Words that carry no claim: a sentence may have them although its evidence has not. Folded. */
const LIGHT = new Set(
  'dat vao nam muc theo ke hoach la cua va cac nhung mot cho trong ngoai ra duoc bi se da dang co the gom nhu sau nay do day o tai ve den thi ma voi boi khi nen cung con hay hoac anh chi ban ong ba toi phuong xa cu thi rang tung moi nguoi nay noi viec can phai neu thuoc quy dinh it nhat thieu phan tram'.split(
    ' ',
  ),
);

/** `word`: one syllable, with marks or without. */
export function isLight(word: string): boolean {
  return LIGHT.has(foldMarks(word));
}
