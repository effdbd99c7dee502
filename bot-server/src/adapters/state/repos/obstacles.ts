import type { Obstacle } from '@phuong-so/shared/domain/work';
import { and, asc, count, desc, eq, gte, inArray, isNull, lt, or, type SQL } from 'drizzle-orm';
import type { Ids } from '../../../ports/ids.ts';
import type { NewObstacle, Obstacles, ObstaclesRequest } from '../../../ports/obstacles.ts';
import type { WorkDoer } from '../../../ports/work.ts';
import { needed, type State } from '../state.ts';
import type { Tables } from '../tables.ts';
import { randomCode } from './code-hash.ts';
import { insertObstacleLog, takeObstacleStep } from './obstacle-steps.ts';

const CODE_LETTERS = 5;
/** 28 million codes: a second try is rare, a third next to impossible. */
const CODE_TRIES = 8;

/** Obstacles in the state database. `demo` false: those of a demonstration are not there, whatever is stored. */
export function stateObstacles(state: State, ids: Ids, { demo }: { readonly demo: boolean }): Obstacles {
  const { db, tables } = state;
  const { obstacles: t, obstacleLog: l } = tables;
  const shown = demo ? undefined : eq(t.demo, false);
  return {
    raise: (one, by) => raise(state, ids, one, by),
    byPress: (subject, pressKey) => pressed(state, subject, pressKey),
    async proposalsSince(subject, since) {
      const mine = and(eq(t.raisedBy, subject), eq(t.kind, 'proposal'), gte(t.createdAt, since));
      const [row] = await db.select({ count: count() }).from(t).where(mine);
      return row?.count ?? 0;
    },
    async byId(id) {
      const [row] = await db
        .select()
        .from(t)
        .where(and(eq(t.id, id), shown));
      return row === undefined ? null : obstacleOf(row);
    },
    async list(request) {
      const rows = await db
        .select()
        .from(t)
        .where(and(shown, ...wanted(t, request)))
        .orderBy(desc(t.createdAt), desc(t.id))
        .limit(request.limit + 1);
      const obstacles = rows.slice(0, request.limit).map(obstacleOf);
      const last = rows.length > request.limit ? obstacles.at(-1) : undefined;
      return { obstacles, next: last ? { createdAt: last.createdAt, id: last.id } : null };
    },
    async counts(ward, raisedBy) {
      const theirs = raisedBy === null ? undefined : eq(t.raisedBy, raisedBy);
      const rows = await db
        .select({ state: t.state, count: count() })
        .from(t)
        .where(and(shown, eq(t.ward, ward), theirs))
        .groupBy(t.state);
      return Object.fromEntries(rows.map((row) => [row.state, row.count]));
    },
    async members({ id, ward }) {
      const rows = await db
        .select()
        .from(t)
        .where(and(shown, eq(t.ward, ward), eq(t.groupedUnder, id)))
        .orderBy(asc(t.createdAt), asc(t.id));
      return rows.map(obstacleOf);
    },
    likes: (ward, headIds) => likes(state, shown, ward, headIds),
    take: (before, step) => takeObstacleStep(state, ids, before, step),
    async log(id) {
      const rows = await db.select().from(l).where(eq(l.obstacleId, id)).orderBy(asc(l.version));
      return rows.map(({ at, act, office, note, version }) => ({ at, act, office, note, version }));
    },
    async unanswered(ward) {
      const open = inArray(t.state, ['open', 'in_hand', 'forwarded']);
      const rows = await db
        .select()
        .from(t)
        .where(and(shown, eq(t.ward, ward), open, isNull(t.groupedUnder)))
        .orderBy(asc(t.createdAt), asc(t.id));
      return rows.map(obstacleOf);
    },
  };
}

function wanted(t: Tables['obstacles'], { ward, raisedBy, state, kind, heads, after }: ObstaclesRequest) {
  return [
    eq(t.ward, ward),
    raisedBy === null ? undefined : eq(t.raisedBy, raisedBy),
    state === null ? undefined : eq(t.state, state),
    kind === null ? undefined : eq(t.kind, kind),
    heads ? isNull(t.groupedUnder) : undefined,
    after === null
      ? undefined
      : or(lt(t.createdAt, after.createdAt), and(eq(t.createdAt, after.createdAt), lt(t.id, after.id))),
  ];
}

const NEW = { state: 'open', owner: null, dueOn: null, groupedUnder: null, answer: null, version: 1 } as const;

/** Of two who use one code, or of one press that came twice, one finds its row taken and looks again. */
async function raise(state: State, ids: Ids, one: NewObstacle, by: WorkDoer): Promise<Obstacle> {
  const { obstacles: t } = state.tables;
  for (let left = CODE_TRIES; left > 0; left -= 1) {
    const there = await pressed(state, by.subject, one.pressKey);
    if (there !== null) return there;
    const id = ids.next();
    const code = `VM-${randomCode(CODE_LETTERS)}`;
    const row = { ...one, ...NEW, id, code, raisedBy: by.subject, createdAt: by.at };
    const touched = await state.atomically((db) => [
      needed(
        db
          .insert(t)
          .values({ ...row, title: clean(one.title), body: clean(one.body) })
          .onConflictDoNothing(),
      ),
      insertObstacleLog(db, state.tables, {
        ...{ id: ids.next(), obstacleId: id, act: 'raised', by, note: null, version: 1 },
      }),
    ]);
    if (touched === null) continue;
    await state.durable();
    const stored = await pressed(state, by.subject, one.pressKey);
    if (stored !== null) return stored;
  }
  throw new Error('no free obstacle code found');
}

async function pressed({ db, tables: { obstacles: t } }: State, subject: string, key: string) {
  const [row] = await db
    .select()
    .from(t)
    .where(and(eq(t.raisedBy, subject), eq(t.pressKey, key)));
  return row === undefined ? null : obstacleOf(row);
}

async function likes(
  { db, tables: { obstacles: t } }: State,
  shown: SQL | undefined,
  ward: string,
  heads: readonly string[],
) {
  if (heads.length === 0) return new Map<string, number>();
  const rows = await db
    .select({ head: t.groupedUnder, count: count() })
    .from(t)
    .where(and(shown, eq(t.ward, ward), inArray(t.groupedUnder, [...heads])))
    .groupBy(t.groupedUnder);
  return new Map(rows.map((row) => [row.head ?? '', row.count]));
}

/** PostgreSQL takes no NUL character in a text. */
const clean = (text: string) => text.replaceAll('\0', '');

export function obstacleOf({ pressKey: _, ...one }: Tables['obstacles']['$inferSelect']): Obstacle {
  return one;
}
