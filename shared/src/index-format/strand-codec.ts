import { decodeManyNumbers, encodeNumbers } from './posting-codec.ts';

/** Texts as rows of word numbers, end to end. A strand is known by its position among them. */
export interface Strands {
  /** Each once, in the order of their code units. */
  readonly words: readonly string[];
  /** Word numbers from 1 on; a 0 ends each strand. */
  readonly tokens: Uint32Array;
  /** Where each strand begins in `tokens`; after the last one, where the next would. */
  readonly starts: readonly number[];
}

export interface EncodedStrands {
  /** Joined by one space. */
  readonly words: string;
  readonly tokens: string;
}

/** Writes texts, each given as its words, which hold no space. */
export function encodeStrands(strands: readonly (readonly string[])[]): EncodedStrands {
  const words = [...new Set(strands.flat())].sort((a, b) => (a < b ? -1 : 1));
  const numbers = new Map(words.map((word, at) => [word, at + 1]));
  const tokens = strands.flatMap((strand) => [...strand.map((word) => numbers.get(word) ?? 0), 0]);
  return { words: words.join(' '), tokens: encodeNumbers(tokens) };
}

export function decodeStrands(encoded: EncodedStrands): Strands {
  const tokens = decodeManyNumbers(encoded.tokens);
  const starts = [0];
  for (let at = 0; at < tokens.length; at += 1) if (tokens[at] === 0) starts.push(at + 1);
  return { words: encoded.words === '' ? [] : encoded.words.split(' '), tokens, starts };
}

/** The words of one strand. */
export function strandWords({ words, tokens, starts }: Strands, strand: number): string[] {
  const end = (starts[strand + 1] ?? 1) - 1;
  return Array.from(tokens.subarray(starts[strand] ?? 0, end), (token) => words[token - 1] ?? '');
}
