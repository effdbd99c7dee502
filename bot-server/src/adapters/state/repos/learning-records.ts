import { chatOfLearner } from '@phuong-so/shared/domain/learning';
import { inArray } from 'drizzle-orm';
import type { PersonRecords } from '../../../ports/people.ts';
import type { State } from '../state.ts';
import { learnerOf } from './learner-ids.ts';
import { threadId } from './thread-id.ts';

const told = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** What a person has learnt, in the app and in their proven chats, for themselves to read. */
export async function learningRecords(state: State, subject: string): Promise<PersonRecords[]> {
  const ids = [...(await learnerOf(state, subject))];
  return [
    { what: 'Bài đã học', rows: await lessons(state, ids) },
    { what: 'Câu hỏi ôn đã trả lời', rows: await quizzes(state, ids) },
    { what: 'Giấy chứng nhận', rows: await papers(state, ids) },
    { what: 'Lời nhắc học đã hẹn', rows: await reminders(state, ids) },
  ];
}

async function lessons({ db, tables: { lessonProgress: t } }: State, ids: string[]) {
  const rows = await db.select().from(t).where(inArray(t.learner, ids));
  return rows.map((row) => ({
    ...{ 'khóa học': row.course, bài: row.lesson, 'tới bước': row.step + 1 },
    ...{ 'học xong lúc': told(row.finishedAt), 'học gần nhất lúc': told(row.updatedAt) },
  }));
}

async function quizzes({ db, tables: { quizAttempts: t } }: State, ids: string[]) {
  const rows = await db.select().from(t).where(inArray(t.learner, ids));
  return rows.map((row) => ({
    ...{ 'khóa học': row.course, 'câu trả lời': JSON.parse(row.answers), 'số câu đúng': row.right },
    ...{ 'tổng số câu': row.total, lúc: told(row.finishedAt) },
  }));
}

async function papers({ db, tables: { certificates: t } }: State, ids: string[]) {
  const rows = await db.select().from(t).where(inArray(t.learner, ids));
  return rows.map((row) => ({
    ...{ 'mã kiểm tra': row.id, 'khóa học': row.course, 'phường cấp': row.ward, 'tên in trên giấy': row.name },
    ...{ 'cấp lúc': told(row.issuedAt), 'mẫu trình diễn': row.demo },
  }));
}

async function reminders({ db, tables: { studyReminders: t } }: State, ids: string[]) {
  const chats = ids.map(chatOfLearner).flatMap((key) => (key === null ? [] : [threadId(key)]));
  const rows = await db.select().from(t).where(inArray(t.id, chats));
  return rows.map((row) => ({
    ...{
      'khóa học': row.course,
      'nhắc tiếp lúc': told(row.dueAt),
      'đã nhắc': row.sent,
      'đồng ý lúc': told(row.agreedAt),
    },
  }));
}
