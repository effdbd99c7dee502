import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { Unit } from '@phuong-so/shared/domain/units';
import type { WorkActor } from '@phuong-so/shared/domain/work';
import type { WardFacts } from '../ports/ward-facts.ts';
import { unitIdOf } from './unit-names.ts';

/** The unit that gathers where a ward's plan names none: id in `data/units.yaml`. */
export const COMMON_STANDING_UNIT = 'vhxh';

/** "Ủy ban nhân dân phường (qua Phòng Văn hóa - Xã hội để tổng hợp)". */
const THROUGH = /\(\s*qua\s+([^()]+)/i;

/**
 * Id of the unit through which the ward's plans want reports and obstacles to go; the common one where they name none.
 * Reports say it more plainly than obstacles, and a newer plan more than an older one.
 */
export function standingUnitOf({ documents }: Pick<WardFacts, 'documents'>, units: UnitDirectory): string {
  const newestFirst = [...documents].sort((one, other) => dateOf(other).localeCompare(dateOf(one)));
  const deadlines = newestFirst.flatMap(({ plan }) => plan.deadlines);
  for (const kind of ['reporting', 'escalation'] as const) {
    for (const { toWhom } of deadlines.filter((one) => one.kind === kind)) {
      const named = throughUnit(toWhom, units);
      if (named !== null) return named.id;
    }
  }
  return COMMON_STANDING_UNIT;
}

/** The unit through which something goes to whom it is for; null = the plan names none. */
export function throughUnit(toWhom: string | null, units: UnitDirectory): Unit | null {
  const through = THROUGH.exec(toWhom ?? '')?.[1];
  return (through === undefined ? undefined : units.find(through)[0])?.unit ?? null;
}

function dateOf({ plan }: WardFacts['documents'][number]): string {
  return plan.document.date ?? '';
}

/** Whether this person gathers and confirms for the ward: an official of its standing unit, or whoever runs the service for it. */
export function standsFor(actor: WorkActor, ward: string, standingUnit: string, units: UnitDirectory): boolean {
  if (actor.ward !== ward) return false;
  if (actor.role === 'admin') return true;
  return actor.role === 'official' && unitIdOf(actor.unit, units) === standingUnit;
}
