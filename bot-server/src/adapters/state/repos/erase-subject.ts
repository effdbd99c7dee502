import { eq, sql } from 'drizzle-orm';
import type { State } from '../state.ts';
import { forgetUploader } from './attachments.ts';
import { forgetAuthor } from './broadcast-steps.ts';
import { erasePlaces } from './class-seats.ts';
import { eraseLearning } from './erase-learning.ts';
import { forgetRecipient } from './forget-notices.ts';
import { forgetSubject } from './forget-work.ts';
import { forgetRaiser } from './obstacle-steps.ts';
import { forgetReportWriter } from './report-drafts.ts';

/**
 * Removes a person of the Mini App from every table, then from SQLite's files. Their chats are erased by `erase-person.ts`.
 * `now`: epoch ms.
 */
export async function eraseSubject(state: State, subject: string, now: number): Promise<void> {
  const { people, grants, personChats, announcementReads, conversations, classes } = state.tables;
  // Conversations of the Mini App are named "<subject>:<conversation>".
  const within = sql`substr(${conversations.id}, 1, ${subject.length + 1}) = ${`${subject}:`}`;
  await state.atomically((db) => [
    db.delete(people).where(eq(people.id, subject)),
    db.delete(grants).where(eq(grants.subject, subject)),
    db.delete(personChats).where(eq(personChats.subject, subject)),
    db.delete(announcementReads).where(eq(announcementReads.subject, subject)),
    ...forgetRecipient(db, state.tables, subject),
    ...forgetAuthor(db, state.tables, subject),
    ...forgetSubject(db, state.tables, subject),
    ...forgetUploader(db, state.tables, subject),
    ...forgetReportWriter(db, state.tables, subject),
    ...forgetRaiser(db, state.tables, subject),
    db.delete(conversations).where(within),
    db.update(classes).set({ openedBy: '' }).where(eq(classes.openedBy, subject)),
    ...erasePlaces(db, state.tables, subject, now),
    ...eraseLearning(db, state.tables, subject),
  ]);
  await state.scrub();
  await state.durable();
}
