import type { Renderer, TextBlock } from '../ports/renderer.ts';

/** The room for a text of any length, in points. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FittedBody {
  readonly blocks: readonly TextBlock[];
  /** Nothing of the text was left out. */
  readonly isWhole: boolean;
}

interface Way {
  readonly size: number;
  readonly columns: number;
}

const way = (columns: number) => (size: number) => ({ size, columns });
/** The largest letters first; columns where many short lines would be one long one. */
const WAYS: readonly Way[] = [
  ...[22, 20, 18, 16.5, 15].map(way(1)),
  ...[14, 13, 12].flatMap((size) => [1, 2, 3].map((columns) => ({ size, columns }))),
];
const LAST_WAYS: readonly Way[] = [1, 2, 3].map((columns) => ({ size: 12, columns }));
const GUTTER = 22;
const LEADING = 1.36;
const INK = '#13242f';
const CUT = ' …';
/** Longer ones, such as addresses, are taken apart. */
const WORDS = /\s*\S{1,30}/gu;
const LAST_WORD = /\s*\S{1,30}$/u;

/** A text in the largest letters that fit; one that does not fit even in small ones is cut at a word, and said to be. */
export function fitBody(text: string, room: Room, heightOf: Renderer['heightOf']): FittedBody {
  for (const one of WAYS) {
    const { blocks, rest } = fill(text, room, one, heightOf);
    if (rest === '') return { blocks, isWhole: true };
  }
  const tries = LAST_WAYS.map((one) => fill(text, room, one, heightOf));
  const [most] = tries.sort((one, other) => one.rest.length - other.rest.length);
  return { blocks: cutOff(most?.blocks ?? [], room, heightOf), isWhole: false };
}

/** As many columns as are wanted, each filled before the next. */
function fill(text: string, room: Room, { size, columns }: Way, heightOf: Renderer['heightOf']) {
  const width = (room.width - (columns - 1) * GUTTER) / columns;
  const blocks: TextBlock[] = [];
  let rest = text;
  for (let column = 0; column < columns && rest !== ''; column += 1) {
    const place = { ...room, width, x: room.x + column * (width + GUTTER) };
    const [first, behind] = splitToFit(rest, place, size, heightOf);
    if (first !== '') blocks.push(block(first, place, size));
    rest = behind;
  }
  return { blocks, rest };
}

/** As many words as fit, and the rest. A column begins with no empty line. */
function splitToFit(text: string, room: Room, size: number, heightOf: Renderer['heightOf']): [string, string] {
  const fits = (part: string) => heightOf(block(part, room, size)) <= room.height;
  if (fits(text)) return [text, ''];
  const words = text.match(WORDS) ?? [];
  const upTo = (count: number) => words.slice(0, count).join('').trimEnd();
  let [low, high] = [0, words.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(upTo(middle))) low = middle;
    else high = middle - 1;
  }
  return [upTo(low), words.slice(low).join('').trim()];
}

/** The mark of a cut behind the last word that leaves room for it. */
function cutOff(blocks: readonly TextBlock[], room: Room, heightOf: Renderer['heightOf']): TextBlock[] {
  const last = blocks.at(-1);
  if (last === undefined) return [];
  let { text } = last;
  while (text !== '' && heightOf({ ...last, text: text + CUT }) > room.height) text = text.replace(LAST_WORD, '');
  return [...blocks.slice(0, -1), { ...last, text: text + CUT }];
}

function block(text: string, { x, y, width }: Room, size: number): TextBlock {
  return { kind: 'text', text, x, y, width, size, align: 'left', weight: 'regular', colour: INK, leading: LEADING };
}
