import { lastDayOfPeriod } from '@phuong-so/shared/domain/periods';
import type { KeptTarget, TargetValue } from '@phuong-so/shared/domain/work';
import { and, asc, desc, eq, isNull, lte, ne, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Ids } from '../../../ports/ids.ts';
import type { Decision, NewTarget, NewValue, Targets, WorkDoer } from '../../../ports/work.ts';
import { needed, type State } from '../state.ts';
import type { Tables } from '../tables.ts';
import { clean, provenanceFromJson, toJson } from './work-rows.ts';

/** Targets and what was reached of them. `demo` false: those of a demonstration are not there, whatever is stored. */
export function stateTargets(state: State, ids: Ids, { demo }: { readonly demo: boolean }): Targets {
  const { db, tables } = state;
  const { keptTargets: t, targetValues: v } = tables;
  const shown = demo ? undefined : eq(t.demo, false);
  return {
    async list(ward) {
      const rows = await db
        .select()
        .from(t)
        .where(and(eq(t.ward, ward), shown))
        .orderBy(asc(t.position), asc(t.id));
      return rows.map(targetOf);
    },
    async byId(id) {
      const [row] = await db
        .select()
        .from(t)
        .where(and(eq(t.id, id), shown));
      return row === undefined ? null : targetOf(row);
    },
    confirm: (targets) => confirm(state, ids, targets),
    async values(ward) {
      const rows = await db
        .select({ value: v })
        .from(v)
        .innerJoin(t, eq(t.id, v.targetId))
        .where(and(eq(v.ward, ward), isNull(v.replacedBy), shown))
        .orderBy(desc(v.at), desc(v.id));
      return rows.map(({ value }) => targetValueOf(value)).sort(newestPeriodFirst);
    },
    async value(target, id) {
      const [row] = await db
        .select()
        .from(v)
        .where(and(eq(v.id, id), eq(v.targetId, target.id)));
      return row === undefined ? null : targetValueOf(row);
    },
    enter: (target, value, by) => enter(state, ids.next(), target, value, by),
    decide: (value, decision) => decide(state, value, decision),
  };
}

async function confirm(state: State, ids: Ids, targets: readonly NewTarget[]): Promise<number> {
  const { keptTargets: t } = state.tables;
  // By the order of their keys: two processes that confirm the same cannot wait for each other.
  const keyOf = ({ ward, from, demo }: NewTarget) => JSON.stringify([ward, from.documentId, from.factId, demo]);
  const inOrder = [...targets].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const rows = inOrder.map(({ from, values, leads, coordinating, ...same }) => ({
    ...{ ...same, id: ids.next(), documentId: from.documentId, factId: from.factId, source: toJson(from), version: 1 },
    ...{ values: toJson(values), leads: toJson(leads), coordinating: toJson(coordinating) },
  }));
  const target = [t.ward, t.documentId, t.factId, t.demo];
  await state.atomically((db) =>
    rows.map((row) => {
      const { name, unit, values, leads, coordinating } = row;
      const set = { name, unit, values, leads, coordinating, version: sql<number>`${t.version} + 1` };
      return db.insert(t).values(row).onConflictDoUpdate({ target, set });
    }),
  );
  await state.durable();
  return targets.length;
}

type ValueRow = Tables['targetValues']['$inferSelect'];

/** The target's row is touched before its values are looked at: of two who enter at once the later takes the earlier's place. */
async function enter(
  state: State,
  id: string,
  target: KeptTarget,
  value: NewValue,
  { subject, office, at }: WorkDoer,
): Promise<TargetValue> {
  const { keptTargets: t, targetValues: v } = state.tables;
  const { period, unit, pressKey } = value;
  const row = {
    ...{ id, targetId: target.id, ward: target.ward, period, unit, at, office: clean(office), bySubject: subject },
    ...{ value: clean(value.value), source: clean(value.source), note: clean(value.note), pressKey: clean(pressKey) },
    ...{ state: 'reported' as const, replacedBy: null },
  };
  const others = and(sameOf(v, row), ne(v.id, id), ne(v.state, 'confirmed'), isNull(v.replacedBy));
  await state.atomically((db) => [
    needed(db.insert(v).values(row).onConflictDoNothing()),
    db
      .update(t)
      .set({ version: sql`${t.version} + 1` })
      .where(eq(t.id, target.id)),
    db.update(v).set({ replacedBy: id }).where(others),
  ]);
  await state.durable();
  const mine = and(eq(v.bySubject, subject), eq(v.pressKey, row.pressKey));
  const [stored] = await state.db.select().from(v).where(mine);
  if (stored === undefined) throw new Error('a value that was just written is not there');
  return targetValueOf(stored);
}

async function decide(
  state: State,
  value: TargetValue,
  { confirm: isGood, note }: Decision,
): Promise<TargetValue | null> {
  const { targetValues: v } = state.tables;
  const said = note === null || note === '' ? value.note : [value.note, clean(note)].filter(Boolean).join('\n');
  const decided = { state: isGood ? 'confirmed' : 'returned', note: said } as const;
  const open = and(eq(v.id, value.id), eq(v.state, 'reported'), isNull(v.replacedBy));
  const before = and(
    sameOf(v, value),
    ne(v.id, value.id),
    eq(v.state, 'confirmed'),
    lte(v.at, value.at),
    isNull(v.replacedBy),
  );
  const touched = await state.atomically((db) => [
    needed(db.update(v).set(decided).where(open)),
    ...(isGood ? [db.update(v).set({ replacedBy: value.id }).where(before)] : []),
  ]);
  if (touched === null) return null;
  await state.durable();
  return { ...value, ...decided };
}

function sameOf(v: Tables['targetValues'], { targetId, unit, period }: Pick<ValueRow, 'targetId' | 'unit' | 'period'>) {
  return and(eq(v.targetId, targetId), eq(v.unit, unit), eq(v.period, period));
}

const strings = z.array(z.string());
const valuesSchema = z.record(z.string(), z.string().nullable());

function targetOf(row: Tables['keptTargets']['$inferSelect']): KeptTarget {
  const { id, ward, name, unit, version, demo } = row;
  return {
    ...{ id, ward, name, unit, version, demo, from: provenanceFromJson(row.source) },
    values: valuesSchema.parse(JSON.parse(row.values)),
    leads: strings.parse(JSON.parse(row.leads)),
    coordinating: strings.parse(JSON.parse(row.coordinating)),
  };
}

function targetValueOf({ bySubject: _, pressKey: __, ...value }: ValueRow): TargetValue {
  return value;
}

function newestPeriodFirst(one: TargetValue, other: TargetValue): number {
  return (lastDayOfPeriod(other.period) ?? '').localeCompare(lastDayOfPeriod(one.period) ?? '');
}
