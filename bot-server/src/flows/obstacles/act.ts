import type { ObstacleActBody } from '@phuong-so/shared/contracts/obstacles';
import {
  answerObstacle,
  assignObstacle,
  closeObstacle,
  editObstacle,
  forwardObstacle,
  groupObstacle,
  maySeeObstacle,
  type ObstacleStep,
  reopenObstacle,
} from '@phuong-so/shared/domain/obstacle-steps';
import type { Obstacle } from '@phuong-so/shared/domain/work';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { isOneUnit } from '../../work/ward-units.ts';
import {
  deskOf,
  type ObstacleDeps,
  type ObstacleOutcome,
  type ObstaclePerson,
  type RefusedObstacle,
  refuse,
  type WardDesk,
} from './deps.ts';

/** One act on one obstacle, at the version that the person saw. What they write is masked before it is stored. */
export async function actOnObstacle(
  deps: ObstacleDeps,
  person: ObstaclePerson,
  id: string,
  act: ObstacleActBody,
): Promise<ObstacleOutcome> {
  const one = await deps.obstacles.byId(id);
  const desk = one && deskOf(deps, person, one.ward);
  if (one === null || desk === null || !maySeeObstacle(one, desk.actor)) return refuse('not_found');
  if (one.version !== act.version) return refuse('changed');
  const head = act.act === 'group' && act.under !== null ? await deps.obstacles.byId(act.under) : null;
  if (act.act === 'group' && act.under !== null && head === null) return refuse('cannot_group');
  const step = await stepOf(deps, desk, one, act, head);
  if (typeof step === 'string') return refuse(step);
  if (step.kind === 'refused') return refuse(step.reason);
  const by = { subject: person.subject, office: desk.office, at: deps.clock.now().getTime() };
  const { act: done, change, note } = step;
  const taken = { act: done, change, note, by, ...(head === null ? {} : { head }) };
  const after = await deps.obstacles.take(one, taken);
  return after === null ? refuse('changed') : { kind: 'done', obstacle: after };
}

async function stepOf(
  { obstacles, clock }: ObstacleDeps,
  { actor, units }: WardDesk,
  one: Obstacle,
  act: ObstacleActBody,
  head: Obstacle | null,
): Promise<ObstacleStep | RefusedObstacle> {
  switch (act.act) {
    case 'edit':
      return editObstacle(one, actor, { title: maskPersonal(act.title), body: maskPersonal(act.body) });
    case 'group':
      return groupObstacle(one, actor, head, (await obstacles.members(one)).length > 0);
    case 'assign': {
      const note = act.note === undefined || act.note === '' ? null : maskPersonal(act.note);
      const step = assignObstacle(one, actor, { owner: act.owner, dueOn: act.due_on, note }, clock.today());
      return step.kind === 'done' && !isOneUnit(act.owner, units) ? 'unknown_unit' : step;
    }
    case 'answer':
      return answerObstacle(one, actor, maskPersonal(act.answer));
    case 'forward':
      return forwardObstacle(one, actor, maskPersonal(act.to));
    case 'close':
      return closeObstacle(one, actor, maskPersonal(act.note));
    case 'reopen':
      return reopenObstacle(one, actor, maskPersonal(act.note), clock.today());
  }
}
