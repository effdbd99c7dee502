const PARAGRAPH_TAG = /<\/?p>/gi;

/** The form in which quotes and sources are compared (contract, "An answer"): `*` and `<p>` dropped, white space runs one space. */
export function collapseSource(raw: string): string {
  return raw.replace(/\*/g, '').replace(PARAGRAPH_TAG, '').replace(/\s+/g, ' ').trim();
}

/** A place in the collapsed source. `start` and `end` are offsets in {@link SourceText.collapsed}. */
export interface SourceSpan {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

interface Squeezed {
  readonly text: string;
  /** For each code unit of `text`: where its cluster starts and ends in the collapsed text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** LaTeX that recognition left in plans, read as the sign it draws; `$` draws nothing. */
const PIECES = /\\geq?|\\leq?|\\%|\$|\s+|[^\p{M}\s]\p{M}*|\p{M}+/gu;
const SIGNS: Readonly<Record<string, string>> = {
  '\\geq': '≥',
  '\\ge': '≥',
  '\\leq': '≤',
  '\\le': '≤',
  '\\%': '%',
  $: '',
};

function squeeze(collapsed: string): Squeezed {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of collapsed.matchAll(PIECES)) {
    const piece = match[0];
    if (/^\s/.test(piece)) continue;
    const seen = SIGNS[piece] ?? piece.normalize('NFC');
    parts.push(seen);
    for (let unit = 0; unit < seen.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + piece.length);
    }
  }
  return { text: parts.join(''), starts, ends };
}

/**
 * A source document's text, asked for exact quotes. A repaired text (joined lines, NFC, "≥" for LaTeX) is found again
 * in the source by comparing without white space; what comes back is the source's own characters.
 */
export class SourceText {
  readonly collapsed: string;
  readonly #squeezed: Squeezed;
  readonly #walls: ReadonlySet<number>;

  constructor(raw: string) {
    this.collapsed = collapseSource(raw);
    this.#squeezed = squeeze(this.collapsed);
    this.#walls = paragraphWalls(raw);
  }

  /** The source's own characters for a repaired `display`, at or after offset `from`; null when it is not in one piece. */
  locate(display: string, from = 0): SourceSpan | null {
    const wanted = squeeze(collapseSource(display)).text;
    if (wanted === '') return null;
    let at = this.#squeezed.text.indexOf(wanted, this.#firstUnitAt(from));
    while (at >= 0) {
      const start = this.#squeezed.starts[at] ?? 0;
      const end = this.#squeezed.ends[at + wanted.length - 1] ?? 0;
      if (!this.#crossesWall(start, end)) return { quote: this.collapsed.slice(start, end), start, end };
      at = this.#squeezed.text.indexOf(wanted, at + 1);
    }
    return null;
  }

  /** Whether `quote` is an exact substring of the source in collapsed form. */
  contains(quote: string): boolean {
    const wanted = collapseSource(quote);
    return wanted !== '' && this.collapsed.includes(wanted);
  }

  #firstUnitAt(offset: number): number {
    if (offset <= 0) return 0;
    const { starts } = this.#squeezed;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #crossesWall(start: number, end: number): boolean {
    for (const wall of this.#walls) if (wall > start && wall < end) return true;
    return false;
  }
}

/** Offsets in the collapsed text where a `<p>` or `</p>` stood: a quote never reaches over one, however tags are dropped. */
function paragraphWalls(raw: string): Set<number> {
  const walls = new Set<number>();
  for (const tag of raw.matchAll(PARAGRAPH_TAG)) {
    const before = collapseSource(`${raw.slice(0, tag.index)}\u0001`);
    walls.add(before.length - 1);
  }
  return walls;
}
