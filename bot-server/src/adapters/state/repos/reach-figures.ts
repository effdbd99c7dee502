import type { AnnouncementKind } from '@phuong-so/shared/domain/broadcast';
import { and, count, countDistinct, eq, exists, gte, inArray, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { KindReach, ReachFigures, ReachRequest, WardReach } from '../../../ports/reach-figures.ts';
import type { State } from '../state.ts';
import { mutedFromJson } from './broadcast-rows.ts';

const REACHED = ['sent', 'delivered', 'seen'] as const;

/** Sums over a ward's announcements, in the state database. `demo` false: those of a demonstration are not there. */
export function stateReachFigures(state: State, { demo }: { readonly demo: boolean }): ReachFigures {
  return {
    async of(request) {
      const within = published(state, request, demo);
      const [[all], byChannel, byKind, readsByHour, wishes] = await Promise.all([
        state.db.select({ broadcasts: count() }).from(state.tables.broadcasts).where(within),
        channels(state, within),
        kinds(state, within),
        hours(state, within),
        wishesOf(state, request),
      ]);
      return { broadcasts: all?.broadcasts ?? 0, byChannel, byKind, readsByHour, ...wishes };
    },
  };
}

function published(
  { db, tables: { broadcasts: b, announcements: a } }: State,
  { ward, from, until }: ReachRequest,
  demo: boolean,
) {
  const ids = db
    .select({ id: a.id })
    .from(a)
    .where(and(eq(a.ward, ward), gte(a.publishedAt, from), lt(a.publishedAt, until)));
  return and(eq(b.ward, ward), inArray(b.id, ids), demo ? undefined : eq(b.demo, false));
}

async function channels({ db, tables: { broadcasts: b, deliveries: d, broadcastAnswers: w } }: State, within?: SQL) {
  const answered = exists(
    db
      .select({ id: w.id })
      .from(w)
      .where(and(eq(w.broadcastId, d.broadcastId), eq(w.recipient, d.recipient))),
  );
  const rows = await db
    .select({
      channel: d.channel,
      sent: count(),
      seen: sql<number>`sum(case when ${d.state} = 'seen' then 1 else 0 end)`,
      answered: sql<number>`sum(case when ${answered} then 1 else 0 end)`,
    })
    .from(d)
    .innerJoin(b, eq(b.id, d.broadcastId))
    .where(and(within, eq(d.revision, 0), inArray(d.state, [...REACHED])))
    .groupBy(d.channel);
  return rows.map((row) => ({ ...row, seen: Number(row.seen), answered: Number(row.answered) }));
}

async function kinds(
  { db, tables: { broadcasts: b, deliveries: d, broadcastAnswers: w } }: State,
  within?: SQL,
): Promise<KindReach[]> {
  const person = sql`${d.broadcastId} || ' ' || ${d.recipient}`;
  // Everybody has one row beside that of the app's list: the way that comes to them, or why none does.
  const people = await db
    .select({ kind: b.kind, people: count() })
    .from(d)
    .innerJoin(b, eq(b.id, d.broadcastId))
    .where(and(within, eq(d.revision, 0), ne(d.channel, 'feed')))
    .groupBy(b.kind);
  const seen = await db
    .select({ kind: b.kind, people: countDistinct(person) })
    .from(d)
    .innerJoin(b, eq(b.id, d.broadcastId))
    .where(and(within, eq(d.state, 'seen')))
    .groupBy(b.kind);
  const answered = await db
    .select({ kind: b.kind, people: count() })
    .from(w)
    .innerJoin(b, eq(b.id, w.broadcastId))
    .where(within)
    .groupBy(b.kind);
  const of = (rows: typeof people, kind: AnnouncementKind) => rows.find((row) => row.kind === kind)?.people ?? 0;
  const named = [...new Set([...people, ...answered].map(({ kind }) => kind))];
  return named.map((kind) => {
    return { kind, people: of(people, kind), seen: of(seen, kind), answered: of(answered, kind) };
  });
}

const HOUR_MS = sql.raw('3600000');
/** Asia/Ho_Chi_Minh has no summer time. */
const VIETNAM_HOURS = sql.raw('7');

async function hours({ db, tables: { broadcasts: b, deliveries: d } }: State, within?: SQL) {
  const each = db
    .select({ hour: sql<number>`(min(${d.seenAt}) / ${HOUR_MS} + ${VIETNAM_HOURS}) % 24`.as('hour') })
    .from(d)
    .innerJoin(b, eq(b.id, d.broadcastId))
    .where(and(within, eq(d.state, 'seen')))
    .groupBy(d.broadcastId, d.recipient)
    .as('each');
  const rows = await db.select({ hour: each.hour, reads: count() }).from(each).groupBy(sql`${each.hour}`);
  return rows.map(({ hour, reads }) => ({ hour: Number(hour), reads })).sort((a, b) => a.hour - b.hour);
}

/** Few people mute anything: their rows are read, and the list inside each is not asked of the database. */
async function wishesOf(
  { db, tables: { noticeChoices: n, people: p, chatThreads: t } }: State,
  { ward, oaIds }: ReachRequest,
): Promise<Pick<WardReach, 'muted' | 'unsubscribed'>> {
  const inChat = oaIds.length === 0 ? eq(t.ward, ward) : or(eq(t.ward, ward), inArray(t.oaId, [...oaIds]));
  const rows = await db
    .select({ muted: n.muted, chat: n.chat })
    .from(n)
    .leftJoin(p, eq(p.id, n.id))
    .leftJoin(t, eq(sql`'chat:' || ${t.id}`, n.id))
    .where(or(eq(p.ward, ward), inChat));
  const muted = new Map<AnnouncementKind, number>();
  for (const kind of rows.flatMap((row) => mutedFromJson(row.muted))) muted.set(kind, (muted.get(kind) ?? 0) + 1);
  return { muted, unsubscribed: rows.filter(({ chat }) => !chat).length };
}
