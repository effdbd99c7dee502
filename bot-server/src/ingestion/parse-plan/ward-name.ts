import { foldMarks } from '@phuong-so/shared/text/fold';

export interface NameVote {
  readonly name: string;
  readonly count: number;
  /** Every spelling that was counted for the name, as printed. */
  readonly spellings: readonly string[];
}

const NAME = '((?:\\p{Lu}\\p{Ll}*|\\d{1,2})(?:\\s+\\p{Lu}\\p{Ll}+){0,3}|\\p{Lu}{2,}(?:\\s+\\p{Lu}{2,}){0,3})';
const WARD = new RegExp(`(?:[Pp]hường|PHƯỜNG|(?<![\\p{L}.])P\\.)\\s+${NAME}(?![\\p{L}])`, 'gu');
const PROVINCE = new RegExp(`(?:[Tt]hành phố|THÀNH PHỐ|[Tt]ỉnh|TỈNH|TP\\.?)\\s+${NAME}(?![\\p{L}])`, 'gu');
/** Capitals that begin a sentence or another name, not the place's. */
const NOT_A_NAME =
  /^(?:UBND|HĐND|MTTQ|Các|Ban|Công|Tổ|Phòng|Trung|Đảng|Ủy|Uỷ|Thủ|Văn|Tháng|Năm|Quý|Thường|Hàng|Hằng|Sở|Bộ|Theo|Trên|Để|Căn|Thực|Triển|CHỦ|NĂM|THUỘC|TRÊN|VỀ|ĐẾN|GIAI)(?![\p{L}])/u;

/** The ward's name by majority of what the text prints after "phường"; longer names take the votes of their own beginnings. */
export function voteWardName(texts: readonly string[]): NameVote[] {
  return vote(texts, WARD);
}

export function voteProvince(texts: readonly string[]): NameVote[] {
  return vote(texts, PROVINCE);
}

function vote(texts: readonly string[], pattern: RegExp): NameVote[] {
  const counts = new Map<string, Map<string, number>>();
  for (const text of texts) {
    for (const match of text.matchAll(pattern)) {
      const printed = match[1] ?? '';
      if (NOT_A_NAME.test(printed)) continue;
      const key = foldMarks(printed);
      const spellings = counts.get(key) ?? new Map<string, number>();
      spellings.set(printed, (spellings.get(printed) ?? 0) + 1);
      counts.set(key, spellings);
    }
  }
  const keys = [...counts.keys()].sort((a, b) => b.length - a.length);
  for (const key of keys) {
    const longer = keys.find((other) => other !== key && other.startsWith(`${key} `) && counts.has(other));
    const from = counts.get(key);
    const into = longer ? counts.get(longer) : undefined;
    if (!from || !into) continue;
    for (const [printed, count] of from) into.set(printed, (into.get(printed) ?? 0) + count);
    counts.delete(key);
  }
  return [...counts]
    .map(([key, spellings]) => ({
      name: bestSpelling(key, spellings),
      count: sum(spellings),
      spellings: [...spellings.keys()],
    }))
    .sort((a, b) => b.count - a.count);
}

function sum(spellings: ReadonlyMap<string, number>): number {
  return [...spellings.values()].reduce((total, count) => total + count, 0);
}

/** The most frequent spelling in title case; a name printed in capitals only is set in title case. */
function bestSpelling(key: string, spellings: ReadonlyMap<string, number>): string {
  const whole = [...spellings].filter(([printed]) => foldMarks(printed) === key);
  const mixed = whole.filter(([printed]) => /\p{Ll}/u.test(printed) || /^\d+$/.test(printed));
  const [printed] = (mixed.length > 0 ? mixed : whole).sort((a, b) => b[1] - a[1])[0] ?? [key];
  return printed
    .split(/\s+/)
    .map((word) => (/\p{Ll}/u.test(word) ? word : word.slice(0, 1) + word.slice(1).toLowerCase()))
    .join(' ');
}
