import type { TypedText } from '@phuong-so/shared/text/typed-text';

const ROMAN: Readonly<Record<string, string>> = {
  1: 'I',
  2: 'II',
  3: 'III',
  4: 'IV',
  5: 'V',
  i: 'I',
  ii: 'II',
  iii: 'III',
  iv: 'IV',
  v: 'V',
};

/** Years from 2015 to 2060 that the question names, in order, each once. Two figures after "năm" count: "năm 30" → 2030. */
export function findYears(typed: TypedText): string[] {
  const years = typed.tokens.flatMap(({ folded }, index) => {
    if (/^20(1[5-9]|[2-5]\d|60)$/.test(folded)) return [folded];
    return /^[2-4][05]$/.test(folded) && typed.tokens[index - 1]?.folded === 'nam' ? [`20${folded}`] : [];
  });
  return [...new Set(years)];
}

/** The annex the question points at: its Roman numeral, "" for "phụ lục" alone, null when none is named. */
export function findAnnex(typed: TypedText): string | null {
  for (const [index, { folded }] of typed.tokens.entries()) {
    if (folded !== 'phu' || !/^lu+cc?$/.test(typed.tokens[index + 1]?.folded ?? '')) continue;
    return ROMAN[typed.tokens[index + 2]?.folded ?? ''] ?? '';
  }
  return null;
}
