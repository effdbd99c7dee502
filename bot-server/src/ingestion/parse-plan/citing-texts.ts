import type { PlanSection } from '@phuong-so/shared/domain/plan';
import type { CitingText } from './cited-documents.ts';
import { OPENING_ID } from './sections.ts';

/** Title, opening and every section as texts to search, in order of print. */
export function citingTexts(title: string | null, sections: readonly PlanSection[]): CitingText[] {
  const head: CitingText[] = title === null ? [] : [{ text: title, section: null, annex: null, isOpening: true }];
  const below = sections.flatMap((section): CitingText[] => {
    const place = {
      section: section.id === OPENING_ID ? null : section.id,
      annex: annexOf(section.id),
      isOpening: section.id === OPENING_ID,
    };
    const own = section.title === null ? [] : [{ text: section.title, ...place }];
    return [...own, ...section.paragraphs.map((paragraph) => ({ text: paragraph.text, ...place }))];
  });
  return [...head, ...below];
}

function annexOf(sectionId: string): string | null {
  const match = /^PL(?:\.([^.]+))?/.exec(sectionId);
  return match ? (match[1] ?? '') : null;
}
