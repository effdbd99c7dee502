import type { UnitRef } from '@phuong-so/shared/contracts/work';
import type { DueReport } from './due-reports.ts';

/**
 * Who gets a report, as the plans say: the ward's own goes to those for whom it is summed up, a unit's to whom it reports,
 * through whom. [] = no plan says it, and nobody is made up.
 */
export function recipientsOf(reports: readonly DueReport[], unit: UnitRef | null, standingUnit: UnitRef): string[] {
  const said = unit === null ? ofTheWard(reports, standingUnit) : ofUnit(reports, unit, standingUnit);
  return [...new Set(said.flatMap(listed))];
}

function ofTheWard(reports: readonly DueReport[], standingUnit: UnitRef): string[] {
  const onward = reports.flatMap((one) => (one.onward === null ? [] : [one.onward]));
  if (onward.length > 0) return onward;
  return reports
    .filter(({ whoIds }) => whoIds.includes(standingUnit.id))
    .flatMap((one) => (one.toWhom === null ? [] : [one.toWhom]));
}

function ofUnit(reports: readonly DueReport[], unit: UnitRef, standingUnit: UnitRef): string[] {
  return reports
    .filter(({ whoIds }) => whoIds.includes(standingUnit.id) === (unit.id === standingUnit.id))
    .flatMap(({ toWhom, through }) => [...(toWhom === null ? [] : [toWhom]), ...(through === null ? [] : [through])]);
}

/** "UBND Thành phố, Sở Khoa học và Công nghệ": a comma parts them. */
function listed(printed: string): string[] {
  return printed
    .split(/\s*,\s*/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
