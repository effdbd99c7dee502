import type { Citation } from '@phuong-so/shared/domain/answer';
import type { Place } from '@phuong-so/shared/domain/plan';
import { collapseSpaces } from '@phuong-so/shared/text/fold';
import type { WardDocument } from '../ports/ward-facts.ts';

/** A quote shorter than this proves little (contract, "An answer"); in characters. */
export const SHORTEST_QUOTE = 15;
const LONGEST_QUOTE = 600;

/** How the document is named in a citation: its number or, when the text has none, its title. */
export function documentName(document: WardDocument): string {
  const { number, title } = document.plan.document;
  return number ?? title ?? 'Kế hoạch';
}

/** "Phụ lục III, mục V.6", "mục IV.2", "phần mở đầu". */
export function placeName(place: Place): string {
  const row = place.row ? `mục ${place.row}` : '';
  if (place.annex !== null) return [`Phụ lục${place.annex ? ` ${place.annex}` : ''}`, row].filter(Boolean).join(', ');
  return place.section ? sectionName(place.section) : 'phần mở đầu';
}

const SHORT_HEADING = 60;

/** A section with its heading where that is short enough to help: "mục IV.5, Công an phường". */
export function sectionWithHeading(document: WardDocument, sectionId: string): string {
  const title = document.outline.find(({ id }) => id === sectionId)?.title?.replace(/[.:;\s]+$/u, '') ?? '';
  const name = sectionName(sectionId);
  return title !== '' && title.length <= SHORT_HEADING ? `${name}, ${title}` : name;
}

/** "II.5" → "mục II.5"; an annex's id → "Phụ lục I". */
export function sectionName(sectionId: string): string {
  const annex = /^PL(?:\.(.*))?$/.exec(sectionId);
  if (annex) return `Phụ lục${annex[1] ? ` ${annex[1]}` : ''}`;
  return /^[IVX\d]/.test(sectionId) ? `mục ${sectionId}` : 'phần mở đầu';
}

/**
 * A citation whose quote is checked against the document's source: a quote that is not there, or too short to prove
 * anything, gives null. Long quotes are cut at a word, which keeps them exact.
 */
export function cite(
  document: WardDocument,
  ward: string,
  quote: string,
  section: string,
  sectionId: string | null,
): Citation | null {
  const exact = lengthened(cutAtWord(collapseSpaces(quote), LONGEST_QUOTE), document.collapsedSource);
  if (exact.length < SHORTEST_QUOTE || !document.collapsedSource.includes(exact)) return null;
  return {
    source: 'plan',
    ward,
    document: documentName(document),
    section: section.replace(/^mục /, ''),
    quote: exact,
    documentId: document.documentId,
    sectionId: sectionId ?? openingOf(document),
  };
}

/** The first quotes of a fact that hold, at most `most`. */
export function citeFirst(
  document: WardDocument,
  ward: string,
  quotes: readonly string[],
  section: string,
  sectionId: string | null,
  most = 1,
): Citation[] {
  const held: Citation[] = [];
  for (const quote of quotes) {
    const citation = cite(document, ward, quote, section, sectionId);
    if (citation && !held.some((other) => other.quote.includes(citation.quote))) held.push(citation);
    if (held.length === most) break;
  }
  return held;
}

/** What stands in no section (title, signature, number) is opened at the beginning of the plan. */
function openingOf(document: WardDocument): string | null {
  return document.outline.find(({ level }) => level === 0)?.id ?? null;
}

/** A quote too short to prove anything is given with the words around it, as the source has them. */
export function lengthened(quote: string, source: string): string {
  const at = quote.length < SHORTEST_QUOTE ? source.indexOf(quote) : -1;
  if (at < 0 || quote === '') return quote;
  let start = at;
  while (at + quote.length - start < SHORTEST_QUOTE && start > 0) start = source.lastIndexOf(' ', start - 2) + 1;
  return source.slice(start, at + quote.length);
}

/** Cut before a word, so that what is left is still an exact piece; `most` in characters. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORTEST_QUOTE));
}
