import type { PlanSection } from '@phuong-so/shared/domain/plan';
import { SourceText } from '@phuong-so/shared/text/source-text';

export interface Highlight {
  readonly highlight: { paragraphId: string; start: number; end: number } | null;
  readonly quote: string | null;
}

/**
 * Where a cited quote stands in a section's display text. The quote comes from the unrepaired source, so it is found by
 * its sentence first, then by its letters. Where no one paragraph holds it, the quote itself is given back to be shown
 * beside the section, but only when the document really contains it: an address must not put words under a ward's name.
 */
export function findHighlight(section: PlanSection, collapsedSource: string, quote: string | null): Highlight {
  if (quote === null || quote.trim() === '') return { highlight: null, quote: null };
  for (const paragraph of section.paragraphs) {
    const found = bySentence(paragraph, quote) ?? byLetters(paragraph.text, quote);
    if (found) return { highlight: { paragraphId: paragraph.id, ...found }, quote: null };
  }
  return { highlight: null, quote: collapsedSource.includes(quote) ? quote : null };
}

type Range = { start: number; end: number };

/** From the first to the last sentence whose own quote lies in the asked one, or is the asked one. */
function bySentence({ text, sentences }: PlanSection['paragraphs'][number], quote: string): Range | null {
  let range = null as Range | null;
  let from = 0;
  for (const sentence of sentences) {
    const start = text.indexOf(sentence.text, from);
    if (start < 0) continue;
    from = start + sentence.text.length;
    if (sentence.quote !== '' && quote.includes(sentence.quote)) range = { start: range?.start ?? start, end: from };
  }
  return range;
}

function byLetters(text: string, quote: string): Range | null {
  const source = new SourceText(text);
  // Offsets are those of the collapsed text; they count here only while collapsing has changed nothing.
  const found = source.collapsed === text ? source.locate(quote) : null;
  return found && { start: found.start, end: found.end };
}
