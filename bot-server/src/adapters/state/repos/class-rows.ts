import type { Learner } from '@phuong-so/shared/domain/learning';
import { and, asc, count, inArray, ne } from 'drizzle-orm';
import type { ClassPlace, OpenClass } from '../../../ports/classes.ts';
import type { State } from '../state.ts';
import type { Tables } from '../tables.ts';

export type ClassRow = Tables['classes']['$inferSelect'];
export type PlaceRow = Tables['classPlaces']['$inferSelect'];

/** In the order in which they asked. */
export function liveRows({ db, tables: { classPlaces: p } }: State, classIds: readonly string[]): Promise<PlaceRow[]> {
  return Promise.resolve(
    db
      .select()
      .from(p)
      .where(and(inArray(p.classId, [...classIds]), ne(p.state, 'given_up')))
      .orderBy(asc(p.askedAt), asc(p.id)),
  );
}

/** Places of any classes, those of each class in order and complete: who waits is numbered. */
export function placesFrom(rows: readonly PlaceRow[]): ClassPlace[] {
  const waiting = new Map<string, number>();
  return rows.map((row) => {
    if (row.state !== 'waiting') return placeOf(row, null);
    const position = (waiting.get(row.classId) ?? 0) + 1;
    waiting.set(row.classId, position);
    return placeOf(row, position);
  });
}

export async function ownPlaces(state: State, classIds: readonly string[], learner: Learner) {
  const { classPlaces: p } = state.tables;
  if (classIds.length === 0) return new Map<string, ClassPlace>();
  const own = await state.db
    .select()
    .from(p)
    .where(and(inArray(p.classId, [...classIds]), inArray(p.learner, [...learner])))
    .orderBy(asc(p.askedAt), asc(p.id));
  const waitedFor = own.filter((row) => row.state === 'waiting').map(({ classId }) => classId);
  const queues = waitedFor.length === 0 ? [] : placesFrom(await liveRows(state, waitedFor));
  const position = new Map(queues.map((place) => [place.id, place.position]));
  // A person may have joined their chat after taking a place under either id: the seat counts.
  const weight = { given_up: 0, waiting: 1, seated: 2 };
  const best = new Map<string, PlaceRow>();
  for (const row of own) {
    const other = best.get(row.classId);
    if (other === undefined || weight[row.state] > weight[other.state]) best.set(row.classId, row);
  }
  return new Map([...best.values()].map((row) => [row.classId, placeOf(row, position.get(row.id) ?? null)]));
}

export async function withPlaces(
  { db, tables: { classPlaces: p } }: State,
  rows: readonly ClassRow[],
): Promise<OpenClass[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const counted = await db
    .select({ classId: p.classId, state: p.state, n: count() })
    .from(p)
    .where(and(inArray(p.classId, ids), ne(p.state, 'given_up')))
    .groupBy(p.classId, p.state);
  const of = (id: string, wanted: PlaceRow['state']) =>
    counted.find(({ classId, state }) => classId === id && state === wanted)?.n ?? 0;
  return rows.map((row) => openClass(row, { seated: of(row.id, 'seated'), waiting: of(row.id, 'waiting') }));
}

export function openClass(row: ClassRow, { seated, waiting }: { seated: number; waiting: number }): OpenClass {
  const { groupId, course, cancelledAt, cancelReason, ...same } = row;
  const cancelled = cancelledAt === null ? null : { at: cancelledAt, reason: cancelReason ?? '' };
  return { ...same, group: groupId, courseId: course, cancelled, taken: seated, waiting };
}

export function placeOf(row: PlaceRow, position: number | null): ClassPlace {
  const { id, classId, learner, state, calledName, groupId, ageBand, askedAt, attendedAt } = row;
  return { id, classId, learner, state, position, calledName, group: groupId, ageBand, askedAt, attendedAt };
}
