import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { Unit } from '@phuong-so/shared/domain/units';

/** Names for many, who have no account together. */
const MANY: ReadonlySet<Unit['kind']> = new Set(['group', 'neighbourhood', 'community', 'school']);
/** Whom a collective lead is split among: what a ward itself consists of. */
const WITHIN_WARD: ReadonlySet<Unit['kind']> = new Set([
  ...(['department', 'centre', 'police', 'committee', 'organisation', 'party', 'council'] as const),
]);

/** Whether a unit's id stands for many ("các cơ quan, đơn vị", "tổ dân phố"). */
export function isCollective(id: string, units: UnitDirectory): boolean {
  const unit = units.get(id);
  return unit !== undefined && MANY.has(unit.kind);
}

/** Units of the ward that a collective lead can be split among, of those that its plans name, in the directory's order. */
export function unitsToSplitAmong(present: Iterable<string>, units: UnitDirectory): Unit[] {
  const named = new Set(present);
  return units.units.filter(({ id, kind }) => named.has(id) && WITHIN_WARD.has(kind));
}
