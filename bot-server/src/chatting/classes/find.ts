import type { Learner } from '@phuong-so/shared/domain/learning';
import type { ClassPlace, OpenClass } from '../../ports/classes.ts';
import type { ChatDeps } from '../deps.ts';
import type { Talk } from '../talk.ts';
import { wardOf } from '../wards.ts';

/** A class, and the place that the person has in it. */
export interface Seen {
  readonly held: OpenClass;
  readonly place: ClassPlace | undefined;
}

/** Looked through for the person's own. */
const MOST_LOOKED = 50;

/** Classes that have not begun, of this chat's ward and of the person's group where that is known; next first. */
export async function comingClasses(deps: ChatDeps, talk: Talk, at: number): Promise<Seen[]> {
  const ward = wardOf(deps, talk.thread);
  if (ward === null) return [];
  const learner = await deps.learning.learnerInChat(talk.thread);
  const group = await deps.groupOf(learner, ward);
  const all = await deps.classes.upcoming(ward, at, MOST_LOOKED);
  const open = all.filter((held) => held.cancelled === null && held.startsAt > at);
  const seen = await Promise.all(open.map((held) => seenBy(deps, learner, held)));
  return seen.filter(({ held, place }) => place !== undefined || isFor(held, group));
}

/** null where the class is not this ward's, or nobody can come any more. */
export async function findClass(deps: ChatDeps, talk: Talk, at: number, id: string): Promise<Seen | null> {
  const held = await deps.classes.byId(id);
  if (held === null || held.ward !== wardOf(deps, talk.thread)) return null;
  if (held.cancelled !== null || held.startsAt <= at) return null;
  return seenBy(deps, await deps.learning.learnerInChat(talk.thread), held);
}

async function seenBy({ classes }: ChatDeps, learner: Learner, held: OpenClass): Promise<Seen> {
  const place = await classes.placeOf(held.id, learner);
  return { held, place: place === null || place.state === 'given_up' ? undefined : place };
}

/** Where the person's group is not known, they see the other groups' classes too, with whom they are for. */
function isFor({ group }: OpenClass, own: string | null): boolean {
  return group === null || own === null || group === own;
}
