import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { WardFacts } from '../ports/plan-index.ts';

const known = new WeakMap<WardFacts, UnitDirectory>();

/** The units as people of this ward name them: those of its plans, with names that the common directory does not know. */
export function unitsWithin(ward: WardFacts, common: UnitDirectory): UnitDirectory {
  const ready = known.get(ward);
  if (ready) return ready;
  const rows = ward.documents.flatMap(({ plan }) => [...plan.tasks, ...plan.targets]);
  const directory = new UnitDirectory([...common.units, ...ward.profile.units])
    .withPrinted(rows.flatMap(({ lead, coordinating }) => [...lead, ...coordinating]))
    .withinWard(new Set(rows.flatMap(({ leadIds, coordinatingIds }) => [...leadIds, ...coordinatingIds])));
  known.set(ward, directory);
  return directory;
}
