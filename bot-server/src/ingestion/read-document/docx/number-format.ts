/** Word's list number formats, as Vietnamese plans use them. An unknown format prints decimal, as Word does. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerLetter':
      return letter(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [size, sign] of ROMAN) {
    while (rest >= size) {
      text += sign;
      rest -= size;
    }
  }
  return text;
}

/** a … z, then aa, bb …: Word repeats the letter. */
function letter(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

/** Bullets of the Symbol and Wingdings fonts live in the private use area; readers of the text know the plain signs. */
const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [0xf02d, '-'],
  [0xf02b, '+'],
  [0xf0b7, '•'],
  [0xf0a7, '▪'],
  [0xf0a8, '○'],
  [0xf071, '□'],
  [0xf076, '❖'],
  [0xf0d8, '➢'],
  [0xf0e0, '→'],
  [0xf0ae, '→'],
  [0xf0fc, '✓'],
  [0xf0b3, '≥'],
  [0xf0a3, '≤'],
  [0xf0b1, '±'],
  [0xf0b4, '×'],
  [0xf0b0, '°'],
]);

/** A private-use character of a symbol font as the sign it draws; other text unchanged. */
export function plainSymbols(text: string): string {
  return text.replace(/[\uF000-\uF0FF]/g, (sign) => SYMBOLS.get(sign.charCodeAt(0)) ?? ascii(sign));
}

function ascii(sign: string): string {
  const code = sign.charCodeAt(0) - 0xf000;
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '•';
}
