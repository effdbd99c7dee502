import type { Session } from '@phuong-so/shared/domain/session';
import type { Outcome } from '../flows/work/deps.ts';
import { type Desk, deskOf, type SeenItem, type SeenTarget, seeItem, seeTarget } from '../flows/work/see.ts';
import type { WorkRefusal } from '../work/refusals.ts';
import { actorOf } from './announcer.ts';
import type { ApiDeps } from './environment.ts';
import { type ProblemCode, Refusal } from './problems.ts';
import { requireWard } from './ward.ts';

/** An official of this ward, by what the ward grants at this moment. @throws Refusal */
export async function requireDesk(deps: ApiDeps, session: Session | null, ward: string): Promise<Desk> {
  const { key } = requireWard(deps, ward);
  const desk = deskOf(deps.work, await actorOf(deps, session), key);
  if (desk === null) throw new Refusal('not_allowed');
  return desk;
}

/** Whoever gathers for this ward. @throws Refusal */
export async function requireStanding(deps: ApiDeps, session: Session | null, ward: string): Promise<Desk> {
  const desk = await requireDesk(deps, session, ward);
  if (!desk.standpoint.standing) throw new Refusal('work_forbidden');
  return desk;
}

/** A task that the person may see. To anybody else it is not there. @throws Refusal */
export async function requireItem(deps: ApiDeps, session: Session | null, id: string): Promise<SeenItem> {
  const seen = await seeItem(deps.work, await actorOf(deps, session), id);
  if (seen === null) throw new Refusal('not_found');
  return seen;
}

/** A target that the person may see. @throws Refusal */
export async function requireTarget(deps: ApiDeps, session: Session | null, id: string): Promise<SeenTarget> {
  const seen = await seeTarget(deps.work, await actorOf(deps, session), id);
  if (seen === null) throw new Refusal('not_found');
  return seen;
}

/** @throws Refusal for an outcome that is none */
export function workDone<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'refused') throw new Refusal(problemOf(outcome.reason));
  return outcome;
}

/** Reasons that other parts of the interface have, too. */
function problemOf(reason: WorkRefusal): ProblemCode {
  return reason === 'not_found' || reason === 'unknown_unit' ? reason : `work_${reason}`;
}
