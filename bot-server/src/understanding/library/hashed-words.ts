const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** A text as 32 bits (FNV-1a): what is compared by the thousand need not be kept as text. */
export function hashOf(text: string): number {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash >>> 0;
}

/** Where a hash stands in a list that is in order; -1 when it does not. */
export function placeOf(ordered: Uint32Array, hash: number): number {
  let [from, to] = [0, ordered.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ordered[middle] as number) < hash) from = middle + 1;
    else to = middle;
  }
  return ordered[from] === hash ? from : -1;
}
