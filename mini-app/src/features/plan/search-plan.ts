import { foldMarks } from '@phuong-so/shared/text/fold';
import { readTyped, type TypedText } from '@phuong-so/shared/text/typed-text';
import type { Section } from './plan-outline.ts';

const SHOWN = 20;
/** UTF-16 units around the first hit. */
const BEFORE = 70;
const LENGTH = 220;

/** Everything of a plan that can be found, cut into words once. */
export type SearchablePlan = readonly { readonly section: Section; readonly words: TypedText }[];

export interface SnippetPart {
  readonly start: number;
  readonly text: string;
  readonly isHit: boolean;
}

export interface Hit {
  readonly section: Section;
  readonly snippet: readonly SnippetPart[];
}

export interface Found {
  readonly hits: readonly Hit[];
  /** With those that are not shown. */
  readonly total: number;
}

export function readSearchable(sections: readonly Section[]): SearchablePlan {
  return sections.flatMap((section) =>
    [section.plain_title, section.title, ...section.paragraphs.map(({ text }) => text)].flatMap((text) =>
      text === null ? [] : [{ section, words: readTyped(text) }],
    ),
  );
}

/**
 * Texts that hold every sought word, those with the words in a row first. Tone marks do not matter unless they were
 * typed; the last word may be unfinished.
 */
export function searchPlan(plan: SearchablePlan, sought: string): Found {
  const wanted = readTyped(sought).tokens;
  if (wanted.length === 0 || foldMarks(sought).length < 2) return { hits: [], total: 0 };
  const rows: Hit[] = [];
  const scattered: Hit[] = [];
  for (const { section, words } of plan) {
    const fits = wanted.map((word, index) => fitting(words, word, index === wanted.length - 1));
    if (fits.some((places) => places.length === 0)) continue;
    const begin = fits[0]?.find((place) => fits.every((places, index) => places.includes(place + index)));
    const hit = begin === undefined ? fits.flat() : fits.map((_, index) => begin + index);
    (begin === undefined ? scattered : rows).push({ section, snippet: snippetOf(words, hit) });
  }
  const all = [...rows, ...scattered];
  return { hits: all.slice(0, SHOWN), total: all.length };
}

type Word = TypedText['tokens'][number];

/** Which words of a text the sought one may mean. */
function fitting({ tokens }: TypedText, sought: Word, mayBeUnfinished: boolean): number[] {
  const form = sought.mayLackMarks ? 'folded' : 'marked';
  return tokens.flatMap((word, index) => {
    const fits = mayBeUnfinished ? word[form].startsWith(sought[form]) : word[form] === sought[form];
    return fits ? [index] : [];
  });
}

/** The neighbourhood of the first hit, cut between words. */
function snippetOf({ text, tokens }: TypedText, hits: readonly number[]): readonly SnippetPart[] {
  const marked = new Set(hits);
  const first = tokens[Math.min(...hits)];
  const from = tokens.find(({ start }) => start >= (first?.start ?? 0) - BEFORE)?.start ?? 0;
  const begin = from <= BEFORE / 2 ? 0 : from;
  const inside = tokens.filter(({ start, end }) => start >= begin && end <= begin + LENGTH);
  const last = inside[inside.length - 1];
  const end = last === tokens[tokens.length - 1] ? text.length : (last?.end ?? text.length);
  const parts: SnippetPart[] = begin > 0 ? [{ start: -1, text: '…', isHit: false }] : [];
  let at = begin;
  tokens.forEach((token, index) => {
    if (!marked.has(index) || token.start < at || token.end > end) return;
    if (token.start > at) parts.push({ start: at, text: text.slice(at, token.start), isHit: false });
    parts.push({ start: token.start, text: text.slice(token.start, token.end), isHit: true });
    at = token.end;
  });
  if (at < end) parts.push({ start: at, text: text.slice(at, end), isHit: false });
  return end < text.length ? [...parts, { start: end, text: '…', isHit: false }] : parts;
}
