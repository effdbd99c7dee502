/** Ways of changing one fact of a text; each gives null where the text has nothing of the kind. */
export const CHANGES: Readonly<Record<string, (text: string) => string | null>> = {
  figure: (text) => replaced(text, /\d+(?=(?:[.,]\d+)?\s*(?:%|đồng|triệu|tỷ|ngày|người|lớp|hộ|tổ|đơn vị))/u, moved),
  any_figure: (text) => replaced(text, /\d+/u, moved),
  day: (text) => replaced(text, /\b\d{1,2}(?=\/\d{1,2}\b)/u, (day) => String((Number(day) % 27) + 1)),
  year: (text) => replaced(text, /\b20\d\d\b/u, (year) => String(Number(year) + 1)),
  document: (text) => replaced(text, /\b\d+(?=(?:\/\d{4})?[-/][A-ZĐ]{2,})/u, moved),
  unit: (text) =>
    replaced(
      text,
      /Phòng Văn hóa - Xã hội|Phòng Kinh tế(?:, Hạ tầng và Đô thị)?|Công an phường|Văn phòng HĐND và UBND/u,
      (unit) => (unit.startsWith('Công an') ? 'Phòng Kinh tế' : 'Công an phường'),
    ),
  denied: (text) => replaced(text, /\b(phải|được|cần|thực hiện|đảm bảo|bảo đảm)\b/u, (word) => `không ${word}`),
  affirmed: (text) => replaced(text, /\b[Kk]hông (?=\p{L})/u, () => ''),
  bound: (text) => replaced(text, /ít nhất|tối thiểu|trên(?= \d)|≥/u, () => 'không quá '),
};

/** The text with one fact changed, another kind of change for another `turn`; an invented figure where it has no fact. */
export function changed(text: string, turn: number): string {
  const ways = Object.values(CHANGES);
  for (let at = 0; at < ways.length; at += 1) {
    const other = ways[(turn + at) % ways.length]?.(text) ?? null;
    if (other !== null && other !== text) return other;
  }
  return `${text.replace(/[.;\s]+$/u, '')}, hạn chót ngày 31/12/2027.`;
}

function replaced(text: string, pattern: RegExp, change: (found: string) => string): string | null {
  return pattern.test(text) ? text.replace(pattern, change) : null;
}

function moved(digits: string): string {
  return String(Number(digits) + 7);
}
