/**
 * All occurrences of one folded syllable within one ward. Passages are numbered from 0 within the ward.
 * `positions` and `variants` run in parallel; passage `n` of the list owns the slice `starts[n] .. starts[n + 1]`.
 */
export interface Posting {
  readonly passages: readonly number[];
  readonly starts: readonly number[];
  readonly positions: readonly number[];
  /** Index into the syllable's marked spellings. */
  readonly variants: readonly number[];
}

/*
 * Whole numbers become text, five bits a letter from "0" on, bit 6 saying that more follows. Text and not bytes: the
 * database driver gives every blob a buffer outside the JavaScript heap, and some 13 a question make the collector
 * stop the process for 5 to 30 ms once in fifty questions.
 */
const FIRST = 48;
const MORE = 32;

/** Occurrences in ascending passage and position order. */
export function encodePosting(
  entries: readonly { readonly passage: number; readonly position: number; readonly variant: number }[],
  variantCount: number,
): string {
  const numbers: number[] = [];
  let previousPassage = 0;
  let at = 0;
  while (at < entries.length) {
    const passage = entries[at]?.passage ?? 0;
    let end = at;
    while (entries[end]?.passage === passage) end += 1;
    numbers.push(passage - previousPassage, end - at);
    let previousPosition = 0;
    for (; at < end; at += 1) {
      const entry = entries[at];
      if (entry === undefined) break;
      numbers.push((entry.position - previousPosition) * variantCount + entry.variant);
      previousPosition = entry.position;
    }
    previousPassage = passage;
  }
  return encodeNumbers(numbers);
}

export function decodePosting(data: string, variantCount: number): Posting {
  const passages: number[] = [];
  const starts: number[] = [];
  const positions: number[] = [];
  const variants: number[] = [];
  let at = 0;
  let passage = 0;
  while (at < data.length) {
    passage += read();
    passages.push(passage);
    starts.push(positions.length);
    let position = 0;
    for (let left = read(); left > 0; left -= 1) {
      const packed = read();
      const variant = packed % variantCount;
      position += (packed - variant) / variantCount;
      positions.push(position);
      variants.push(variant);
    }
  }
  starts.push(positions.length);
  return { passages, starts, positions, variants };

  function read(): number {
    let letter = data.charCodeAt(at) - FIRST;
    at += 1;
    if (letter < MORE) return letter;
    let value = letter - MORE;
    for (let scale = MORE; letter >= MORE; scale *= MORE) {
      letter = data.charCodeAt(at) - FIRST;
      at += 1;
      value += (letter % MORE) * scale;
    }
    return value;
  }
}

/** Whole numbers from 0, as text. */
export function encodeNumbers(numbers: readonly number[]): string {
  let text = '';
  for (const value of numbers) {
    let rest = value;
    while (rest >= MORE) {
      text += String.fromCharCode(FIRST + MORE + (rest % MORE));
      rest = Math.floor(rest / MORE);
    }
    text += String.fromCharCode(FIRST + rest);
  }
  return text;
}

export function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at) - FIRST;
    value += (letter % MORE) * scale;
    scale *= MORE;
    if (letter >= MORE) continue;
    numbers.push(value);
    value = 0;
    scale = 1;
  }
  return numbers;
}

/** The same for many numbers that are kept: 4 bytes each and no more. */
export function decodeManyNumbers(text: string): Uint32Array {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) - FIRST < MORE) count += 1;
  const numbers = new Uint32Array(count);
  let value = 0;
  let scale = 1;
  let next = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at) - FIRST;
    value += (letter % MORE) * scale;
    scale *= MORE;
    if (letter >= MORE) continue;
    numbers[next] = value;
    next += 1;
    value = 0;
    scale = 1;
  }
  return numbers;
}
