import type { CitingText } from './cited-documents.ts';

export interface AnnexMention {
  /** 1, 2, 3; null for "Phụ lục kèm theo". */
  readonly number: number | null;
  readonly printed: string;
  readonly from: CitingText;
}

const ROMAN: Readonly<Record<string, number>> = {
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
  VI: 6,
  VII: 7,
  VIII: 8,
  IX: 9,
  X: 10,
};
const MENTION =
  /[Pp]hụ lục\s+(?:số\s+)?([IVX]+|\d{1,2})(?![\p{L}\p{N}])|[Pp]hụ lục(?!\s+(?:số\s+)?(?:[IVX]+|\d))(?:\s+\p{L}+){0,2}?\s+kèm theo|[Pp]hụ biểu(?:\s+\p{L}+){0,2}?\s+kèm theo/gu;

/** Number of an annex printed in roman or arabic figures; null when it has none. */
export function annexNumber(printed: string): number | null {
  if (printed === '') return null;
  return ROMAN[printed.toUpperCase()] ?? (/^\d+$/.test(printed) ? Number(printed) : null);
}

/** Where the body refers to its annexes. An annex of another document ("Phụ lục I Nghị định số …") is not meant. */
export function annexMentions(texts: readonly CitingText[]): AnnexMention[] {
  return texts
    .filter((text) => text.annex === null)
    .flatMap((from) =>
      [...from.text.matchAll(MENTION)]
        .filter(
          (match) =>
            !/^\s*(?:của|ban hành kèm theo|kèm theo)?\s*(?:Nghị quyết|Nghị định|Thông tư|Quyết định|Công văn|Luật)/u.test(
              from.text.slice(match.index + match[0].length),
            ),
        )
        .map((match) => ({ number: annexNumber(match[1] ?? ''), printed: match[0].trim(), from })),
    );
}
