import { splitSentences } from '@phuong-so/shared/text/sentences';

/** Room for one message, below the platform's 2,000 characters. Source: platform notes, 3.2. In UTF-16 units. */
export const MESSAGE_ROOM = 1_900;
/** Room for "(12/34) ". */
const MARK_ROOM = 10;
/** From this many parts on, each says which it is. */
const MARKED_FROM = 3;

/**
 * Cuts a text into messages: at the end of a line, else of a sentence, else at a word; never inside a surrogate pair,
 * and inside a quote or a number only when there is no other way. "" gives none.
 */
export function splitText(text: string, room = MESSAGE_ROOM): string[] {
  const whole = text.normalize('NFC').toWellFormed().trim();
  const parts = cut(whole, room);
  if (parts.length < MARKED_FROM) return parts;
  const marked = cut(whole, room - MARK_ROOM);
  return marked.map((part, at) => `(${at + 1}/${marked.length}) ${part}`);
}

function cut(text: string, room: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const at = placeToCut(rest, room);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...parts, rest].filter((part) => part !== '');
}

/** A part shorter than a third of the room would look torn off. */
function placeToCut(text: string, room: number): number {
  const least = Math.floor(room / 3);
  const head = text.slice(0, room + 1);
  const fits = (at: number) => at >= least && at <= room;
  const ways = [
    ends(head, /\n\s*\n/gu),
    ends(head, /\n/gu),
    sentenceEnds(head),
    ends(head, /[,:]\s/gu),
    ends(head, /\s/gu),
  ];
  const outside = ways.map((way) => way.filter((at) => fits(at) && !isInsideQuote(text, at)).at(-1));
  const anywhere = ways.map((way) => way.filter(fits).at(-1));
  return [...outside, ...anywhere].find((at) => at !== undefined) ?? hardCut(text, room);
}

function ends(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
}

function sentenceEnds(text: string): number[] {
  const found: number[] = [];
  let from = 0;
  for (const sentence of splitSentences(text).slice(0, -1)) {
    from = text.indexOf(sentence, from) + sentence.length;
    found.push(from);
  }
  return found;
}

function isInsideQuote(text: string, at: number): boolean {
  const head = text.slice(0, at);
  return head.lastIndexOf('“') > head.lastIndexOf('”') && text.indexOf('”', at) >= 0;
}

/** No space in sight. A letter keeps its marks and a pair its second half. */
function hardCut(text: string, room: number): number {
  let at = room;
  while (at > room / 2 && continuesLetter(text, at)) at -= 1;
  return isLowSurrogate(text, at) ? at - 1 : at;
}

function continuesLetter(text: string, at: number): boolean {
  return isLowSurrogate(text, at) || /^[\p{M}\u200D]/u.test(text.slice(at, at + 1)) || text[at - 1] === '\u200D';
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
