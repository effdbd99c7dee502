import { and, desc, eq, exists, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Announcement, Announcements, FeedRequest, NewAnnouncement } from '../../../ports/announcements.ts';
import type { Ids } from '../../../ports/ids.ts';
import { type Handle, needed, type State, type Write } from '../state.ts';
import type { Tables } from '../tables.ts';
import { randomCode } from './code-hash.ts';

type Row = Tables['announcements']['$inferSelect'];
const CODE_LETTERS = 5;
/** 28 million codes: a second try is rare, a third next to impossible. */
const CODE_TRIES = 8;

/** Announcements in the state database. `demo` false: those of a demonstration are not there, whatever is stored. */
export function stateAnnouncements(state: State, ids: Ids, { demo }: { readonly demo: boolean }): Announcements {
  const { db, tables } = state;
  const { announcements: t, announcementReads: reads } = tables;
  const shown = and(isNull(t.withdrawnAt), demo ? undefined : eq(t.demo, false));
  const there = (ward: string) => and(eq(t.ward, ward), shown);
  const newest = [desc(t.publishedAt), desc(t.id)];
  return {
    publish: (announcement) => publish(state, ids.next(), announcement),
    async feed(request) {
      const rows = await db
        .select()
        .from(t)
        .where(and(there(request.ward), concerns(state, request), after(t, request)))
        .orderBy(...newest)
        .limit(request.limit + 1);
      const announcements = await withGroups(state, rows.slice(0, request.limit));
      const last = rows.length > request.limit ? announcements.at(-1) : undefined;
      return { announcements, next: last ? { publishedAt: last.publishedAt, id: last.id } : null };
    },
    async byId(id) {
      const [row] = await db
        .select()
        .from(t)
        .where(and(eq(t.id, id), shown));
      const [found] = row === undefined ? [] : await withGroups(state, [row]);
      return found ?? null;
    },
    async byCodes(ward, codes) {
      if (codes.length === 0) return [];
      const rows = await db
        .select()
        .from(t)
        .where(and(there(ward), inArray(t.code, [...codes])));
      return withGroups(state, rows);
    },
    async recent(ward, limit) {
      const rows = await db
        .select()
        .from(t)
        .where(there(ward))
        .orderBy(...newest)
        .limit(limit);
      return withGroups(state, rows);
    },
    async readBy(subject, wanted) {
      if (wanted.length === 0) return new Set();
      const ids = wanted.map((id) => readId(id, subject));
      const rows = await db.select({ id: reads.announcementId }).from(reads).where(inArray(reads.id, ids));
      return new Set(rows.map(({ id }) => id));
    },
    async markRead(id, subject, at) {
      const row = { id: readId(id, subject), announcementId: id, subject, at };
      await state.atomically((within) => [
        within.insert(reads).values(row).onConflictDoNothing(),
        ...markSeenInFeed(within, tables, { id, subject, at }),
      ]);
    },
  };
}

function readId(announcementId: string, subject: string): string {
  return `${announcementId} ${subject}`;
}

function concerns({ db, tables }: State, { group }: FeedRequest) {
  const { announcements: t, announcementGroups: g } = tables;
  if (group === null) return isNull(t.groupId);
  const ofGroup = db
    .select({ id: g.id })
    .from(g)
    .where(and(eq(g.announcementId, t.id), eq(g.groupId, group)));
  return or(isNull(t.groupId), exists(ofGroup));
}

function after(t: Tables['announcements'], { after: place }: FeedRequest) {
  if (place === null) return undefined;
  const { publishedAt, id } = place;
  return or(lt(t.publishedAt, publishedAt), and(eq(t.publishedAt, publishedAt), lt(t.id, id)));
}

async function publish(state: State, id: string, given: NewAnnouncement): Promise<Announcement> {
  const { announcements: t } = state.tables;
  for (let left = CODE_TRIES; left > 0; left -= 1) {
    const code = await freeCode(state, given.ward);
    const stored = { ...given, id, code, correctedAt: null, demo: false };
    const touched = await state.atomically((db) => [
      needed(
        db
          .insert(t)
          .values({ ...rowOf(stored), withdrawnAt: null })
          .onConflictDoNothing(),
      ),
      ...insertGroups(db, state.tables, stored),
    ]);
    if (touched === null) continue;
    await state.durable();
    return stored;
  }
  throw new Error('no free announcement code found');
}

/** A code that neither an announcement nor a draft of the ward has at this moment. */
export async function freeCode({ db, tables: { announcements, broadcasts } }: State, ward: string): Promise<string> {
  for (let left = CODE_TRIES; left > 0; left -= 1) {
    const code = `TB-${randomCode(CODE_LETTERS)}`;
    const taken = await Promise.all(
      [announcements, broadcasts].map((t) =>
        db
          .select({ id: t.id })
          .from(t)
          .where(and(eq(t.ward, ward), eq(t.code, code))),
      ),
    );
    if (taken.every((rows) => rows.length === 0)) return code;
  }
  throw new Error('no free announcement code found');
}

export function rowOf({ groups, event, ...same }: Announcement) {
  return { ...same, groupId: groups[0] ?? null, eventAt: event?.startsAt ?? null, eventPlace: event?.place ?? null };
}

/** The rows that say for which groups an announcement is; none for the whole ward. */
export function insertGroups(db: Handle, { announcementGroups: g }: Tables, { id, groups }: Announcement): Write[] {
  if (groups.length === 0) return [];
  const rows = groups.map((groupId) => ({ id: `${id} ${groupId}`, announcementId: id, groupId }));
  return [db.insert(g).values(rows).onConflictDoNothing()];
}

async function withGroups({ db, tables: { announcementGroups: g } }: State, rows: readonly Row[]) {
  const ids = rows.flatMap(({ id, groupId }) => (groupId === null ? [] : [id]));
  const groups = ids.length === 0 ? [] : await db.select().from(g).where(inArray(g.announcementId, ids));
  return rows.map(({ groupId: _, eventAt, eventPlace, withdrawnAt: __, ...same }): Announcement => {
    const own = groups.filter(({ announcementId }) => announcementId === same.id).map(({ groupId }) => groupId);
    return { ...same, groups: own.sort(), event: eventAt === null ? null : { startsAt: eventAt, place: eventPlace } };
  });
}

/** Read in the Mini App: the delivery by its list is seen, the first time. */
function markSeenInFeed(
  db: Handle,
  { deliveries: d }: Tables,
  { id, subject, at }: { readonly id: string; readonly subject: string; readonly at: number },
): Write[] {
  const unseen = and(eq(d.broadcastId, id), eq(d.recipient, subject), eq(d.channel, 'feed'), isNull(d.seenAt));
  return [db.update(d).set({ state: 'seen', seenAt: at }).where(unseen)];
}
