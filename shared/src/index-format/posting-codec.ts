/**
 * All occurrences of one folded syllable within one ward. Passages are numbered from 0 within the ward.
 * `positions` and `variants` run in parallel; passage `n` of the list owns the slice `starts[n] .. starts[n + 1]`.
 */
export interface Posting {
  readonly passages: Int32Array;
  readonly starts: Int32Array;
  readonly positions: Int32Array;
  /** Index into the syllable's marked spellings. */
  readonly variants: Int32Array;
}

/** Occurrences in ascending passage and position order → bytes (LEB128 varints, deltas), both lengths first. */
export function encodePosting(
  entries: readonly { readonly passage: number; readonly position: number; readonly variant: number }[],
  variantCount: number,
): Uint8Array {
  const bytes: number[] = [];
  writeVarint(bytes, new Set(entries.map((entry) => entry.passage)).size);
  writeVarint(bytes, entries.length);
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

/** One allocation for all four lists: decoding is most of what a search costs. */
export function decodePosting(bytes: Uint8Array, variantCount: number): Posting {
  let at = 0;
  const passageCount = read();
  const total = read();
  const numbers = new Int32Array(passageCount * 2 + 1 + total * 2);
  const passages = numbers.subarray(0, passageCount);
  const starts = numbers.subarray(passageCount, passageCount * 2 + 1);
  const positions = numbers.subarray(passageCount * 2 + 1, passageCount * 2 + 1 + total);
  const variants = numbers.subarray(passageCount * 2 + 1 + total);
  let passage = 0;
  let slot = 0;
  for (let n = 0; n < passageCount; n += 1) {
    passage += read();
    passages[n] = passage;
    starts[n] = slot;
    let position = 0;
    for (let left = read(); left > 0; left -= 1) {
      const packed = read();
      const variant = packed % variantCount;
      position += (packed - variant) / variantCount;
      positions[slot] = position;
      variants[slot] = variant;
      slot += 1;
    }
  }
  starts[passageCount] = slot;
  return { passages, starts, positions, variants };

  function read(): number {
    let byte = bytes[at] as number;
    at += 1;
    let value = byte & 127;
    for (let shift = 128; byte >= 128; shift *= 128) {
      byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * shift;
    }
    return value;
  }
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
