/** Recall@5 counts found over min(gold, 5); MRR@10 looks at the first gold passage. Both 0..1. */
export function recallAt5(found: readonly string[], gold: readonly string[]): number {
  const wanted = new Set(gold);
  const hits = found.slice(0, 5).filter((id) => wanted.has(id)).length;
  return hits / Math.min(wanted.size, 5);
}

export function reciprocalRankAt10(found: readonly string[], gold: readonly string[]): number {
  const at = found.slice(0, 10).findIndex((id) => gold.includes(id));
  return at < 0 ? 0 : 1 / (at + 1);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** `share` 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
