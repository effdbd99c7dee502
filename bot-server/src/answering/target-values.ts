import type { PlanTarget } from '@phuong-so/shared/domain/plan';

/** A value as it is read out: the unit of measure added unless the value carries it. "≥80" and "%" → "≥ 80%". */
export function valueWords(target: PlanTarget, year: string): string | null {
  const value = target.values[year];
  if (value === undefined || value === null) return null;
  const spaced = value.replace(/([≥≤<>])\s*(?=\d)/g, '$1 ');
  if (!target.unit || !/\d/.test(spaced) || spaced.includes('%')) return spaced;
  return target.unit.startsWith('%')
    ? `${spaced.replace(/(\d)(?=\s|$)/, '$1%')}${target.unit.slice(1)}`
    : `${spaced} ${target.unit}`;
}

/** "2025: ≥ 60%; 2030: 100%"; years without a target are left out, a value without a year stands alone. */
export function valueList(target: PlanTarget): string {
  return Object.keys(target.values)
    .sort()
    .flatMap((year) => {
      const words = valueWords(target, year);
      return words ? [year ? `${year}: ${words}` : words] : [];
    })
    .join('; ');
}

/** The next year after `year` that has a value; null when there is none. */
export function nextMilestone(target: PlanTarget, year: string): string | null {
  return (
    Object.keys(target.values)
      .filter((other) => other > year && target.values[other] != null)
      .sort()[0] ?? null
  );
}
