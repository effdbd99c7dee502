import type { UnitRef } from '@phuong-so/shared/contracts/work';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';

/** The id of a unit by what a right or a plan calls it, by its id, or by its everyday name; null = no unit, or an unknown name. */
export function unitIdOf(name: string | null, units: UnitDirectory): string | null {
  if (name === null) return null;
  if (units.get(name) !== undefined) return name;
  return units.resolve(name)[0] ?? units.find(name)[0]?.unit.id ?? null;
}

/** What people read for an id; the id itself where the ward's plans name it no more. */
export function unitRefOf(id: string, units: UnitDirectory): UnitRef {
  return { id, name: units.get(id)?.name ?? id };
}
