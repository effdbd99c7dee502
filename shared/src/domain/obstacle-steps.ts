import type { OBSTACLE_MAY } from '../contracts/obstacles.ts';
import type { SessionRole } from './session.ts';
import type { Obstacle, ObstacleAct, ObstacleKind, ObstacleState } from './work.ts';

/** Who acts, by what the ward grants at this moment. */
export interface ObstacleActor {
  readonly subject: string;
  readonly role: SessionRole;
  readonly ward: string | null;
  /** Id of the unit; null = none, or one that the ward's directory does not know. */
  readonly unit: string | null;
  /** Of the ward's standing unit, or whoever runs the service for the ward. */
  readonly stands: boolean;
  /** A persona of a demonstration, which anybody may choose to be: it does nothing with what is real. */
  readonly demo: boolean;
}

export type ObstacleChange = Partial<
  Pick<Obstacle, 'title' | 'body' | 'state' | 'owner' | 'dueOn' | 'groupedUnder' | 'answer'>
>;

export type ObstacleRefusal =
  | 'forbidden'
  | 'wrong_state'
  /** It is grouped under another: that one is to be worked on. */
  | 'grouped'
  /** It cannot be grouped under this one: itself, of another ward, grouped or closed, or others are grouped under it. */
  | 'cannot_group'
  | 'day_past'
  | 'note_needed';

/** What one step does, or why it may not be done. `note`: what is kept of it in the history. */
export type ObstacleStep =
  | {
      readonly kind: 'done';
      readonly act: ObstacleAct;
      readonly change: ObstacleChange;
      readonly note: string | null;
    }
  | { readonly kind: 'refused'; readonly reason: ObstacleRefusal };

const refused = (reason: ObstacleRefusal): ObstacleStep => ({ kind: 'refused', reason });
const done = (act: ObstacleAct, change: ObstacleChange, note: string | null): ObstacleStep => ({
  kind: 'done',
  act,
  change,
  note,
});

const WORKED_ON: readonly ObstacleState[] = ['open', 'in_hand', 'forwarded'];
const ENDED: readonly ObstacleState[] = ['answered', 'closed'];

/** An official of the ward sees all of it, everybody else what they raised themselves. */
export function maySeeObstacle(one: Pick<Obstacle, 'ward' | 'raisedBy' | 'demo'>, actor: ObstacleActor): boolean {
  if (actor.demo && !one.demo) return false;
  return isOfficialOf(actor, one.ward) || isRaiser(one, actor);
}

export function isOfficialOf({ role, ward }: ObstacleActor, of: string): boolean {
  return ward === of && (role === 'official' || role === 'admin');
}

/** Obstacles are a unit's to raise; a proposal is everybody's who is signed in. */
export function mayRaise(actor: ObstacleActor, ward: string, kind: ObstacleKind): boolean {
  return kind === 'proposal' || isOfficialOf(actor, ward);
}

export function isRaiser({ raisedBy }: Pick<Obstacle, 'raisedBy'>, { subject }: ObstacleActor): boolean {
  return raisedBy !== '' && raisedBy === subject;
}

/** Routes, groups and assigns: the standing unit, and the unit through which the plan lets it go. */
function handles(one: Pick<Obstacle, 'ward' | 'through'>, actor: ObstacleActor): boolean {
  if (!isOfficialOf(actor, one.ward)) return false;
  return actor.stands || (actor.unit !== null && actor.unit === one.through);
}

/** Answers: also the unit to which it was assigned. */
function answers(one: Obstacle, actor: ObstacleActor): boolean {
  return handles(one, actor) || (isOfficialOf(actor, one.ward) && actor.unit !== null && actor.unit === one.owner);
}

/** Its writer says it better, as long as nobody has taken it in hand. */
export function editObstacle(
  one: Obstacle,
  actor: ObstacleActor,
  { title, body }: Pick<Obstacle, 'title' | 'body'>,
): ObstacleStep {
  if (!isRaiser(one, actor)) return refused('forbidden');
  if (one.state !== 'open' || one.groupedUnder !== null) return refused('wrong_state');
  return done('edited', { title, body }, null);
}

/** Puts it to one that says the same and goes its way from now on; `head` null lets it stand for itself again. */
export function groupObstacle(
  one: Obstacle,
  actor: ObstacleActor,
  head: Obstacle | null,
  hasMembers: boolean,
): ObstacleStep {
  if (!handles(one, actor)) return refused('forbidden');
  if (head === null) {
    if (one.groupedUnder === null || one.state === 'closed') return refused('wrong_state');
    return done('grouped', { groupedUnder: null, ...AS_NEW }, null);
  }
  if (!WORKED_ON.includes(one.state)) return refused('wrong_state');
  const fits = head.ward === one.ward && head.id !== one.id && head.groupedUnder === null && head.state !== 'closed';
  if (!fits || hasMembers || head.demo !== one.demo) return refused('cannot_group');
  return done('grouped', { groupedUnder: head.id, ...followed(head) }, head.code);
}

const AS_NEW = { state: 'open', owner: null, dueOn: null, answer: null } as const;

/** What a grouped one has of the one that stands for it. */
export function followed({ state, owner, dueOn, answer }: Obstacle): ObstacleChange {
  return { state, owner, dueOn, answer };
}

/** Which unit answers, until when; `dueOn` null = no day. `today`: ISO. */
export function assignObstacle(
  one: Obstacle,
  actor: ObstacleActor,
  given: { readonly owner: string; readonly dueOn: string | null; readonly note: string | null },
  today: string,
): ObstacleStep {
  if (!handles(one, actor)) return refused('forbidden');
  const stop = notWorkedOn(one);
  if (stop !== null) return refused(stop);
  if (given.dueOn !== null && given.dueOn < today) return refused('day_past');
  return done('assigned', { state: 'in_hand', owner: given.owner, dueOn: given.dueOn }, given.note);
}

/** An answer can be put right by answering again. */
export function answerObstacle(one: Obstacle, actor: ObstacleActor, answer: string): ObstacleStep {
  if (!answers(one, actor)) return refused('forbidden');
  const stop = one.state === 'answered' && one.groupedUnder === null ? null : notWorkedOn(one);
  return stop === null ? done('answered', { state: 'answered', answer }, answer) : refused(stop);
}

/** It is beyond the ward. `to`: to whom it went. */
export function forwardObstacle(one: Obstacle, actor: ObstacleActor, to: string): ObstacleStep {
  if (!answers(one, actor)) return refused('forbidden');
  const stop = notWorkedOn(one);
  return stop === null ? done('forwarded', { state: 'forwarded' }, to) : refused(stop);
}

/** Ended; without an answer the office says why. Whoever raised it takes it back without a word. */
export function closeObstacle(one: Obstacle, actor: ObstacleActor, note: string): ObstacleStep {
  const own = isRaiser(one, actor);
  if (!own && !handles(one, actor)) return refused('forbidden');
  if (one.state === 'closed') return refused('wrong_state');
  if (!own && one.groupedUnder !== null) return refused('grouped');
  if (!own && note === '' && one.state !== 'answered') return refused('note_needed');
  return done('closed', { state: 'closed' }, note === '' ? null : note);
}

/** What was answered or closed is not over: asked again by whoever raised it, or by the office. It stands for itself then. */
export function reopenObstacle(one: Obstacle, actor: ObstacleActor, note: string, today: string): ObstacleStep {
  if (!isRaiser(one, actor) && !handles(one, actor)) return refused('forbidden');
  if (!ENDED.includes(one.state)) return refused('wrong_state');
  if (note === '') return refused('note_needed');
  if (one.groupedUnder !== null) return done('reopened', { groupedUnder: null, ...AS_NEW }, note);
  const dueOn = one.dueOn !== null && one.dueOn >= today ? one.dueOn : null;
  return done('reopened', { state: one.owner === null ? 'open' : 'in_hand', dueOn, answer: null }, note);
}

function notWorkedOn(one: Obstacle): ObstacleRefusal | null {
  if (one.groupedUnder !== null) return 'grouped';
  return WORKED_ON.includes(one.state) ? null : 'wrong_state';
}

export type ObstacleMay = (typeof OBSTACLE_MAY)[number];

/** What the person may do with it now: what no step would refuse for who they are and where it stands. */
export function obstacleMays(one: Obstacle, actor: ObstacleActor, hasMembers: boolean): ObstacleMay[] {
  const probe = 'x';
  const ok = (step: ObstacleStep) => step.kind === 'done';
  const groups = one.groupedUnder === null ? !hasMembers && WORKED_ON.includes(one.state) : one.state !== 'closed';
  const can: Readonly<Record<ObstacleMay, boolean>> = {
    edit: ok(editObstacle(one, actor, one)),
    group: handles(one, actor) && groups,
    assign: ok(assignObstacle(one, actor, { owner: probe, dueOn: null, note: null }, '')),
    answer: ok(answerObstacle(one, actor, probe)),
    forward: ok(forwardObstacle(one, actor, probe)),
    close: ok(closeObstacle(one, actor, probe)),
    reopen: ok(reopenObstacle(one, actor, probe, '')),
    letter: answers(one, actor) && one.groupedUnder === null && one.state !== 'closed',
  };
  return (Object.keys(can) as ObstacleMay[]).filter((may) => can[may]);
}

/** Its day has passed and nobody has answered. `today`: ISO. */
export function isOverdue({ state, dueOn }: Pick<Obstacle, 'state' | 'dueOn'>, today: string): boolean {
  return dueOn !== null && dueOn < today && WORKED_ON.includes(state);
}
