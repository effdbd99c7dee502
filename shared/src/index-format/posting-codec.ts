/**
 * All occurrences of one folded syllable within one ward. Passages are numbered from 0 within the ward.
 * `positions` and `variants` run in parallel; passage `n` owns the slice `starts[n] .. starts[n + 1]`.
 */
export interface Posting {
  readonly passages: readonly number[];
  readonly starts: readonly number[];
  readonly positions: readonly number[];
  /** Index into the syllable's marked spellings. */
  readonly variants: readonly number[];
}

/** Occurrences in ascending passage and position order → bytes (LEB128 varints, deltas). */
export function encodePosting(
  entries: readonly { readonly passage: number; readonly position: number; readonly variant: number }[],
  variantCount: number,
): Uint8Array {
  const bytes: number[] = [];
  let previousPassage = 0;
  let at = 0;
  while (at < entries.length) {
    const passage = entries[at]?.passage ?? 0;
    let end = at;
    while (entries[end]?.passage === passage) end += 1;
    writeVarint(bytes, passage - previousPassage);
    writeVarint(bytes, end - at);
    let previousPosition = 0;
    for (; at < end; at += 1) {
      const entry = entries[at];
      if (entry === undefined) break;
      writeVarint(bytes, (entry.position - previousPosition) * variantCount + entry.variant);
      previousPosition = entry.position;
    }
    previousPassage = passage;
  }
  return Uint8Array.from(bytes);
}

export function decodePosting(bytes: Uint8Array, variantCount: number): Posting {
  const passages: number[] = [];
  const starts: number[] = [0];
  const positions: number[] = [];
  const variants: number[] = [];
  let at = 0;
  let passage = 0;
  const read = (): number => {
    let value = 0;
    let shift = 1;
    for (;;) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
      shift *= 128;
    }
  };
  while (at < bytes.length) {
    passage += read();
    const count = read();
    let position = 0;
    for (let n = 0; n < count; n += 1) {
      const packed = read();
      position += Math.floor(packed / variantCount);
      positions.push(position);
      variants.push(packed % variantCount);
    }
    passages.push(passage);
    starts.push(positions.length);
  }
  return { passages, starts, positions, variants };
}

/** Whole numbers from 0, as bytes. */
export function encodeNumbers(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (const value of numbers) writeVarint(bytes, value);
  return Uint8Array.from(bytes);
}

export function decodeNumbers(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 1;
  for (const byte of bytes) {
    value += (byte & 127) * shift;
    shift *= 128;
    if (byte >= 128) continue;
    numbers.push(value);
    value = 0;
    shift = 1;
  }
  return numbers;
}

function writeVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}
