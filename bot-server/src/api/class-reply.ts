import type { ClassReply } from '@phuong-so/shared/contracts/classes';
import { classState, mayLeadClass } from '@phuong-so/shared/domain/class-rules';
import type { Session } from '@phuong-so/shared/domain/session';
import type { ClassPlace, OpenClass } from '../ports/classes.ts';
import type { ApiDeps } from './environment.ts';
import { groupName } from './groups.ts';
import { Refusal } from './problems.ts';
import { currentSession, requireSession } from './sign-in.ts';

/** Classes as whoever asks sees them: with their own place, and whether they lead them. */
export async function classReplies(
  deps: ApiDeps,
  session: Session | null,
  held: readonly OpenClass[],
): Promise<ClassReply[]> {
  const current = session && (await currentSession(deps, session));
  const ids = held.map(({ id }) => id);
  const own = session && (await deps.classes.placesOf(ids, await deps.learning.learnerOf(session.subject)));
  return held.map((one) => toReply(deps, one, { mine: own?.get(one.id) ?? null, current }));
}

/** @throws Refusal when there is no such class */
export async function requireClass(deps: ApiDeps, id: string): Promise<OpenClass> {
  const held = await deps.classes.byId(id);
  if (held === null) throw new Refusal('not_found');
  return held;
}

/** The class, where whoever asks leads it by what the ward grants at this moment. @throws Refusal */
export async function requireLed(deps: ApiDeps, session: Session | null, id: string): Promise<OpenClass> {
  const current = await currentSession(deps, requireSession(session));
  const held = await requireClass(deps, id);
  if (!mayLeadClass(current, held)) throw new Refusal('not_allowed');
  return held;
}

export async function classReplyOf(deps: ApiDeps, session: Session | null, id: string): Promise<ClassReply> {
  const [reply] = await classReplies(deps, session, [await requireClass(deps, id)]);
  if (reply === undefined) throw new Refusal('not_found');
  return reply;
}

export function toOwnPlace({ state, position, attendedAt }: ClassPlace): NonNullable<ClassReply['mine']> {
  return { state, position, attended: attendedAt !== null };
}

function toReply(
  deps: ApiDeps,
  held: OpenClass,
  { mine, current }: { mine: ClassPlace | null; current: Session | null },
): ClassReply {
  const { id, ward, title, place, seats, teacher, waiting, demo } = held;
  return {
    ...{ id, ward, title, place, seats, teacher, waiting, demo },
    group: groupName(deps, ward, held.group),
    course: courseOf(deps, held.courseId),
    starts_at: new Date(held.startsAt).toISOString(),
    ends_at: new Date(held.endsAt).toISOString(),
    seats_left: Math.max(0, seats - held.taken),
    state: classState(held, deps.clock.now().getTime()),
    cancel_reason: held.cancelled?.reason ?? null,
    mine: mine && toOwnPlace(mine),
    may_lead: mayLeadClass(current, held),
  };
}

/** A course that has been taken away since is not named. */
function courseOf({ library }: ApiDeps, id: string | null): ClassReply['course'] {
  const course = library.courses.find((one) => one.id === id);
  return course === undefined ? null : { id: course.id, title: course.title };
}
