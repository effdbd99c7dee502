import { and, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Announcement, Announcements, FeedRequest, NewAnnouncement } from '../../../ports/announcements.ts';
import type { Ids } from '../../../ports/ids.ts';
import type { State } from '../state.ts';
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
        .where(and(there(request.ward), concerns(t, request), after(t, request)))
        .orderBy(...newest)
        .limit(request.limit + 1);
      const announcements = rows.slice(0, request.limit).map(announcementOf);
      const last = rows.length > request.limit ? announcements.at(-1) : undefined;
      return { announcements, next: last ? { publishedAt: last.publishedAt, id: last.id } : null };
    },
    async byId(id) {
      const [row] = await db
        .select()
        .from(t)
        .where(and(eq(t.id, id), shown));
      return row === undefined ? null : announcementOf(row);
    },
    async byCodes(ward, codes) {
      if (codes.length === 0) return [];
      const rows = await db
        .select()
        .from(t)
        .where(and(there(ward), inArray(t.code, [...codes])));
      return rows.map(announcementOf);
    },
    async recent(ward, limit) {
      const rows = await db
        .select()
        .from(t)
        .where(there(ward))
        .orderBy(...newest)
        .limit(limit);
      return rows.map(announcementOf);
    },
    async readBy(subject, wanted) {
      if (wanted.length === 0) return new Set();
      const ids = wanted.map((id) => readId(id, subject));
      const rows = await db.select({ id: reads.announcementId }).from(reads).where(inArray(reads.id, ids));
      return new Set(rows.map(({ id }) => id));
    },
    async markRead(id, subject, at) {
      const row = { id: readId(id, subject), announcementId: id, subject, at };
      await db.insert(reads).values(row).onConflictDoNothing();
    },
  };
}

function readId(announcementId: string, subject: string): string {
  return `${announcementId} ${subject}`;
}

function concerns(t: Tables['announcements'], { group }: FeedRequest) {
  return group === null ? isNull(t.groupId) : or(isNull(t.groupId), eq(t.groupId, group));
}

function after(t: Tables['announcements'], { after: place }: FeedRequest) {
  if (place === null) return undefined;
  const { publishedAt, id } = place;
  return or(lt(t.publishedAt, publishedAt), and(eq(t.publishedAt, publishedAt), lt(t.id, id)));
}

async function publish({ db, tables, durable }: State, id: string, given: NewAnnouncement): Promise<Announcement> {
  const { announcements: t } = tables;
  for (let left = CODE_TRIES; left > 0; left -= 1) {
    const code = `TB-${randomCode(CODE_LETTERS)}`;
    const row = { ...rowOf(given), id, code, correctedAt: null, demo: false, withdrawnAt: null };
    const [stored] = await db.insert(t).values(row).onConflictDoNothing().returning();
    if (stored === undefined) continue;
    await durable();
    return announcementOf(stored);
  }
  throw new Error('no free announcement code found');
}

export function rowOf({ group, event, ...same }: NewAnnouncement) {
  return { ...same, groupId: group, eventAt: event?.startsAt ?? null, eventPlace: event?.place ?? null };
}

function announcementOf({ groupId, eventAt, eventPlace, withdrawnAt: _, ...same }: Row): Announcement {
  return { ...same, group: groupId, event: eventAt === null ? null : { startsAt: eventAt, place: eventPlace } };
}
