import { isOfficialOf, mayRaise } from '@phuong-so/shared/domain/obstacle-steps';
import { midnightBefore } from '@phuong-so/shared/domain/vietnam-time';
import type { ObstacleKind } from '@phuong-so/shared/domain/work';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { planRoute } from '../../work/obstacles/plan-route.ts';
import { deskOf, type ObstacleDeps, type ObstacleOutcome, type ObstaclePerson, refuse } from './deps.ts';

/** So many proposals one person who is no official of the ward may send in a day, in all wards. */
export const PROPOSALS_A_DAY = 5;

export interface RaisedWords {
  readonly ward: string;
  readonly kind: ObstacleKind;
  readonly title: string;
  readonly body: string;
  /** Id of a task; null = none. */
  readonly work: string | null;
  readonly key: string;
}

/**
 * Raises an obstacle for a unit, or a proposal for oneself, and sends it the way that the ward's plan sets. Numbers of papers,
 * telephones and accounts are masked before they are stored.
 */
export async function raiseObstacle(
  deps: ObstacleDeps,
  person: ObstaclePerson,
  { ward, kind, title, body, work, key }: RaisedWords,
): Promise<ObstacleOutcome> {
  const desk = deskOf(deps, person, ward);
  if (desk === null) return refuse('unknown_ward');
  const { actor, facts, units, office } = desk;
  if (!mayRaise(actor, ward, kind)) return refuse('forbidden');
  const before = await deps.obstacles.byPress(actor.subject, key);
  if (before !== null) return { kind: 'done', obstacle: before };
  const isOfficial = isOfficialOf(actor, ward);
  const item = work === null || !isOfficial ? null : await deps.work.byId(work);
  if (work !== null && item?.ward !== ward) return refuse('unknown_work');
  const at = deps.clock.now().getTime();
  if (!isOfficial && (await deps.obstacles.proposalsSince(actor.subject, midnightBefore(at))) >= PROPOSALS_A_DAY) {
    return refuse('too_many');
  }
  const { through } = planRoute(facts, units);
  const obstacle = await deps.obstacles.raise(
    {
      ...{ ward, kind, title: maskPersonal(title), body: maskPersonal(body), through, pressKey: key },
      // An admin without a unit speaks for the unit that gathers.
      ...{ unit: isOfficial ? (actor.unit ?? through) : null, workId: item?.id ?? null, demo: person.demo },
    },
    { subject: actor.subject, office, at },
  );
  return { kind: 'done', obstacle };
}
