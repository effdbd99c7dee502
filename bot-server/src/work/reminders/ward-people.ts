import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { WorkPerson } from '@phuong-so/shared/domain/work-reminders';
import type { Holder } from '../../ports/rights.ts';
import { unitIdOf } from '../unit-names.ts';

/**
 * Those of a ward who are reminded of its work, by the rights that hold now. Whoever runs the service stands in for the
 * standing unit only where that has nobody: they are no officials of the ward.
 */
export function wardPeople(
  holders: readonly Holder[],
  standingUnit: string,
  units: UnitDirectory,
): readonly WorkPerson[] {
  const found = holders
    .filter(({ role }) => role === 'official' || role === 'admin')
    .map(({ subject, unit, head, role }) => ({ subject, unit: unitIdOf(unit, units), head, role }));
  const isGathering = found.some(({ role, unit }) => role === 'official' && unit === standingUnit);
  return found.map(({ subject, unit, head, role }) => ({
    ...{ subject, unit: role === 'official' ? unit : null, head: head && role === 'official' },
    isStanding: isGathering ? role === 'official' && unit === standingUnit : role === 'admin',
  }));
}
