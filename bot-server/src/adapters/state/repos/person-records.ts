import { eq, inArray, sql } from 'drizzle-orm';
import type { PersonRecords } from '../../../ports/people.ts';
import type { State } from '../state.ts';
import { threadFromJson } from './chat-json.ts';
import { dayOfNumber } from './day-number.ts';
import { learningRecords } from './learning-records.ts';
import { noticeRecords } from './notice-records.ts';
import { obstacleRecords } from './obstacle-records.ts';
import { reportRecords } from './report-drafts.ts';
import { topicFromJson } from './topic-json.ts';
import { workRecords } from './work-records.ts';

const told = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Every row of a person, for themselves to read: what each table keeps under words instead of column names. */
export async function personRecords(state: State, subject: string): Promise<PersonRecords[]> {
  const keys = await chatIds(state, subject);
  const kinds: PersonRecords[] = [
    { what: 'Lựa chọn của bạn', rows: await choices(state, subject) },
    { what: 'Quyền được phường cấp', rows: await rights(state, subject) },
    { what: 'Thông báo đã đọc', rows: await reads(state, subject) },
    { what: 'Chỗ trong lớp học', rows: await classPlaces(state, [subject, ...keys.map((key) => `chat:${key}`)]) },
    { what: 'Lớp học bạn đã mở', rows: await openedClasses(state, subject) },
    { what: 'Cuộc trò chuyện Zalo đã liên kết', rows: await chats(state, subject) },
    ...(await learningRecords(state, subject)),
    { what: 'Phiên bản báo cáo bạn đã soạn', rows: await reportRecords(state, subject) },
    { what: 'Tin nhắn đang chờ xử lý', rows: await waiting(state, keys) },
    { what: 'Tin nhắn trả lời, lời đã xóa khi gửi xong', rows: await replies(state, keys) },
    ...(await noticeRecords(state, subject, keys)),
    ...(await obstacleRecords(state, subject)),
    ...(await workRecords(state, subject)),
    { what: 'Điều vừa hỏi gần đây, để hiểu câu hỏi tiếp', rows: await topics(state, subject, keys) },
  ];
  return kinds.filter(({ rows }) => rows.length > 0);
}

async function chatIds({ db, tables: { personChats: t } }: State, subject: string): Promise<string[]> {
  return (await db.select({ id: t.id }).from(t).where(eq(t.subject, subject))).map(({ id }) => id);
}

async function choices({ db, tables: { people: t } }: State, subject: string) {
  const rows = await db.select().from(t).where(eq(t.id, subject));
  return rows.map((row) => ({
    'phường đã chọn': row.ward,
    'tổ dân phố đã chọn': row.groupId,
    'đồng ý nhận thông báo': row.notifications,
    'lúc trả lời về thông báo': told(row.notificationsAt),
    'ngày đầu tiên dùng': dayOfNumber(row.createdDay),
    'ngày dùng gần nhất': dayOfNumber(row.lastSeenDay),
    'số lần nhập mã gần đây': row.tries,
    'nhập mã từ lúc': told(row.triesSince),
  }));
}

async function rights({ db, tables: { grants: t } }: State, subject: string) {
  const rows = await db.select().from(t).where(eq(t.subject, subject));
  return rows.map((row) => ({
    ...{ 'vai trò': row.role, phường: row.ward, 'đơn vị': row.unit, 'tổ dân phố': row.groupId },
    'người đứng đầu đơn vị': row.head === true,
    ...{ 'được cấp bởi': row.grantedBy, 'được cấp lúc': told(row.grantedAt), 'hết hiệu lực lúc': told(row.revokedAt) },
  }));
}

async function reads({ db, tables: { announcementReads: t, announcements } }: State, subject: string) {
  const rows = await db
    .select({ title: announcements.title, at: t.at })
    .from(t)
    .leftJoin(announcements, eq(announcements.id, t.announcementId))
    .where(eq(t.subject, subject));
  return rows.map(({ title, at }) => ({ 'thông báo': title, 'đọc lúc': told(at) }));
}

async function classPlaces({ db, tables: { classPlaces: t, classes } }: State, learner: readonly string[]) {
  const states = { seated: 'có chỗ', waiting: 'chờ chỗ', given_up: 'đã trả chỗ' };
  const rows = await db
    .select({ place: t, title: classes.title, startsAt: classes.startsAt })
    .from(t)
    .leftJoin(classes, eq(classes.id, t.classId))
    .where(inArray(t.learner, [...learner]));
  return rows.map(({ place, title, startsAt }) => ({
    ...{ 'lớp học': title, 'bắt đầu lúc': told(startsAt), 'chỗ của bạn': states[place.state] },
    ...{ 'tên gọi khi điểm danh': place.calledName, 'tổ dân phố': place.groupId, 'nhóm tuổi': place.ageBand },
    ...{
      'xin chỗ lúc': told(place.askedAt),
      'được nhắc lúc': told(place.remindedAt),
      'có mặt lúc': told(place.attendedAt),
    },
  }));
}

async function openedClasses({ db, tables: { classes: t } }: State, subject: string) {
  const rows = await db.select().from(t).where(eq(t.openedBy, subject));
  return rows.map(({ title, ward, startsAt }) => ({ 'lớp học': title, phường: ward, 'bắt đầu lúc': told(startsAt) }));
}

async function chats({ db, tables: { personChats: t, chatThreads } }: State, subject: string) {
  const rows = await db
    .select({ oaId: t.oaId, userId: t.userId, verifiedAt: t.verifiedAt, state: chatThreads.state })
    .from(t)
    .leftJoin(chatThreads, eq(chatThreads.id, t.id))
    .where(eq(t.subject, subject));
  return rows.map(({ oaId, userId, verifiedAt, state }) => ({
    ...{ 'tài khoản OA': oaId, 'mã của bạn ở OA': userId, 'liên kết lúc': told(verifiedAt) },
    'điều ghi nhớ': state === null ? null : threadFromJson(state),
  }));
}

async function waiting({ db, tables: { inboxEvents: t } }: State, keys: readonly string[]) {
  if (keys.length === 0) return [];
  const rows = await db
    .select()
    .from(t)
    .where(inArray(t.threadId, [...keys]));
  return rows.map(({ event, at }) => ({ 'nội dung': event, lúc: told(at) }));
}

async function replies({ db, tables: { outboxMessages: t } }: State, keys: readonly string[]) {
  if (keys.length === 0) return [];
  const rows = await db
    .select()
    .from(t)
    .where(inArray(t.threadId, [...keys]));
  return rows.map((row) => ({
    ...{ 'nội dung': row.text, 'soạn lúc': told(row.createdAt), 'gửi lúc': told(row.sentAt) },
    ...{ 'tới máy lúc': told(row.receivedAt), 'xem lúc': told(row.seenAt) },
  }));
}

async function topics({ db, tables: { conversations: t } }: State, subject: string, keys: readonly string[]) {
  const prefixes = [`${subject}:`, ...keys.map((key) => `zalo:${key}`)];
  const found = prefixes.map((prefix) =>
    db
      .select({ topic: t.topic, updatedAt: t.updatedAt })
      .from(t)
      .where(sql`substr(${t.id}, 1, ${prefix.length}) = ${prefix}`),
  );
  return (await Promise.all(found))
    .flat()
    .map(({ topic, updatedAt }) => ({ 'chủ đề': topicFromJson(topic), lúc: told(updatedAt) }));
}
