import { eq } from 'drizzle-orm';
import type { PersonRecords } from '../../../ports/people.ts';
import type { State } from '../state.ts';

const told = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** What officials' work keeps of a person, for themselves to read. */
export async function workRecords(state: State, subject: string): Promise<PersonRecords[]> {
  return [
    { what: 'Nhiệm vụ bạn phụ trách', rows: await held(state, subject) },
    { what: 'Việc bạn đã làm với nhiệm vụ', rows: await done(state, subject) },
    { what: 'Báo cáo bạn đã gửi', rows: await reports(state, subject) },
    { what: 'Số liệu chỉ tiêu bạn đã nhập', rows: await values(state, subject) },
    { what: 'Lời nhắc việc đã gửi cho bạn', rows: await reminders(state, subject) },
    { what: 'Bản báo cáo bạn đã sửa', rows: await drafts(state, subject) },
    { what: 'Vướng mắc, đề xuất bạn đã gửi', rows: await obstacles(state, subject) },
    { what: 'Việc bạn đã làm với vướng mắc, đề xuất', rows: await handled(state, subject) },
  ];
}

async function held({ db, tables: { workItems: t } }: State, subject: string) {
  const rows = await db.select().from(t).where(eq(t.responsibleSubject, subject));
  return rows.map((row) => ({ 'nhiệm vụ': row.title, phường: row.ward, 'tên gọi của bạn': row.responsible }));
}

async function done({ db, tables: { workLog: l, workItems: t } }: State, subject: string) {
  const rows = await db
    .select({ title: t.title, row: l })
    .from(l)
    .leftJoin(t, eq(t.id, l.itemId))
    .where(eq(l.bySubject, subject));
  return rows.map(({ title, row }) => ({
    ...{ 'nhiệm vụ': title, việc: row.act, 'với tư cách': row.office, 'ghi chú': row.note, lúc: told(row.at) },
  }));
}

async function reports({ db, tables: { workReports: r, workItems: t } }: State, subject: string) {
  const rows = await db
    .select({ title: t.title, row: r })
    .from(r)
    .leftJoin(t, eq(t.id, r.itemId))
    .where(eq(r.bySubject, subject));
  return rows.map(({ title, row }) => ({
    ...{ 'nhiệm vụ': title, 'nội dung': JSON.parse(row.progress), 'tình trạng': row.state, lúc: told(row.at) },
  }));
}

async function values({ db, tables: { targetValues: v, keptTargets: k } }: State, subject: string) {
  const rows = await db
    .select({ name: k.name, row: v })
    .from(v)
    .leftJoin(k, eq(k.id, v.targetId))
    .where(eq(v.bySubject, subject));
  return rows.map(({ name, row }) => ({
    ...{ 'chỉ tiêu': name, kỳ: row.period, 'số liệu': row.value, nguồn: row.source, 'ghi chú': row.note },
    ...{ 'với tư cách': row.office, lúc: told(row.at) },
  }));
}

async function reminders({ db, tables: { workReminders: w, workItems: t } }: State, subject: string) {
  const rows = await db
    .select({ title: t.title, row: w })
    .from(w)
    .leftJoin(t, eq(t.id, w.itemId))
    .where(eq(w.subject, subject));
  return rows.map(({ title, row }) => ({ 'nhiệm vụ': title, ngày: row.day, 'gửi lúc': told(row.toldAt) }));
}

async function drafts({ db, tables: { reportVersions: w, reportDrafts: d } }: State, subject: string) {
  const rows = await db
    .select({ draft: d, row: w })
    .from(w)
    .leftJoin(d, eq(d.id, w.draftId))
    .where(eq(w.bySubject, subject));
  return rows.map(({ draft, row }) => ({
    ...{ phường: draft?.ward ?? null, kỳ: draft?.period ?? null, bản: row.version, 'với tư cách': row.office },
    ...{ 'nội dung': JSON.parse(row.sections), lúc: told(row.at) },
  }));
}

async function obstacles({ db, tables: { obstacles: o } }: State, subject: string) {
  const rows = await db.select().from(o).where(eq(o.raisedBy, subject));
  return rows.map((row) => ({
    ...{ mã: row.code, loại: row.kind, 'tiêu đề': row.title, 'nội dung': row.body, 'trả lời': row.answer },
    ...{ 'tình trạng': row.state, 'gửi lúc': told(row.createdAt) },
  }));
}

async function handled({ db, tables: { obstacleLog: l, obstacles: o } }: State, subject: string) {
  const rows = await db
    .select({ title: o.title, row: l })
    .from(l)
    .leftJoin(o, eq(o.id, l.obstacleId))
    .where(eq(l.bySubject, subject));
  return rows.map(({ title, row }) => ({
    ...{ 'tiêu đề': title, việc: row.act, 'với tư cách': row.office, 'ghi chú': row.note, lúc: told(row.at) },
  }));
}
