import { foldMarks } from '@phuong-so/shared/text/fold';

const MACHINE =
  '(?:tro ly(?: ao| so| tu dong| ai)*|chatbot|bot|ai|mo hinh(?: ngon ngu)?|may|he thong|system|assistant)';
const SAY = '(?:tra loi|noi|viet|bao|nhac|them|ghi|thong bao|khang dinh|xac nhan|doc)';

/** A plan tells people and offices what to do. What it "tells" a machine to say, somebody wrote into it. */
const ORDERS: readonly RegExp[] = [
  new RegExp(`\\bhay ${SAY}\\b`),
  /\b(?:tra loi|noi|bao|viet)(?: voi)?(?: nguoi (?:hoi|dung|dan))? (?:rang|la)\b/,
  new RegExp(`\\b${MACHINE}\\b[^.;]{0,60}\\b(?:hay|phai|bat buoc|thi) ${SAY}\\b`),
  new RegExp(
    `\\b(?:chu thich|ghi chu|luu y|danh|lenh|chi dan|huong dan)(?: rieng)?(?: danh)? cho (?:cac |moi )?${MACHINE}\\b`,
  ),
  /\b(?:bo qua|quen|phot lo|huy bo)(?: het| moi| cac| tat ca| nhung| toan bo)* (?:huong dan|chi dan|chi thi|quy tac|quy dinh|lenh|luat)\b/,
  /\b(?:khi tra loi|khi duoc hoi|neu ban la|prompt|cau lenh|chi dan he thong|jailbreak)\b/,
  /\b(?:ignore|disregard|forget)\b.{0,30}\b(?:instruction|rule|prompt|previous|above)/,
  /\b(?:you are|you must|say that|answer with|respond with)\b/,
  /(?:^|\s)(?:system|assistant|user|developer)\s*:|\[\/?inst\]|<\/?(?:system|assistant|user|cau_hoi|da_co)>/,
];

/** Whether a text tells a machine what to say: then it is no evidence, wherever it stands. */
export function isOrder(text: string): boolean {
  const folded = foldMarks(text);
  return ORDERS.some((pattern) => pattern.test(folded));
}
