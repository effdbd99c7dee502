import { eq, inArray } from 'drizzle-orm';
import type { PersonRecords } from '../../../ports/people.ts';
import type { State } from '../state.ts';
import { mutedFromJson } from './broadcast-rows.ts';

const told = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** What announcements keep of a person, for themselves to read. `keys`: thread ids of their proven chats. */
export async function noticeRecords(state: State, subject: string, keys: readonly string[]): Promise<PersonRecords[]> {
  const recipients = [subject, ...keys.map((key) => `chat:${key}`)];
  return [
    { what: 'Thông báo đã gửi tới bạn', rows: await deliveries(state, recipients) },
    { what: 'Câu trả lời của bạn cho thông báo', rows: await answers(state, recipients) },
    { what: 'Thông báo bạn báo là sai', rows: await reports(state, recipients) },
    { what: 'Loại thông báo bạn muốn nhận', rows: await choices(state, recipients) },
    { what: 'Thông báo bạn đã soạn', rows: await written(state, subject) },
    { what: 'Tệp bạn đã gửi lên', rows: await uploads(state, subject) },
    { what: 'Việc bạn đã làm với thông báo', rows: await done(state, subject) },
  ];
}

async function deliveries({ db, tables: { deliveries: d, broadcasts: b } }: State, recipients: readonly string[]) {
  const rows = await db
    .select({ title: b.title, row: d })
    .from(d)
    .leftJoin(b, eq(b.id, d.broadcastId))
    .where(inArray(d.recipient, [...recipients]));
  return rows.map(({ title, row }) => ({
    ...{ 'thông báo': title, 'lần đính chính': row.revision, 'đường gửi': row.channel, 'kết quả': row.state },
    ...{ 'lý do': row.reason, 'tổ dân phố': row.groupId, 'gửi lúc': told(row.sentAt) },
    ...{ 'tới máy lúc': told(row.receivedAt), 'xem lúc': told(row.seenAt) },
  }));
}

async function answers({ db, tables: { broadcastAnswers: a, broadcasts: b } }: State, recipients: readonly string[]) {
  const rows = await db
    .select({ title: b.title, row: a })
    .from(a)
    .leftJoin(b, eq(b.id, a.broadcastId))
    .where(inArray(a.recipient, [...recipients]));
  return rows.map(({ title, row }) => ({
    ...{ 'thông báo': title, 'trả lời': row.answer, 'số người': row.people, lúc: told(row.at) },
  }));
}

async function reports({ db, tables: { wrongReports: w, broadcasts: b } }: State, recipients: readonly string[]) {
  const rows = await db
    .select({ title: b.title, row: w })
    .from(w)
    .leftJoin(b, eq(b.id, w.broadcastId))
    .where(inArray(w.recipient, [...recipients]));
  return rows.map(({ title, row }) => ({ 'thông báo': title, 'lý do': row.why, lúc: told(row.at) }));
}

async function choices({ db, tables: { noticeChoices: n } }: State, recipients: readonly string[]) {
  const rows = await db
    .select()
    .from(n)
    .where(inArray(n.id, [...recipients]));
  return rows.map((row) => ({
    ...{ 'không nhận loại': mutedFromJson(row.muted), 'nhận qua Zalo OA': row.chat, 'chọn lúc': told(row.updatedAt) },
  }));
}

async function written({ db, tables: { broadcasts: b } }: State, subject: string) {
  const rows = await db.select().from(b).where(eq(b.createdBy, subject));
  return rows.map((row) => ({
    ...{ 'tiêu đề': row.title, 'nội dung': row.body, 'trạng thái': row.state, 'soạn lúc': told(row.createdAt) },
  }));
}

async function uploads({ db, tables: { attachments: t } }: State, subject: string) {
  const rows = await db.select().from(t).where(eq(t.createdBy, subject));
  return rows.map((row) => ({ 'tên tệp': row.name, loại: row.type, 'gửi lên lúc': told(row.createdAt) }));
}

async function done({ db, tables: { broadcastLog: l, broadcasts: b } }: State, subject: string) {
  const rows = await db
    .select({ title: b.title, row: l })
    .from(l)
    .leftJoin(b, eq(b.id, l.broadcastId))
    .where(eq(l.bySubject, subject));
  return rows.map(({ title, row }) => ({
    ...{ 'thông báo': title, việc: row.act, 'với tư cách': row.office, 'ghi chú': row.note, lúc: told(row.at) },
  }));
}
