import type { Place, Quote } from '@phuong-so/shared/domain/plan';
import { SourceText } from '@phuong-so/shared/text/source-text';

export const NOWHERE: Place = { annex: null, row: null, column: null, section: null };

/** Shorter pieces of a broken text show nothing on their own. */
const MIN_PIECE = 8;

/** Finds repaired texts again in the source. Texts are asked for in reading order, so that a repeated one is found at its own place. */
export class Quoter {
  readonly source: SourceText;
  #cursor = 0;

  constructor(text: string) {
    this.source = new SourceText(text);
  }

  /** Later searches start where this text last stands; nothing moves when the source does not have it. */
  rewindTo(display: string): void {
    let span = display === '' ? null : this.source.locate(display);
    for (let next = span; next; next = this.source.locate(display, next.end)) span = next;
    if (span) this.#cursor = span.start;
  }

  /** The text's exact source, in one piece when it is unbroken there; null when the source does not have it so. */
  whole(display: string): string | null {
    const span = this.source.locate(display, this.#cursor) ?? this.source.locate(display);
    return span?.quote ?? null;
  }

  /** As {@link whole}, and later searches start behind it. */
  advance(display: string): string | null {
    const span = this.source.locate(display, this.#cursor);
    if (span) this.#cursor = span.end;
    return span?.quote ?? this.whole(display);
  }

  /** The source's pieces of a text that a page break or a removed line cuts, longest first; the whole text when it is unbroken. */
  pieces(display: string): string[] {
    const whole = this.whole(display);
    if (whole !== null) return [whole];
    const found: string[] = [];
    let words = display.split(' ');
    while (words.length > 0) {
      const fits = this.#longestStart(words);
      if (fits === 0) {
        words = words.slice(1);
        continue;
      }
      const quote = this.whole(words.slice(0, fits).join(' '));
      if (quote && quote.length >= MIN_PIECE) found.push(quote);
      words = words.slice(fits);
    }
    return found.sort((a, b) => b.length - a.length);
  }

  #longestStart(words: readonly string[]): number {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.whole(words.slice(0, middle).join(' ')) !== null) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

export function quoteAt(text: string, place: Partial<Place>): Quote {
  return { text, place: { ...NOWHERE, ...place } };
}
