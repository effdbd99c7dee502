import { foldMarks } from '@phuong-so/shared/text/fold';

/** What a table column, or a "key: value" line, tells of a task or target. */
export type Role =
  | 'no'
  | 'task'
  | 'target'
  | 'unit'
  | 'value'
  | 'year'
  | 'lead'
  | 'coordinating'
  | 'due'
  | 'output'
  | 'ignored';

/** Header words, most telling first; folded. The first that fits decides. */
const WORDS: readonly (readonly [Role, RegExp])[] = [
  ['no', /^(?:so )?(?:stt|tt|so thu tu|so tt|ma so)$/],
  [
    'ignored',
    /ghi chu|can cu|co so phap ly|nguon|kinh phi|hien trang|thuc trang|ket qua thuc hien nam|uoc thuc hien|van ban/,
  ],
  ['coordinating', /phoi hop|don vi lien quan|cung thuc hien/],
  ['unit', /^(?:don vi|dv) ?(?:tinh|do)|^dvt$|^don vi$/],
  [
    'lead',
    /chu tri|tham muu|phu trach|chiu trach nhiem|dau moi|(?:co quan|don vi|bo phan|nguoi|ca nhan) (?:\S+ ){0,2}(?:thuc hien|theo doi)|^phan cong|don vi duoc giao|chu tri thuc hien/,
  ],
  [
    'due',
    /thoi gian|thoi han|tien do|thoi diem|lo trinh|han hoan thanh|hoan thanh (?:truoc|trong)|^ngay hoan thanh|^han\b/,
  ],
  ['output', /san pham|ket qua|dau ra|yeu cau dat/],
  ['target', /chi tieu|chi so|tieu chi|muc tieu/],
  ['task', /nhiem vu|noi dung|cong viec|hoat dong|giai phap|dau viec|phan viec/],
];

/** The role that header words give; null when they give none. */
export function roleOf(header: string): Role | null {
  const words = foldMarks(header)
    .replace(/[.:*]+$/, '')
    .trim();
  if (words === '') return null;
  if (
    yearKey(header) !== null &&
    !/thoi gian|thoi han|tien do|hien trang|thuc hien nam|uoc/.test(words) &&
    words.length < 60
  ) {
    return /^(?:nhiem vu|noi dung)/.test(words) ? 'task' : 'year';
  }
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** "Năm 2030" → "2030", "Giai đoạn 2026 - 2030" → "2026-2030"; null when the text names no year. */
export function yearKey(text: string): string | null {
  const years = text.match(/(?<!\d)20\d{2}(?!\d)/g);
  if (!years?.[0]) return null;
  const isSpan = years.length === 2 && /20\d{2}\s*(?:[-–—]|đến|tới)\s*(?:năm\s*)?20\d{2}/u.test(text);
  return isSpan ? `${years[0]}-${years[1]}` : years[0];
}
