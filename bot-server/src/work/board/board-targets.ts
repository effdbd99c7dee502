import type { BoardTarget } from '@phuong-so/shared/contracts/board';
import { lastDayOfPeriod } from '@phuong-so/shared/domain/periods';
import { countingValue, nextMilestone, standingOfTarget } from '@phuong-so/shared/domain/target-standing';
import { vietnamDay } from '@phuong-so/shared/domain/vietnam-time';
import type { KeptTarget, TargetValue } from '@phuong-so/shared/domain/work';
import { partsBy } from './tally.ts';

/**
 * Targets with the newest confirmed figure; a newer one that was only reported stands beside it and decides nothing.
 * `unitName`: what people read for a unit's id.
 */
export function boardTargets(
  targets: readonly KeptTarget[],
  values: readonly TargetValue[],
  today: string,
  unitName: (id: string) => string,
): BoardTarget[] {
  const ofTarget = partsBy(values, ({ targetId }) => [targetId]);
  return targets.map((target) => {
    const own = ofTarget.get(target.id) ?? [];
    const confirmed = countingValue(own.filter(({ state }) => state === 'confirmed'));
    const reported = countingValue(own.filter(({ state }) => state === 'reported'));
    const next = nextMilestone(target.values, today);
    const figure = (value: TargetValue | null) =>
      value && { period: value.period, value: value.value, unit: unitName(value.unit), on: vietnamDay(value.at) };
    return {
      ...{ group: target.from.group, no: target.from.no, name: target.name, unit: target.unit },
      ...{ values: { ...target.values }, next, confirmed: figure(confirmed) },
      reported: figure(reported !== null && isNewer(reported, confirmed) ? reported : null),
      standing: standingOfTarget(confirmed?.value ?? null, next?.value ?? null, target.unit),
      document: target.from.documentNumber,
    };
  });
}

function isNewer(reported: TargetValue, confirmed: TargetValue | null): boolean {
  if (confirmed === null) return true;
  const [one, other] = [reported, confirmed].map(({ period }) => lastDayOfPeriod(period) ?? '');
  return one === other ? reported.at > confirmed.at : (one ?? '') > (other ?? '');
}
