import { isOfficialOf, maySeeObstacle } from '@phuong-so/shared/domain/obstacle-steps';
import type { Obstacle } from '@phuong-so/shared/domain/work';
import type { ObstacleEntry, ObstaclesRequest, Place } from '../../ports/obstacles.ts';
import { deskOf, type ObstacleDeps, type ObstaclePerson, type WardDesk } from './deps.ts';

/** An obstacle as one person sees it. */
export interface SeenObstacle {
  readonly one: Obstacle;
  readonly desk: WardDesk;
  readonly likes: number;
  /** What it is grouped under, for officials of the ward. */
  readonly head: Obstacle | null;
  readonly work: { readonly id: string; readonly no: string | null; readonly title: string } | null;
}

/** null also where there is none: that it exists is nobody else's to know. */
export async function seeObstacle(
  deps: ObstacleDeps,
  person: ObstaclePerson,
  id: string,
): Promise<SeenObstacle | null> {
  const one = await deps.obstacles.byId(id);
  const desk = one && deskOf(deps, person, one.ward);
  if (one === null || desk === null || !maySeeObstacle(one, desk.actor)) return null;
  const [seen] = await withContext(deps, desk, [one]);
  return seen ?? null;
}

/** What happened to it, oldest first: of one that is grouped also what was done to the one that stands for it, since then. */
export async function historyOf(deps: ObstacleDeps, { one, desk }: SeenObstacle): Promise<readonly ObstacleEntry[]> {
  const own = await deps.obstacles.log(one.id);
  const joined = one.groupedUnder === null ? undefined : own.findLast(({ act }) => act === 'grouped');
  const led = one.groupedUnder === null || !joined ? [] : await deps.obstacles.log(one.groupedUnder);
  const since = led.filter(({ at, act }) => joined !== undefined && at >= joined.at && LED.includes(act));
  const all = [...own, ...since].sort((a, b) => a.at - b.at);
  return isOfficialOf(desk.actor, one.ward) ? all : all.map(forTheRaiser);
}

/** What is done to one that stands for others is done to them. */
const LED: readonly ObstacleEntry['act'][] = ['assigned', 'answered', 'forwarded', 'closed', 'reopened'];

/** What offices write to each other stays with them: the code of somebody else's, a word with an assignment. */
function forTheRaiser(entry: ObstacleEntry): ObstacleEntry {
  return entry.act === 'grouped' || entry.act === 'assigned' ? { ...entry, note: null } : entry;
}

/** Those grouped under it, for officials of the ward. */
export async function groupedUnder(deps: ObstacleDeps, { one, desk }: SeenObstacle): Promise<readonly SeenObstacle[]> {
  if (!isOfficialOf(desk.actor, one.ward)) return [];
  return withContext(deps, desk, await deps.obstacles.members(one));
}

export interface ObstaclePage {
  readonly desk: WardDesk;
  /** The person sees all of the ward. */
  readonly all: boolean;
  readonly seen: readonly SeenObstacle[];
  readonly next: Place | null;
  readonly counts: Awaited<ReturnType<ObstacleDeps['obstacles']['counts']>>;
}

/** What a person may see of a ward, newest first; null for a ward that there is not. A page may hold fewer than asked for. */
export async function listObstacles(
  deps: ObstacleDeps,
  person: ObstaclePerson,
  request: Omit<ObstaclesRequest, 'raisedBy'> & { readonly mine: boolean },
): Promise<ObstaclePage | null> {
  const { mine, ...rest } = request;
  const desk = deskOf(deps, person, request.ward);
  if (desk === null) return null;
  const all = isOfficialOf(desk.actor, request.ward);
  const raisedBy = all && !mine ? null : person.subject;
  const [page, counts] = await Promise.all([
    deps.obstacles.list({ ...rest, raisedBy }),
    deps.obstacles.counts(request.ward, raisedBy),
  ]);
  const visible = page.obstacles.filter((one) => maySeeObstacle(one, desk.actor));
  return { desk, all, seen: await withContext(deps, desk, visible), next: page.next, counts };
}

async function withContext(deps: ObstacleDeps, desk: WardDesk, ones: readonly Obstacle[]): Promise<SeenObstacle[]> {
  const ward = ones[0]?.ward;
  if (ward === undefined) return [];
  const likes = await deps.obstacles.likes(
    ward,
    ones.map(({ id }) => id),
  );
  const isOfficial = isOfficialOf(desk.actor, ward);
  return Promise.all(
    ones.map(async (one) => ({
      ...{ one, desk, likes: likes.get(one.id) ?? 0 },
      head: one.groupedUnder === null || !isOfficial ? null : await deps.obstacles.byId(one.groupedUnder),
      work: one.workId === null || !isOfficial ? null : await deps.work.byId(one.workId),
    })),
  );
}
