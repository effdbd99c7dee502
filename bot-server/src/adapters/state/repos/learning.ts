import type { Learner, LearnerId, QuizAttempt } from '@phuong-so/shared/domain/learning';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Learning } from '../../../ports/learning.ts';
import type { State } from '../state.ts';
import type { Tables } from '../tables.ts';
import { certify, findCertificate, listCertificates } from './certificates.ts';
import { learnerInChat, learnerOf } from './learner-ids.ts';
import { countLearners, type LearningOptions } from './learning-counts.ts';
import { advanceLesson, readProgress } from './lesson-progress.ts';
import {
  dueReminders,
  moveReminder,
  readReminder,
  restartReminder,
  saveReminder,
  stopReminder,
} from './study-reminders.ts';

/** What people have learnt, in the state database. */
export function stateLearning(state: State, { demo, wardOfAccount }: LearningOptions): Learning {
  return {
    learnerOf: (subject) => learnerOf(state, subject),
    learnerInChat: (key) => learnerInChat(state, key),
    progress: (learner) => readProgress(state, learner),
    advance: (id, lesson) => advanceLesson(state, id, lesson),
    attempts: (learner, courseId) => attempts(state, learner, courseId),
    addAttempt: (id, attempt) => addAttempt(state, id, attempt),
    certificates: (learner) => listCertificates(state, learner, demo),
    certify: (learner, wanted) => certify(state, learner, wanted, demo),
    certificate: (code) => findCertificate(state, code, demo),
    remind: (reminder) => saveReminder(state, reminder),
    stopReminding: (key) => stopReminder(state, key),
    learnt: (key, courseId, dueAt) => restartReminder(state, key, courseId, dueAt),
    reminderOf: (key) => readReminder(state, key),
    dueReminders: (now, limit) => dueReminders(state, now, limit),
    reminded: (reminder, nextDueAt) => moveReminder(state, reminder, nextDueAt),
    counts: (ward) => countLearners(state, ward, { demo, wardOfAccount }),
  };
}

async function attempts({ db, tables: { quizAttempts: t } }: State, learner: Learner, courseId: string) {
  const rows = await db
    .select()
    .from(t)
    .where(and(inArray(t.learner, [...learner]), eq(t.course, courseId)))
    .orderBy(desc(t.finishedAt), desc(t.id));
  return rows.map(attemptOf);
}

/** The learner is part of the row's id: nobody takes another's attempt away by using its id. */
async function addAttempt({ db, tables: { quizAttempts: t } }: State, learner: LearnerId, attempt: QuizAttempt) {
  const { id, courseId: course, answers, ...counted } = attempt;
  const row = { id: `${learner} ${id}`, learner, course, answers: JSON.stringify(answers), ...counted };
  await db.insert(t).values(row).onConflictDoNothing();
}

function attemptOf(row: Tables['quizAttempts']['$inferSelect']): QuizAttempt {
  const { id, learner, course: courseId, answers, right, total, finishedAt } = row;
  return { id: id.slice(learner.length + 1), courseId, answers: JSON.parse(answers), right, total, finishedAt };
}
