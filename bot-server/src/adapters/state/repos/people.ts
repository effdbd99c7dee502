import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import { and, eq, inArray, lt, type SQLWrapper, sql } from 'drizzle-orm';
import type { Clock } from '../../../ports/clock.ts';
import type { Choice, People, Person } from '../../../ports/people.ts';
import type { State } from '../state.ts';
import type { Tables } from '../tables.ts';
import { dayNumber, dayOfNumber } from './day-number.ts';
import { removeLearning } from './erase-learning.ts';
import { eraseSubject } from './erase-subject.ts';
import { pruneDemoWork } from './forget-work.ts';
import { personRecords } from './person-records.ts';

/** People of the Mini App in the state database. */
export function statePeople(state: State, clock: Clock): People {
  const { db, tables } = state;
  const { people: t, personChats } = tables;
  return {
    async meet(subject) {
      const today = dayNumber(clock.today());
      await db
        .insert(t)
        .values(stranger(subject, today))
        .onConflictDoUpdate({ target: t.id, set: { lastSeenDay: today } });
    },
    async read(subject) {
      const [row] = await db.select().from(t).where(eq(t.id, subject));
      return row === undefined ? null : personOf(row);
    },
    async choose(subject, choice) {
      const row = stranger(subject, dayNumber(clock.today()));
      await db
        .insert(t)
        .values({ ...row, ...chosen(choice, clock) })
        .onConflictDoUpdate({ target: t.id, set: { ...chosen(choice, clock), ...groupAfter(t, choice) } });
    },
    async chats(subject) {
      const key = { oaId: personChats.oaId, userId: personChats.userId };
      return db.select(key).from(personChats).where(eq(personChats.subject, subject));
    },
    async chatsOf(subjects) {
      const wanted = { subject: personChats.subject, oaId: personChats.oaId, userId: personChats.userId };
      const rows =
        subjects.length === 0
          ? []
          : await db
              .select(wanted)
              .from(personChats)
              .where(inArray(personChats.subject, [...subjects]));
      const found = new Map<string, ThreadKey[]>();
      for (const { subject, ...key } of rows) found.set(subject, [...(found.get(subject) ?? []), key]);
      return found;
    },
    records: (subject) => personRecords(state, subject),
    erase: (subject) => eraseSubject(state, subject, clock.now().getTime()),
    pruneDemo: (before) => pruneDemo(state, dayNumber(before)),
  };
}

/** What belongs to such a person goes with them. */
async function pruneDemo({ atomically, tables }: State, before: number): Promise<void> {
  const { people, grants, personChats, announcementReads, classPlaces } = tables;
  const { deliveries, broadcastAnswers } = tables;
  const { broadcasts, broadcastLog, wrongReports, noticeChoices } = tables;
  const isDemo = (column: SQLWrapper) => sql`substr(${column}, 1, 5) = 'demo:'`;
  const isGone = (column: SQLWrapper) =>
    sql`${isDemo(column)} and ${column} not in (select ${people.id} from ${people})`;
  await atomically((db) => [
    db.delete(people).where(and(isDemo(people.id), lt(people.lastSeenDay, before))),
    db.delete(grants).where(isGone(grants.subject)),
    db.delete(personChats).where(isGone(personChats.subject)),
    db.delete(announcementReads).where(isGone(announcementReads.subject)),
    db.delete(classPlaces).where(isGone(classPlaces.learner)),
    ...removeLearning(db, tables, isGone),
    db.delete(deliveries).where(isGone(deliveries.recipient)),
    db.delete(broadcastAnswers).where(isGone(broadcastAnswers.recipient)),
    db.delete(wrongReports).where(isGone(wrongReports.recipient)),
    db.delete(noticeChoices).where(isGone(noticeChoices.id)),
    db.delete(broadcasts).where(isGone(broadcasts.createdBy)),
    db.delete(broadcastLog).where(isGone(broadcastLog.bySubject)),
    ...pruneDemoWork(db, tables, isGone),
  ]);
}

/** Somebody of whom nothing is known but that they are here. */
export function stranger(subject: string, today: number): Tables['people']['$inferInsert'] {
  const nothing = { ward: null, groupId: null, notifications: false, notificationsAt: null, triesSince: null };
  return { id: subject, ...nothing, tries: 0, createdDay: today, lastSeenDay: today };
}

function chosen({ ward, group, notifications }: Choice, clock: Clock) {
  return {
    lastSeenDay: dayNumber(clock.today()),
    ...(ward === undefined ? {} : { ward }),
    ...(group === undefined ? {} : { groupId: group }),
    ...(notifications === undefined ? {} : { notifications, notificationsAt: clock.now().getTime() }),
  };
}

function groupAfter(t: Tables['people'], { ward, group }: Choice) {
  if (ward === undefined || group !== undefined) return {};
  return { groupId: ward === null ? null : sql`case when ${t.ward} = ${ward} then ${t.groupId} end` };
}

function personOf(row: Tables['people']['$inferSelect']): Person {
  const { id, ward, groupId, notifications, notificationsAt, createdDay, lastSeenDay } = row;
  return {
    ...{ subject: id, ward, group: groupId, notifications, notificationsAt },
    ...{ createdDay: dayOfNumber(createdDay), lastSeenDay: dayOfNumber(lastSeenDay) },
  };
}
