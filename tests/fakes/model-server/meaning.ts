import { foldedSyllables } from '@phuong-so/shared/text/tokens';

/**
 * A vector of length 1 in which texts that share words are near each other: each word and pair of words adds to places
 * told by its letters. It stands for an embedding model in tests of everything but quality.
 */
export function meaningOf(text: string, dimension: number): number[] {
  const vector = new Array<number>(dimension).fill(0);
  const words = foldedSyllables(text);
  for (const word of [...words, ...words.slice(1).map((next, at) => `${words[at]} ${next}`)]) {
    const place = hashOf(word);
    vector[place % dimension] = (vector[place % dimension] ?? 0) + ((place >>> 8) % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (const letter of word) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
