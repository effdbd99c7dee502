import { ClipTracker, shows } from './clip.ts';
import { IDENTITY, type Matrix, multiply, toMatrix } from './matrix.ts';
import { type Follower, isList, type OperatorCodes } from './replay.ts';

/** A letter as drawn: points from the page's top left corner, `y` is the base line, `x1` where the next letter begins. */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  /** Font size in points. */
  readonly size: number;
  readonly bold: boolean;
}

export interface Font {
  readonly bold: boolean;
  /** Width of one glyph unit in text space. */
  readonly unit: number;
}

interface TextState {
  readonly font: Font;
  readonly size: number;
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  /** Horizontal scale, 1 = as designed. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
}

const PLAIN: Font = { bold: false, unit: 0.001 };
const START: TextState = { font: PLAIN, size: 1, letterSpacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0 };
/** A page of small print has 10,000 letters. */
const MAX_GLYPHS = 100_000;

/**
 * Collects the letters that a page draws, each with its place. The library's own text items join letters before their
 * order on the line is known; a program that takes "ố" from a second font draws it after the rest of the line.
 */
export class GlyphCollector implements Follower {
  readonly glyphs: Glyph[] = [];
  readonly #codes: OperatorCodes;
  readonly #fontOf: (id: string) => Font;
  readonly #states: TextState[] = [];
  readonly #clip: ClipTracker;
  #state = START;
  #matrix: Matrix = IDENTITY;
  #line = { x: 0, y: 0 };
  #x = 0;

  constructor(codes: OperatorCodes, fontOf: (id: string) => Font) {
    this.#codes = codes;
    this.#clip = new ClipTracker(codes);
    this.#fontOf = fontOf;
  }

  saved(): void {
    this.#states.push(this.#state);
    this.#clip.saved();
  }

  restored(): void {
    this.#state = this.#states.pop() ?? this.#state;
    this.#clip.restored();
  }

  drawn(code: number, args: ArrayLike<unknown>, matrix: Matrix): void {
    const codes = this.#codes;
    this.#clip.drawn(code, args, matrix);
    const value = number(args[0]);
    if (code === codes.showText) this.#show(args[0], matrix);
    else if (code === codes.beginText) this.#place(IDENTITY);
    else if (code === codes.setTextMatrix) this.#place(toMatrix(isList(args[0]) ? args[0] : args));
    else if (code === codes.moveText) this.#move(value, number(args[1]));
    else if (code === codes.setLeadingMoveText) {
      this.#state = { ...this.#state, leading: number(args[1]) };
      this.#move(value, number(args[1]));
    } else if (code === codes.nextLine) this.#move(0, this.#state.leading);
    else if (code === codes.setFont)
      this.#state = { ...this.#state, font: this.#fontOf(String(args[0])), size: number(args[1]) };
    else if (code === codes.setCharSpacing) this.#state = { ...this.#state, letterSpacing: value };
    else if (code === codes.setWordSpacing) this.#state = { ...this.#state, wordSpacing: value };
    else if (code === codes.setHScale) this.#state = { ...this.#state, stretch: value / 100 };
    else if (code === codes.setLeading) this.#state = { ...this.#state, leading: -value };
    else if (code === codes.setTextRise) this.#state = { ...this.#state, rise: value };
  }

  #place(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#line = { x: 0, y: 0 };
    this.#x = 0;
  }

  #move(x: number, y: number): void {
    this.#line = { x: this.#line.x + x, y: this.#line.y + y };
    this.#x = this.#line.x;
  }

  #show(text: unknown, matrix: Matrix): void {
    if (!isList(text)) return;
    const { size, letterSpacing, wordSpacing, stretch, font } = this.#state;
    for (let index = 0; index < text.length; index += 1) {
      const part = text[index];
      if (typeof part === 'number') this.#x -= (part * size * stretch) / 1000;
      else if (isGlyph(part)) {
        const spacing = letterSpacing + (part.isSpace === true ? wordSpacing : 0);
        const advance = (number(part.width) * font.unit * size + spacing) * stretch;
        this.#add(part.unicode, advance, matrix);
        this.#x += advance;
      }
    }
  }

  #add(text: string, advance: number, matrix: Matrix): void {
    if (text === '' || this.glyphs.length >= MAX_GLYPHS) return;
    const here: Matrix = [1, 0, 0, 1, this.#x, this.#line.y + this.#state.rise];
    const [a, b, c, d, x, y] = multiply(multiply(matrix, this.#matrix), here);
    const size = Math.abs(this.#state.size) * Math.hypot(c, d);
    // Text turned by 90 degrees takes one em of width, however long it is.
    const width = Math.abs(a) >= Math.abs(b) ? advance * a : size;
    if (!Number.isFinite(x + y + width + size)) return;
    // Programs draw letters of the next page whose tips reach into this one, and hide all but the tips.
    if (!shows(this.#clip.current, x + width / 2, y - size * 0.3)) return;
    if (this.#joinsLast(text, x, y)) return;
    this.glyphs.push({
      text,
      x0: Math.min(x, x + width),
      x1: Math.max(x, x + width),
      y,
      size: size || 1,
      bold: this.#state.font.bold,
    });
  }

  /** A mark drawn on the letter before it, wherever its own place is, belongs to that letter. */
  #joinsLast(text: string, x: number, y: number): boolean {
    const last = this.glyphs.at(-1);
    if (last === undefined || !/^\p{M}+$/u.test(text) || Math.abs(last.y - y) > last.size) return false;
    if (x < last.x0 - 0.5 * last.size || x > last.x1 + 0.5 * last.size) return false;
    this.glyphs[this.glyphs.length - 1] = { ...last, text: last.text + text };
    return true;
  }
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function isGlyph(value: unknown): value is { unicode: string; width: unknown; isSpace?: unknown } {
  return typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string';
}
