import type { ObstacleReply } from '@phuong-so/shared/contracts/obstacles';
import { isOverdue, isRaiser, obstacleMays } from '@phuong-so/shared/domain/obstacle-steps';
import { DAY_MS, midnightBefore } from '@phuong-so/shared/domain/vietnam-time';
import type { RefusedObstacle } from '../flows/obstacles/deps.ts';
import type { SeenObstacle } from '../flows/obstacles/see.ts';
import { nextWords } from '../work/obstacles/next-words.ts';
import { unitRefOf } from '../work/unit-names.ts';
import { iso } from './broadcast-reply.ts';
import type { ApiDeps } from './environment.ts';
import { Refusal } from './problems.ts';

export function toObstacleReply({ clock }: Pick<ApiDeps, 'clock'>, seen: SeenObstacle): ObstacleReply {
  const { one, desk, likes, head, work } = seen;
  const { actor, units } = desk;
  const today = clock.today();
  const named = (id: string | null) => (id === null ? null : unitRefOf(id, units));
  const [through, owner] = [named(one.through), named(one.owner)];
  return {
    ...{ id: one.id, code: one.code, ward: one.ward, kind: one.kind, title: one.title, body: one.body },
    unit: named(one.unit),
    work: work && { id: work.id, no: work.no, title: work.title },
    ...{ state: one.state, through, owner, due_on: one.dueOn, overdue: isOverdue(one, today) },
    days_open: daysSince(one.createdAt, clock.now().getTime()),
    grouped_under: head && { id: head.id, code: head.code, title: head.title },
    ...{ likes, answer: one.answer },
    next: nextWords(one, { through: through?.name ?? null, owner: owner?.name ?? null }, today),
    mine: isRaiser(one, actor),
    may: obstacleMays(one, actor, likes > 0),
    ...{ version: one.version, created_at: iso(one.createdAt) },
  };
}

/** Whole days by Vietnam's calendar. */
function daysSince(at: number, now: number): number {
  return Math.round((midnightBefore(now) - midnightBefore(at)) / DAY_MS);
}

const COMMON = { not_found: 'not_found', forbidden: 'not_allowed', unknown_ward: 'unknown_ward' } as const;

export function refusedObstacle(reason: RefusedObstacle): Refusal {
  return new Refusal(isCommon(reason) ? COMMON[reason] : `obstacle_${reason}`);
}

function isCommon(reason: RefusedObstacle): reason is keyof typeof COMMON {
  return reason in COMMON;
}
