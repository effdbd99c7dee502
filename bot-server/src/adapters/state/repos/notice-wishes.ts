import { count, eq, sum } from 'drizzle-orm';
import type { NoticeWishes } from '../../../ports/notice-wishes.ts';
import type { State } from '../state.ts';
import { mutedFromJson, mutedToJson } from './broadcast-rows.ts';

const EVERYTHING = { muted: [], chat: true } as const;

/** Answers, reports and choices in the state database. */
export function stateNoticeWishes({ db, tables }: State): NoticeWishes {
  const { broadcastAnswers: a, wrongReports: w, noticeChoices: n } = tables;
  return {
    async answer(broadcastId, recipient, given) {
      const row = { broadcastId, recipient, ...given };
      await db
        .insert(a)
        .values({ id: pairId(broadcastId, recipient), ...row })
        .onConflictDoUpdate({ target: a.id, set: given });
    },
    async answerOf(broadcastId, recipient) {
      const [row] = await db
        .select()
        .from(a)
        .where(eq(a.id, pairId(broadcastId, recipient)));
      return row === undefined ? null : { answer: row.answer, people: row.people, at: row.at };
    },
    async answers(broadcastId) {
      const rows = await db
        .select({ answer: a.answer, count: count(), people: sum(a.people) })
        .from(a)
        .where(eq(a.broadcastId, broadcastId))
        .groupBy(a.answer);
      return rows.map((row) => ({ ...row, people: Number(row.people ?? 0) }));
    },
    async reportWrong(broadcastId, recipient, why, at) {
      await db
        .insert(w)
        .values({ id: pairId(broadcastId, recipient), broadcastId, recipient, why, at })
        .onConflictDoUpdate({ target: w.id, set: { why, at } });
    },
    wrongReports: (broadcastId) =>
      db.select({ why: w.why, people: count() }).from(w).where(eq(w.broadcastId, broadcastId)).groupBy(w.why),
    async choices(person) {
      const [row] = await db.select().from(n).where(eq(n.id, person));
      return row === undefined ? EVERYTHING : { muted: mutedFromJson(row.muted), chat: row.chat };
    },
    async choose(person, { muted, chat }, updatedAt) {
      const chosen = { muted: mutedToJson(muted), chat, updatedAt };
      await db
        .insert(n)
        .values({ id: person, ...chosen })
        .onConflictDoUpdate({ target: n.id, set: chosen });
    },
  };
}

const pairId = (broadcastId: string, recipient: string) => `${broadcastId} ${recipient}`;
