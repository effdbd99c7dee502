import type { PlanSection } from '@phuong-so/shared/domain/plan';
import { SourceText } from '@phuong-so/shared/text/source-text';

/** From where to where a section stands in the collapsed source. */
interface Found {
  readonly section: PlanSection;
  readonly start: number;
  /** Behind the heading. */
  readonly begun: number;
}

/** Ids of annexes and what is below them. */
const ANNEX = /^PL(\.|$)/;

/**
 * Each section's text as the document prints it: its own heading and paragraphs without the sections below it. Every line
 * is an exact piece of the collapsed source; lines are broken where a paragraph begins. A section whose place in the
 * source is not certain is given as its quotes, one a line; "" when it has none.
 */
export function printedSections(
  sections: readonly PlanSection[],
  collapsedSource: string,
): ReadonlyMap<string, string> {
  const found = locateSections(sections, new SourceText(collapsedSource));
  const printed = sections.map((section, index): readonly [string, string] => {
    const at = found.findIndex((one) => one.section === section);
    const place = found[at];
    if (place === undefined) return [section.id, quotesOf(section).join('\n')];
    const next = found[at + 1] ?? null;
    const own = readOwn(place, next?.start ?? collapsedSource.length, collapsedSource);
    const end =
      next && isNext(next, section, sections[index + 1]) ? wallOf(own.end, next, sections, collapsedSource) : own.end;
    return [section.id, [brokenAt(collapsedSource, place.start, end, own.breaks), ...own.elsewhere].join('\n')];
  });
  return new Map(printed);
}

/** Sections are looked for in order of print, each behind the one before. */
function locateSections(sections: readonly PlanSection[], source: SourceText): Found[] {
  const found: Found[] = [];
  let from = 0;
  for (const [index, section] of sections.entries()) {
    const span = headingSpan(section, source, from, nextQuoteAt(sections.slice(index), source, from));
    if (span === null) continue;
    found.push({ section, start: span.start, begun: span.end });
    from = Math.max(span.end, ANNEX.test(section.id) ? 0 : behindQuotes(section, source, span.start));
  }
  return found;
}

/** Offset of the first quote of these sections; -1 when it does not stand behind `from`. */
function nextQuoteAt(sections: readonly PlanSection[], { collapsed }: SourceText, from: number): number {
  const first = sections.flatMap(quotesOf)[0];
  return first === undefined ? -1 : collapsed.indexOf(first, from);
}

/** The body is quoted in order of print; rows of an annex may stand behind the headings of later groups. */
function behindQuotes(section: PlanSection, { collapsed }: SourceText, from: number): number {
  return quotesOf(section).reduce((behind, quote) => {
    const at = collapsed.indexOf(quote, behind);
    return at < 0 ? behind : at + quote.length;
  }, from);
}

/** `nextQuote`: where the next paragraph stands, of this section or of one below it. */
function headingSpan(section: PlanSection, source: SourceText, from: number, nextQuote: number) {
  const { label, title } = section;
  const words = title ?? quotesOf(section)[0] ?? '';
  if (words === '') return null;
  const labelled = ['. ', ') ', ' ', ': '].map((between) => `${label}${between}${words}`);
  for (const form of label === '' ? [] : labelled) {
    const span = source.locate(form, from);
    if (span) return headOf(span, section);
  }
  const span = source.locate(words, from);
  // Word numbers headings by itself, and its numbers are not in the text. A short heading is sure right before its text only.
  return span && (words.length >= SURE_LENGTH || span.end <= nextQuote) ? headOf(span, section) : null;
}

/** Words of this length stand at one place. */
const SURE_LENGTH = 30;

/** Without a title the text itself stands beside the label, and belongs to the section's own quotes. */
function headOf({ start, end }: { readonly start: number; readonly end: number }, { title }: PlanSection) {
  return { start, end: title === null ? start + 1 : end };
}

interface Own {
  /** Behind the last of its quotes. */
  readonly end: number;
  /** Where its paragraphs begin. */
  readonly breaks: readonly number[];
  /** Quotes that stand behind a later section's heading: rows of an annex between its groups. */
  readonly elsewhere: readonly string[];
}

function readOwn({ section, start, begun }: Found, wall: number, source: string): Own {
  const breaks: number[] = [];
  const elsewhere: string[] = [];
  let end = begun;
  for (const [order, { marker, sentences }] of section.paragraphs.entries()) {
    for (const [index, { quote }] of sentences.entries()) {
      const at = source.indexOf(quote, start);
      if (at < 0 || at + quote.length > wall) {
        elsewhere.push(quote);
        continue;
      }
      // A numbered paragraph without a heading stands beside its number.
      if (index === 0 && (order > 0 || section.title !== null)) breaks.push(withMarker(source, at, marker));
      end = Math.max(end, at + quote.length);
    }
  }
  return { end, breaks, elsewhere };
}

/** Between the body's last section and the first annex stand recipients and signature, which are no section's text. */
function isNext(next: Found, section: PlanSection, follows: PlanSection | undefined): boolean {
  return next.section === follows && ANNEX.test(next.section.id) === ANNEX.test(section.id);
}

/** The next section's beginning, or before it a row of an annex that belongs to a group further up. */
function wallOf(end: number, next: Found, sections: readonly PlanSection[], source: string): number {
  if (!ANNEX.test(next.section.id)) return next.start;
  const rows = sections.filter(({ id }) => ANNEX.test(id)).flatMap(quotesOf);
  const starts = rows.map((quote) => source.indexOf(quote, end)).filter((at) => at >= 0 && at < next.start);
  return starts.length === 0 ? next.start : Math.min(...starts);
}

/** Where the paragraph's bullet or label stands, when it stands right before the text. */
function withMarker(source: string, at: number, marker: string): number {
  if (marker === '') return at;
  const before = source.slice(0, at).trimEnd();
  return before.endsWith(marker) ? before.length - marker.length : at;
}

function brokenAt(source: string, start: number, end: number, places: readonly number[]): string {
  const cuts = [...new Set(places)]
    .filter((at) => at > start && at < end && source[at - 1] === ' ')
    .sort((a, b) => a - b);
  const edges = [start, ...cuts, end];
  return edges
    .slice(1)
    .map((edge, index) => source.slice(edges[index], edge).trim())
    .filter((line) => line !== '')
    .join('\n');
}

function quotesOf({ paragraphs }: PlanSection): string[] {
  return paragraphs.flatMap(({ sentences }) => sentences.map(({ quote }) => quote)).filter((quote) => quote !== '');
}
