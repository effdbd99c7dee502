import type { PlanWarning } from './plan.ts';

/** For each target that a warning of its plan names the others it contradicts, each once. */
export function contradictions(warnings: readonly PlanWarning[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { about } of warnings.filter(({ kind }) => kind === 'contradiction')) {
    for (const id of about) {
      const known = found.get(id) ?? [];
      found.set(id, [...known, ...about.filter((other) => other !== id && !known.includes(other))]);
    }
  }
  return found;
}
