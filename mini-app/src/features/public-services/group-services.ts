import type { ServiceCard } from '../../api/phuong-so-api.ts';

export interface ServiceField {
  readonly field: string;
  readonly services: readonly ServiceCard[];
}

/** By field, in the order in which the fields first come. */
export function byField(services: readonly ServiceCard[]): readonly ServiceField[] {
  return [...grouped(services, ({ field }) => [field])].map(([field, found]) => ({ field, services: found }));
}

export interface LifeSituation {
  /** "mới sinh con". */
  readonly situation: string;
  readonly services: readonly ServiceCard[];
}

/**
 * By life situation: first those that bring the most to do, last those that bring only a part of what another does
 * ("nhà có tang", "người thân mất"). Within one, first the procedures for which it is the first thing that leads to them.
 */
export function bySituation(services: readonly ServiceCard[]): readonly LifeSituation[] {
  const all = [...grouped(services, ({ situations }) => situations)].map(([situation, found]) => ({
    situation,
    services: [...found].sort((a, b) => a.situations.indexOf(situation) - b.situations.indexOf(situation)),
  }));
  const isPart = (one: LifeSituation) =>
    all.some(
      (other) =>
        other.services.length > one.services.length && one.services.every((found) => other.services.includes(found)),
    );
  const parts = new Set(all.filter(isPart));
  return all.sort((a, b) => Number(parts.has(a)) - Number(parts.has(b)) || b.services.length - a.services.length);
}

function grouped(
  services: readonly ServiceCard[],
  keysOf: (service: ServiceCard) => readonly string[],
): ReadonlyMap<string, ServiceCard[]> {
  const groups = new Map<string, ServiceCard[]>();
  for (const service of services) {
    for (const key of keysOf(service)) groups.set(key, [...(groups.get(key) ?? []), service]);
  }
  return groups;
}
