import { decodeNumbers, encodeNumbers } from './posting-codec.ts';

/** Texts as rows of word numbers, end to end. A strand is known by its position among them. */
export interface Strands {
  readonly words: readonly string[];
  /** Word numbers from 1 on; a 0 ends each strand. */
  readonly tokens: readonly number[];
  /** Where each strand begins in `tokens`; after the last one, where the next would. */
  readonly starts: readonly number[];
}

export interface EncodedStrands {
  /** Joined by one space, the most frequent first: their numbers are the shortest. */
  readonly words: string;
  readonly tokens: string;
}

/** Writes texts, each given as its words, which hold no space. */
export function encodeStrands(strands: readonly (readonly string[])[]): EncodedStrands {
  const counts = new Map<string, number>();
  for (const word of strands.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].sort(([a, often], [b, seldom]) => seldom - often || (a < b ? -1 : 1)).map(([word]) => word);
  const numbers = new Map(words.map((word, at) => [word, at + 1]));
  const tokens = strands.flatMap((strand) => [...strand.map((word) => numbers.get(word) ?? 0), 0]);
  return { words: words.join(' '), tokens: encodeNumbers(tokens) };
}

export function decodeStrands(encoded: EncodedStrands): Strands {
  const tokens = decodeNumbers(encoded.tokens);
  const starts = [0];
  for (let at = 0; at < tokens.length; at += 1) if (tokens[at] === 0) starts.push(at + 1);
  return { words: encoded.words === '' ? [] : encoded.words.split(' '), tokens, starts };
}

/** The words of one strand. */
export function strandWords({ words, tokens, starts }: Strands, strand: number): string[] {
  const end = (starts[strand + 1] ?? 1) - 1;
  return tokens.slice(starts[strand] ?? 0, end).map((token) => words[token - 1] ?? '');
}
