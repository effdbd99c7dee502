import type { UnitRef } from '@phuong-so/shared/contracts/work';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { WardFacts } from '../ports/ward-facts.ts';

/** Whether this is one unit of a ward that can be asked: no collective, and nobody above the ward. */
export function isOneUnit(id: string, units: UnitDirectory): boolean {
  const kind = units.get(id)?.kind;
  return kind !== undefined && kind !== 'group' && kind !== 'higher';
}

/** The units that a ward's plans name and that can be given something to do, by name. */
export function unitsToAsk({ units: named }: Pick<WardFacts, 'units'>, units: UnitDirectory): UnitRef[] {
  return named.ids
    .filter((id) => isOneUnit(id, units))
    .map((id) => ({ id, name: units.get(id)?.name ?? id }))
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'));
}
