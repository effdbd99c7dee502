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

/** The annexes the question points at: Roman numerals, "" for "phụ lục" without one; empty when none is named. */
export function findAnnexes(typed: TypedText): string[] {
  const annexes = typed.tokens.flatMap(({ folded }, index) => {
    const isAnnex = folded === 'phu' && /^lu+cc?$/.test(typed.tokens[index + 1]?.folded ?? '');
    return isAnnex ? [ROMAN[typed.tokens[index + 2]?.folded ?? ''] ?? ''] : [];
  });
  return [...new Set(annexes)];
}

/** "nhóm 5" → "5", "nhóm nhiệm vụ …" → "", no group of tasks → null. */
export function findGroup(typed: TypedText): string | null {
  let found: string | null = null;
  for (const [index, { marked, folded }] of typed.tokens.entries()) {
    if (folded !== 'nhom' || (marked !== 'nhóm' && marked !== folded)) continue;
    const next = typed.tokens[index + 1]?.folded ?? '';
    if (/^\d{1,2}$/.test(next)) return next;
    if (/^(?:i{1,3}|iv|vi{0,3}|ix|x)$/.test(next)) return next.toUpperCase();
    if (next === 'nhiem' || next === 'giai') found = '';
  }
  return found;
}

/** "tháng 9/2025", "9/2025" → "2025-09"; null when no month of a year is named. A full date ("15/9/2025") is none. */
export function findMonth(typed: TypedText): string | null {
  const found =
    /(?<![\d/])(1[0-2]|0?[1-9])\s*\/\s*(20\d{2})/u.exec(typed.text) ??
    /(?:tháng|thang)\s*(1[0-2]|0?[1-9])\s*(?:năm|nam)\s*(20\d{2})/iu.exec(typed.text);
  return found ? `${found[2]}-${String(found[1]).padStart(2, '0')}` : null;
}
