import type { Answer } from '@phuong-so/shared/domain/answer';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { syllables } from '@phuong-so/shared/text/tokens';
import type { CheckedSentence, Evidence } from './evidence.ts';
import { figuresIn, isSupported } from './figures.ts';

/** What an answer from the rules says that other words for it must say as well. */
export interface Essentials {
  /** Quotes of the pieces of evidence that must be spoken from. */
  readonly quotes: readonly string[];
  readonly figures: readonly string[];
  readonly unitIds: readonly string[];
}

/**
 * Figures and units of the rules' answer, and its sources. `sources`: what its citations were read from. null = the answer
 * says something that no source does, and that would be lost in other words: that a day has passed, that a year has no
 * target, how many rows there are.
 */
export function essentialsOf(
  { text, citations }: Answer,
  sources: readonly Evidence[],
  units: UnitDirectory,
): Essentials | null {
  const shown = sources.flatMap((one) => [one.text, one.citation.quote, one.citation.document]).join('\n');
  const bare = withoutPlaces(text);
  const known = new Set(figuresIn(shown));
  const figures = [...new Set(figuresIn(bare))];
  if (figures.some((figure) => !isSupported(figure, known)) || denials(bare) > denials(shown)) return null;
  const named = idsIn(shown, units);
  return {
    quotes: citations.map(({ quote }) => quote),
    figures,
    unitIds: idsIn(bare, units).filter((id) => named.includes(id)),
  };
}

/** Whether the sentences together leave nothing essential out. */
export function coversEssentials(
  said: readonly CheckedSentence[],
  { quotes, figures, unitIds }: Essentials,
  units: UnitDirectory,
): boolean {
  const text = said.map((one) => one.text).join('\n');
  const told = new Set(figuresIn(text));
  const used = said.map(({ evidence }) => evidence.citation.quote);
  const speaksFrom = (quote: string) => used.some((one) => one.includes(quote) || quote.includes(one));
  const ids = idsIn(text, units);
  return (
    quotes.every(speaksFrom) &&
    figures.every((figure) => isSupported(figure, told)) &&
    unitIds.every((id) => ids.includes(id))
  );
}

/** "(Phụ lục III, mục V.6)", "(mục IV.2, Công an phường)": where it stands is told by the citation. */
function withoutPlaces(text: string): string {
  return text.replace(/\((?:Phụ lục|mục|phần mở đầu)[^()]*\)/gu, ' ');
}

const DENIALS = new Set(['không', 'chưa']);

function denials(text: string): number {
  return syllables(text).filter((word) => DENIALS.has(word)).length;
}

function idsIn(text: string, units: UnitDirectory): string[] {
  return [...new Set(units.find(text).map(({ unit }) => unit.id))];
}
