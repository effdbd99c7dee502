import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { WardFacts } from '../ports/ward-facts.ts';

const known = new WeakMap<WardFacts, UnitDirectory>();

/** The units as people of this ward name them: those of its plans, with names that the common directory does not know. */
export function unitsWithin(ward: WardFacts, common: UnitDirectory): UnitDirectory {
  const ready = known.get(ward);
  if (ready) return ready;
  const { units } = ward.profile;
  const directory = (units.length === 0 ? common : new UnitDirectory([...common.units, ...units], common))
    .withPrinted(ward.units.printed)
    .withinWard(ward.units.ids);
  known.set(ward, directory);
  return directory;
}
