import type { PlanSection, PlanWarning } from '@phuong-so/shared/domain/plan';
import { annexNumber } from './annex-mentions.ts';

/** Section numbers that are left out between brothers: III is followed by V. */
export function sectionGaps(sections: readonly PlanSection[]): PlanWarning[] {
  const warnings: PlanWarning[] = [];
  const last = new Map<string, PlanSection>();
  for (const section of sections) {
    if (section.label === '' || section.id.startsWith('PL')) continue;
    const parent = section.parentId ?? '';
    const before = last.get(parent);
    last.set(parent, section);
    const now = numberOf(section.label);
    const then = before ? numberOf(before.label) : 0;
    if (
      now === null ||
      then === null ||
      now - then !== 2 ||
      (before && isRoman(before.label) !== isRoman(section.label))
    )
      continue;
    const missing = isRoman(section.label) ? toRoman(now - 1) : section.label.replace(/\d+$/, String(now - 1));
    const where = before ? `sau mục ${before.label} là mục ${section.label}` : `mục đầu tiên là mục ${section.label}`;
    const quotes = [before, section].flatMap((one) => one?.paragraphs[0]?.sentences[0]?.quote ?? []);
    warnings.push({
      kind: 'missing_section',
      text: `Văn bản không có mục ${missing}${parent === '' ? '' : ` trong mục ${parent}`}: ${where}.`,
      quotes: quotes.map((text) => ({ text, place: { annex: null, row: null, column: null, section: section.id } })),
      about: [],
    });
  }
  return warnings;
}

function isRoman(label: string): boolean {
  return /^[IVX]+$/.test(label);
}

function numberOf(label: string): number | null {
  if (isRoman(label)) return annexNumber(label);
  const end = /(\d+)$/.exec(label)?.[1];
  return end ? Number(end) : null;
}

function toRoman(number: number): string {
  return ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][number] ?? String(number);
}
