import type { LearnerId } from '@phuong-so/shared/domain/learning';
import { and, inArray, notInArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Handle, Write } from '../state.ts';
import type { Tables } from '../tables.ts';

/** The writes that remove what was learnt under one id; a certificate too: whoever checks it is told that none exists. */
export function eraseLearning(db: Handle, tables: Tables, learner: LearnerId): Write[] {
  return removeLearning(db, tables, (column) => sql`${column} = ${learner}`);
}

/** The same for all ids of which `is` holds. */
export function removeLearning(db: Handle, tables: Tables, is: (learner: SQLWrapper) => SQL): Write[] {
  const { lessonProgress, quizAttempts, certificates } = tables;
  return [lessonProgress, quizAttempts, certificates].map((table) => db.delete(table).where(is(table.learner)));
}

/**
 * The writes that forget how far somebody came whose chat is about to be forgotten. What is proven to be somebody's stays
 * with them, and so does every certificate: the paper is still out there to be checked.
 */
export function forgetChatLearning(db: Handle, tables: Tables, isForgotten: SQL | undefined): Write[] {
  const { lessonProgress, quizAttempts, studyReminders, chatThreads, personChats } = tables;
  const chats = db.select({ id: chatThreads.id }).from(chatThreads).where(isForgotten);
  const learners = db
    .select({ id: sql<string>`'chat:' || ${chatThreads.id}` })
    .from(chatThreads)
    .where(and(isForgotten, notInArray(chatThreads.id, db.select({ id: personChats.id }).from(personChats))));
  return [
    db.delete(studyReminders).where(inArray(studyReminders.id, chats)),
    db.delete(lessonProgress).where(inArray(lessonProgress.learner, learners)),
    db.delete(quizAttempts).where(inArray(quizAttempts.learner, learners)),
  ];
}
