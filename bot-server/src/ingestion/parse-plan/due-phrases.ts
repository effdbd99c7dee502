/** A time phrase inside a sentence, as printed. */
export interface DuePhrase {
  readonly text: string;
  readonly index: number;
  /** Names a day, month, quarter or year. */
  readonly isDated: boolean;
}

const DAY = '\\d{1,2}\\s*/\\s*\\d{1,2}(?:\\s*/\\s*20\\d{2})?(?!\\s*/?\\d)';
const LONG_DAY = '\\d{1,2} tháng \\d{1,2}(?: năm 20\\d{2})?';
const MONTH = 'tháng\\s+\\d{1,2}(?:\\s*/\\s*20\\d{2}|\\s+năm\\s+20\\d{2})?';
const QUARTER = 'quý\\s+(?:IV|I{1,3}|[1-4])(?![\\p{L}\\d])(?:\\s*[/-]\\s*20\\d{2}|\\s+năm\\s+20\\d{2})?';
const POINT = `(?:ngày\\s+(?:${LONG_DAY}|${DAY})|${DAY}|${MONTH}|${QUARTER}|năm\\s+20\\d{2}(?!\\s*(?:của|về)))`;
const EVERY = '(?:(?:theo\\s+)?[Đđ]ịnh kỳ\\s+)?(?:[Hh]àng|[Hh]ằng)\\s+(?:năm|quý|tháng)';

const DATED: readonly RegExp[] = [
  new RegExp(`(?:trước|vào|đến)\\s+(?:ngày\\s+)?(?:${LONG_DAY}|${DAY})\\s+(?:của\\s+)?(?:hàng|hằng|mỗi)\\s+năm`, 'iu'),
  new RegExp(`(?:(?:${EVERY}|[Đđ]ịnh kỳ),?\\s+)(?:(?:chậm nhất|muộn nhất)\\s+)?(?:trước|đến|vào)\\s+${POINT}`, 'u'),
  new RegExp(`(?:chậm nhất|muộn nhất)\\s+(?:(?:là|trước|đến|vào|trong)\\s+)*${POINT}`, 'u'),
  new RegExp(
    `(?:(?:đảm bảo|bảo đảm)\\s+)?(?:hoàn thành|xong|kết thúc)\\s+(?:(?:trước|trong|đến|vào|hết)\\s+)*${POINT}`,
    'iu',
  ),
  new RegExp(`trước\\s+(?:ngày\\s+(?:${LONG_DAY}|${DAY})|${DAY}|${MONTH}|${QUARTER})`, 'iu'),
  new RegExp(`từ\\s+${MONTH}\\s+(?:đến|tới)\\s+(?:hết\\s+)?${MONTH}`, 'iu'),
  new RegExp(`trong\\s+(?:${MONTH}|${QUARTER})`, 'iu'),
];
const PERIODIC: readonly RegExp[] = [
  /theo định kỳ \([^)]*\)(?: hoặc đột xuất(?: theo yêu cầu)?)?/iu,
  /[Đđ]ịnh kỳ\s+(?:hàng|hằng)\s+(?:năm|quý|tháng)(?: hoặc đột xuất)?/u,
  /[Đđ]ịnh kỳ\s+(?:6 tháng|0?6 tháng,? (?:và )?(?:01 )?năm|quý|tháng|năm)/u,
  /(?:hàng|hằng) (?:năm|quý|tháng)/iu,
  /định kỳ/iu,
];
/** Only where it opens the sentence: elsewhere it tells of difficulties, not of a time. */
const IN_PROGRESS = /(?:^|[.;]\s+)(Trong quá trình (?:tổ chức |triển khai )*thực hiện)/u;

/** Every dated time of a sentence: "trước ngày 25/6 và trước ngày 25/12" has two. */
export function datedPhrases(text: string): DuePhrase[] {
  const first = duePhrase(text);
  if (!first?.isDated) return [];
  const end = first.index + first.text.length;
  const more = datedPhrases(text.slice(end));
  return [first, ...more.map((phrase) => ({ ...phrase, index: phrase.index + end }))];
}

/** The time by which or how often a sentence wants its work done; null when it says none. Dates of cited documents are no due dates. */
export function duePhrase(text: string): DuePhrase | null {
  for (const pattern of DATED) {
    const match = pattern.exec(text);
    if (match) return { text: match[0].trim(), index: match.index, isDated: true };
  }
  for (const pattern of PERIODIC) {
    const match = pattern.exec(text);
    if (match) return { text: match[0].trim(), index: match.index, isDated: false };
  }
  const progress = IN_PROGRESS.exec(text);
  return progress?.[1] ? { text: progress[1], index: progress.index, isDated: false } : null;
}
