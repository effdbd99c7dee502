import type { BoardReply } from '@phuong-so/shared/contracts/board';
import { boardOf } from '../../work/board/board-of.ts';
import { daysOf, monthsUntil } from '../../work/board/months.ts';
import type { BoardDeps } from './deps.ts';

/**
 * The public board of a ward; null for a ward that there is not. `month`: whose changes it tells, "2026-10"; null = this one.
 * Nothing of it depends on who asks.
 */
export async function seeBoard(deps: BoardDeps, ward: string, month: string | null): Promise<BoardReply | null> {
  const found = deps.ward(ward);
  if (found === null) return null;
  const today = deps.clock.today();
  const asked = month ?? today.slice(0, 7);
  const [first = asked] = monthsUntil(today.slice(0, 7));
  const since = daysOf(asked < first ? asked : first).from;
  const { from, until } = daysOf(asked);
  const [items, targets, values, reports, log] = await Promise.all([
    deps.work.list({ ward, all: true }),
    deps.targets.list(ward),
    deps.targets.values(ward),
    deps.work.reportsBetween(ward, since, deps.clock.now().getTime() + 1),
    deps.work.logBetween(ward, from, until),
  ]);
  return boardOf({ ...found, ward, items, targets, values, reports, log }, today, asked);
}
