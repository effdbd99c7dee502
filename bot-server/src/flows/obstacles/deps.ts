import { isOfficialOf, type ObstacleActor, type ObstacleRefusal } from '@phuong-so/shared/domain/obstacle-steps';
import type { Obstacle, WorkActor } from '@phuong-so/shared/domain/work';
import { officeOf } from '../../announcements/office.ts';
import type { Obstacles } from '../../ports/obstacles.ts';
import type { WardFacts } from '../../ports/ward-facts.ts';
import type { Work } from '../../ports/work.ts';
import type { OBSTACLE_REFUSALS } from '../../work/obstacles/refusals.ts';
import { standsFor } from '../../work/standing-unit.ts';
import { unitIdOf } from '../../work/unit-names.ts';
import type { WorkDeps, WorkWard } from '../work/deps.ts';

/** What raising and working on obstacles needs: the same in the app and in chat. */
export interface ObstacleDeps extends Pick<WorkDeps, 'clock' | 'ward'> {
  readonly obstacles: Obstacles;
  readonly work: Pick<Work, 'byId'>;
}

/** A person as the ward sees them at this moment. `group`: a leader's, by its name. */
export interface ObstaclePerson extends WorkActor {
  readonly group: string | null;
}

export type ObstacleOutcome =
  | { readonly kind: 'done'; readonly obstacle: Obstacle }
  | { readonly kind: 'refused'; readonly reason: RefusedObstacle };
export type RefusedObstacle = ObstacleRefusal | keyof typeof OBSTACLE_REFUSALS | 'not_found' | 'unknown_ward';

export const refuse = (reason: RefusedObstacle) => ({ kind: 'refused', reason }) as const;

/** A ward, and who this person is there. */
export interface WardDesk extends WorkWard {
  readonly actor: ObstacleActor;
  /** "Phòng Văn hóa - Xã hội", "Tổ trưởng tổ dân phố 5", "Người dân": what the history keeps instead of a name. */
  readonly office: string;
}

/** null for a ward that there is not. */
export function deskOf(deps: Pick<ObstacleDeps, 'ward'>, person: ObstaclePerson, key: string): WardDesk | null {
  const ward = deps.ward(key);
  if (ward === null) return null;
  const { units, standingUnit, facts } = ward;
  const { subject, role, ward: of, demo } = person;
  const unit = of === key ? unitIdOf(person.unit, units) : null;
  const stands = standsFor(person, key, standingUnit, units);
  const actor: ObstacleActor = { subject, role, ward: of, unit, stands, demo };
  return { ...ward, actor, office: officeIn(person, actor, key, facts) };
}

function officeIn(person: ObstaclePerson, actor: ObstacleActor, ward: string, { profile }: WardFacts): string {
  const isLeader = person.role === 'leader' && person.ward === ward;
  if (!isLeader && !isOfficialOf(actor, ward)) return 'Người dân';
  return officeOf(person, { name: profile.name, groups: profile.groups });
}
