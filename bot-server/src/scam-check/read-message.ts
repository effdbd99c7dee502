import { dropInvisible, foldMarks, normaliseTones } from '@phuong-so/shared/text/fold';
import type { TypedToken } from '@phuong-so/shared/text/typed-text';

/** A token of a message; offsets point into the message's text. */
export interface Word extends TypedToken {
  /** Counts sentences from 0. */
  readonly sentence: number;
}

export interface MessageText {
  /** What was pasted, without what cannot be seen. */
  readonly text: string;
  readonly words: readonly Word[];
}

/** A stretch of the text that is no words: an address. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Letters of other alphabets that look like these; one for one, so that places stay the same. */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аaеeоoрpсcуyхxіiѕsјjԁdӏlвbнhкkмmтtαaοoνvεeρpτtιiκkυußbøo'.matchAll(/(.)(.)/gu)].map(([, from, to]) => [
    from,
    to,
  ]),
);
const OF_OTHER_ALPHABETS = new RegExp(`[${Object.keys(LOOK_ALIKES).join('')}]`, 'giu');
/** Figures and signs that stand for letters: "0tp", "m4t kh@u". */
const FIGURES: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' };
const PIECE = /[\p{L}\p{M}\p{N}@$]+/gu;
/** "20tr", "500k", "17h", "1tr5", "32k", "2p": a figure with its unit, no respelt word. */
const AMOUNT = /^\d+(?:k|tr|h|g|m|d|đ|p|ty|tỷ|củ|vnd|vnđ)\d*$/iu;
/** Stands between the letters of a word that is split: "l.i.n.k", "o t p", "chuy.ển". */
const SPLITS = /^[ .·•*_|~-]$/u;
/** With fewer words marked than this, a message is read as typed without marks. */
const MARKED_SHARE = 0.35;

/** Cuts a message into words as they are meant: split, respelt and disguised ones made whole. Time grows with length only. */
export function readMessage(
  pasted: string,
  isWord: (folded: string) => boolean,
  cut: (text: string) => Span[],
): MessageText {
  const text = dropInvisible(pasted).normalize('NFKC');
  const plain = text.replace(OF_OTHER_ALPHABETS, (letter) => LOOK_ALIKES[letter.toLowerCase()] ?? letter);
  const spans = cut(text);
  const masked = withoutSpans(plain, spans);
  const pieces = joinSplit(masked, [...masked.matchAll(PIECE)].map(toPiece), isWord).flatMap(splitAmounts);
  const words = toWords(masked, pieces);
  const lettered = words.filter(({ folded }) => /\p{L}/u.test(folded));
  const lacksMarks = lettered.filter(({ marked, folded }) => marked !== folded).length < MARKED_SHARE * lettered.length;
  return { text, words: lacksMarks ? words.map((word) => ({ ...word, mayLackMarks: true })) : words };
}

interface Piece extends Span {
  readonly text: string;
}

function toPiece(match: RegExpExecArray): Piece {
  return { text: match[0], start: match.index, end: match.index + match[0].length };
}

/** Addresses become as many spaces, so that places stay the same; the sentence goes on over them. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of spans) {
    masked += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return masked + text.slice(from);
}

/** Single letters with one and the same sign between them are a word; so are two parts that together are a known one. */
function joinSplit(text: string, pieces: readonly Piece[], isWord: (folded: string) => boolean): Piece[] {
  const joined: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const first = pieces[at];
    if (first === undefined) break;
    const length = spelledOut(text, pieces, at);
    if (length >= 3) {
      const run = pieces.slice(at, at + length);
      joined.push({ text: run.map((one) => one.text).join(''), start: first.start, end: run.at(-1)?.end ?? first.end });
      at += length;
      continue;
    }
    const next = pieces[at + 1];
    const gap = next === undefined ? '' : text.slice(first.end, next.start);
    if (next !== undefined && gap !== ' ' && SPLITS.test(gap) && isSplitWord(first, next, isWord)) {
      joined.push({ text: first.text + next.text, start: first.start, end: next.end });
      at += 2;
      continue;
    }
    joined.push(first);
    at += 1;
  }
  return joined;
}

/** How many pieces from `at` on are single letters, the same sign between each. */
function spelledOut(text: string, pieces: readonly Piece[], at: number): number {
  let length = 0;
  let sign: string | null = null;
  for (let next = at; next < pieces.length; next += 1) {
    const piece = pieces[next];
    if (piece === undefined || piece.text.length !== 1 || /^[1-9]$/.test(piece.text)) break;
    const before = pieces[next - 1];
    if (length > 0 && before !== undefined) {
      const gap = text.slice(before.end, piece.start);
      if (!SPLITS.test(gap) || (sign !== null && gap !== sign)) break;
      sign = gap;
    }
    length += 1;
  }
  return length;
}

function isSplitWord(first: Piece, next: Piece, isWord: (folded: string) => boolean): boolean {
  const whole = foldMarks(first.text + next.text);
  return isWord(whole) && !(isWord(foldMarks(first.text)) && isWord(foldMarks(next.text)));
}

/** "500k" is two words, "0tp" is one that is respelt. */
function splitAmounts(piece: Piece): Piece[] {
  if (!/\p{N}/u.test(piece.text) || !/[\p{L}@$]/u.test(piece.text)) return [piece];
  if (!AMOUNT.test(piece.text)) return [piece];
  return [...piece.text.matchAll(/\p{N}+|[^\p{N}]+/gu)].map(({ 0: text, index }) => ({
    text,
    start: piece.start + index,
    end: piece.start + index + text.length,
  }));
}

function toWords(text: string, pieces: readonly Piece[]): Word[] {
  const known = new Map<string, Pick<Word, 'marked' | 'folded' | 'mayLackMarks'>>();
  let sentence = 0;
  let before = 0;
  return pieces.map(({ text: piece, start, end }) => {
    const between = text.slice(before, start);
    before = end;
    if (/[.!?…](?:\s|$)|[\n;]/u.test(between)) sentence += 1;
    const read = known.get(piece) ?? readPiece(piece);
    known.set(piece, read);
    return { ...read, start, end, sentence, afterBreak: /[.,;:!?…()[\]{}"“”\n]/u.test(between) };
  });
}

function readPiece(piece: string): Pick<Word, 'marked' | 'folded' | 'mayLackMarks'> {
  const respelt = /\p{L}/u.test(piece) ? piece.replace(/[013457@$]/g, (figure) => FIGURES[figure] ?? figure) : piece;
  return { marked: normaliseTones(respelt), folded: foldMarks(respelt), mayLackMarks: respelt !== piece };
}
