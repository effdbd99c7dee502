import { foldMarks } from '@phuong-so/shared/text/fold';

/** Words that carry no claim: a sentence may have them although its evidence has not. */
const LIGHT = new Set(
  'đạt vào năm mục mức theo kế hoạch là của và các những một cho trong ngoài ra được bị sẽ đã đang có thể gồm như sau này do đây ở tại về đến thì mà với bởi khi nên cũng còn hay hoặc anh chị bạn ông bà tôi phường xã cứ rằng từng mỗi mọi người nay nơi nào việc cần phải nếu thuộc quy định ít nhất tối thiểu phần trăm'.split(
    ' ',
  ),
);
const FOLDED = new Set([...LIGHT].map(foldMarks));

/** `word`: one syllable with its marks; one that lacks them is another word. */
export function isLight(word: string): boolean {
  return LIGHT.has(word);
}

/** The same of a syllable of what a person typed, who may leave marks out: folded. */
export function isLightFolded(word: string): boolean {
  return FOLDED.has(word);
}

/**
 * Words that put a fact plainly and add none to it: a sentence may have some of them although its evidence has not. Every other
 * word that carries a claim has to stand in the evidence: one verb is enough to turn a sentence into a lie.
 */
const PLAIN = new Set(
  'hạn hằng hàng gồm tên gọi dùng lên tức nghĩa cụ thể thời gian dự kiến chủ trì nhiệm vụ đơn vị cơ quan bộ phận nội dung tổng bằng được giao thực hiện triển khai tổ chức tỷ lệ mức tối'.split(
    ' ',
  ),
);

/** `word`: one syllable with its marks. */
export function isPlain(word: string): boolean {
  return PLAIN.has(word);
}
