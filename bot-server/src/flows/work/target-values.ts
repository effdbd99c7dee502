import type { KeptTarget } from '@phuong-so/shared/domain/work';
import { mayEnterValue } from '@phuong-so/shared/domain/work-rights';
import { maskPersonal } from '@phuong-so/shared/text/mask-personal';
import { isCollective } from '../../work/collectives.ts';
import { refuse, type ValueOutcome, type WorkDeps } from './deps.ts';
import { SHORTEST_REASON } from './edit.ts';
import { type Desk, doerOf, type SeenTarget } from './see.ts';

export interface EnteredValue {
  /** "2025", "2026-H1", "2026-Q3" or "2026-09". */
  readonly period: string;
  readonly value: string;
  readonly source: string;
  readonly note: string;
}

/** What this person may do with a target. */
export function rightsOnTarget({ ward, standpoint }: Desk, target: KeptTarget): ('report' | 'confirm')[] {
  const mayEnter = mayEnterValue(target, standpoint, (unit) => isCollective(unit, ward.units));
  return [...(mayEnter ? (['report'] as const) : []), ...(standpoint.standing ? (['confirm'] as const) : [])];
}

/** What was reached by the end of a period, as a unit enters it; the same period again corrects it. */
export async function enterValue(
  deps: WorkDeps,
  seen: SeenTarget,
  key: string,
  { period, value, source, note }: EnteredValue,
): Promise<ValueOutcome> {
  const { target, standpoint } = seen;
  if (!rightsOnTarget(seen, target).includes('report')) return refuse('forbidden');
  if (firstDayOf(period) > deps.clock.today()) return refuse('period_ahead');
  const masked = { value: maskPersonal(value), source: maskPersonal(source), note: maskPersonal(note) };
  const given = { ...masked, period, unit: standpoint.unit, pressKey: key };
  const entered = await deps.targets.enter(target, given, doerOf(deps, seen));
  return { kind: 'done', target, value: entered };
}

function firstDayOf(period: string): string {
  const [year, half, quarter, month] = /^(\d{4})(?:-(?:H(\d)|Q(\d)|(\d\d)))?$/.exec(period)?.slice(1) ?? [];
  const first = half ? (Number(half) - 1) * 6 + 1 : quarter ? (Number(quarter) - 1) * 3 + 1 : Number(month ?? 1);
  return `${year}-${String(first).padStart(2, '0')}-01`;
}

/** The standing unit confirms a value, or gives it back with a reason. */
export async function decideValue(
  deps: WorkDeps,
  seen: SeenTarget,
  valueId: string,
  given: { readonly confirm: boolean; readonly note: string | null },
): Promise<ValueOutcome> {
  const { target } = seen;
  if (!rightsOnTarget(seen, target).includes('confirm')) return refuse('forbidden');
  const value = await deps.targets.value(target, valueId);
  if (value === null) return refuse('not_found');
  const note = given.note ? maskPersonal(given.note) : null;
  if (!given.confirm && (note ?? '').length < SHORTEST_REASON) return refuse('note_needed');
  const decided = await deps.targets.decide(value, { confirm: given.confirm, note });
  return decided === null ? refuse('decided') : { kind: 'done', target, value: decided };
}
