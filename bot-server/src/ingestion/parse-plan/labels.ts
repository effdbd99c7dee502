/** The kinds of printed section labels, from the outermost in. */
export type LabelKind = 'part' | 'roman' | 'number' | 'number2' | 'number3' | 'bracket' | 'letter';

export interface Label {
  readonly kind: LabelKind;
  /** Without its dot or bracket: "II", "1", "1.1", "a". */
  readonly text: string;
}

export interface LabelledText {
  readonly label: Label | null;
  /** The bullet that the text was printed with; "" without one. */
  readonly marker: string;
  readonly rest: string;
}

/** A heading or item begins with a capital, a quotation mark, a bracket or a number. */
const STARTS = '(?=[\\p{Lu}“"(\\d]|$)';
const LABELS: readonly (readonly [LabelKind, RegExp])[] = [
  ['part', new RegExp(`^(?:PHẦN|Phần)\\s+([IVX]+|\\d+|thứ \\p{L}+)\\s*[.:\\-–]?\\s*${STARTS}`, 'u')],
  ['part', /^([A-EĐ])[.)]\s+(?=[\p{Lu}]{2})/u],
  ['roman', new RegExp(`^([IVX]{1,5})\\s*(?:[.)/:]|\\s[-–])\\s*${STARTS}`, 'u')],
  ['number3', new RegExp(`^(\\d{1,2}\\.\\d{1,2}\\.\\d{1,2})\\.?\\s*${STARTS}`, 'u')],
  ['number2', new RegExp(`^(\\d{1,2}\\.\\d{1,2})(?:\\.\\s*|\\)\\s*|\\s+)${STARTS}`, 'u')],
  ['number', /^(\d{1,2})\.\s*(?=[\p{Lu}“"(]|$)/u],
  ['bracket', new RegExp(`^\\(?(\\d{1,2})\\)\\s*${STARTS}`, 'u')],
  ['letter', /^([a-zđ])[).]\s*(?=[\p{L}“"(\d]|$)/u],
];
const BULLET = /^([-–—+•▪◦·●○►✓✔➢❖])\s*(?=\S)/u;

/** Words after a hyphen that belong to a compound broken over two lines: "Văn hóa⏎- Xã hội". */
const COMPOUND_REST = /^[-–]\s*(?:xã hội|công nghệ|an ninh|thông tin|20\d{2}|đảng ủy|hđnd|ubnd)/iu;

/** Reads the label or bullet at the start of a printed line. */
export function readLabel(text: string): LabelledText {
  for (const [kind, pattern] of LABELS) {
    const match = pattern.exec(text);
    if (match?.[1] && isPlausible(kind, match[1])) {
      return { label: { kind, text: match[1] }, marker: '', rest: text.slice(match[0].length).trim() };
    }
  }
  const bullet = BULLET.exec(text);
  if (bullet?.[1]) return { label: null, marker: bullet[1], rest: text.slice(bullet[0].length).trim() };
  return { label: null, marker: '', rest: text };
}

function isPlausible(kind: LabelKind, text: string): boolean {
  return kind !== 'roman' || /^(?:X{0,2})(?:IX|IV|V?I{0,3})$/.test(text);
}

/** Whether the line, after `before`, goes on with a compound word and is no bullet. */
export function isBrokenCompound(before: string, line: string): boolean {
  return COMPOUND_REST.test(line) && !/[.;:!?]$/.test(before) && /[\p{L}\d]$/u.test(before) && before.length > 25;
}

/** Letters, and none of them small. */
export function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 3 && !/\p{Ll}/u.test(text);
}
