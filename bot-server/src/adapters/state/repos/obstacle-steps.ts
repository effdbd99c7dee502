import { followed } from '@phuong-so/shared/domain/obstacle-steps';
import type { Obstacle, ObstacleAct } from '@phuong-so/shared/domain/work';
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Ids } from '../../../ports/ids.ts';
import type { TakenObstacleStep } from '../../../ports/obstacles.ts';
import type { WorkDoer } from '../../../ports/work.ts';
import { type Handle, needed, type State, type Write } from '../state.ts';
import type { Tables } from '../tables.ts';

/**
 * The row is written under a condition, and so is the one that it is put under: of two who act at once one finds it changed,
 * and nothing that is grouped gets something grouped under it. Those that are grouped under it have what it has.
 */
export async function takeObstacleStep(
  state: State,
  ids: Ids,
  before: Obstacle,
  step: TakenObstacleStep,
): Promise<Obstacle | null> {
  const { obstacles: t } = state.tables;
  const { act, change, note, by, head } = step;
  const version = before.version + 1;
  const after: Obstacle = { ...before, ...change, version };
  const touched = await state.atomically((db) => [
    ...(head === undefined ? [] : [needed(countUp(db, state.tables, head))]),
    needed(
      db
        .update(t)
        .set({ ...cleanChange(change), version })
        .where(and(eq(t.id, before.id), eq(t.version, before.version))),
    ),
    insertObstacleLog(db, state.tables, { id: ids.next(), obstacleId: before.id, act, by, note, version }),
    followHead(db, state.tables, after),
  ]);
  if (touched === null) return null;
  await state.durable();
  return after;
}

function countUp(db: Handle, { obstacles: t }: Tables, { id, version }: Obstacle): Write {
  const unchanged = and(eq(t.id, id), eq(t.version, version), isNull(t.groupedUnder));
  return db
    .update(t)
    .set({ version: version + 1 })
    .where(unchanged);
}

function followHead(db: Handle, { obstacles: t }: Tables, head: Obstacle): Write {
  const theirs = and(eq(t.ward, head.ward), eq(t.groupedUnder, head.id), ne(t.state, 'closed'));
  return db
    .update(t)
    .set({ ...cleanChange(followed(head)), version: sql`${t.version} + 1` })
    .where(theirs);
}

/** PostgreSQL takes no NUL character in a text. */
function cleanChange(change: TakenObstacleStep['change']): TakenObstacleStep['change'] {
  const texts = Object.entries(change).map(([name, value]) => [name, value?.replaceAll('\0', '') ?? null]);
  return Object.fromEntries(texts);
}

interface Entry {
  readonly id: string;
  readonly obstacleId: string;
  readonly act: ObstacleAct;
  readonly by: WorkDoer;
  readonly note: string | null;
  readonly version: number;
}

export function insertObstacleLog(db: Handle, { obstacleLog: l }: Tables, { by, note, ...same }: Entry): Write {
  const { at, subject, office } = by;
  return db.insert(l).values({ ...same, at, bySubject: subject, office, note: note?.replaceAll('\0', '') ?? null });
}

/**
 * What a resident wrote goes wholly, and what was grouped under it stands for itself; what an official raised for a unit
 * stays with the unit. The history keeps the offices.
 */
export function forgetRaiser(db: Handle, { obstacles: t, obstacleLog: l }: Tables, subject: string): Write[] {
  const own = and(eq(t.raisedBy, subject), isNull(t.unit));
  const theirs = db.select({ id: t.id }).from(t).where(own);
  return [
    db.delete(l).where(inArray(l.obstacleId, theirs)),
    db.update(t).set({ groupedUnder: null }).where(inArray(t.groupedUnder, theirs)),
    db.delete(t).where(own),
    // Two who are forgotten may have used the same key.
    db
      .update(t)
      .set({ raisedBy: '', pressKey: sql`${t.id}` })
      .where(eq(t.raisedBy, subject)),
    db.update(l).set({ bySubject: '' }).where(eq(l.bySubject, subject)),
  ];
}
