import { eq } from 'drizzle-orm';
import type { PersonRecords } from '../../../ports/people.ts';
import type { State } from '../state.ts';

const told = (at: number) => new Date(at).toISOString();

/** What obstacles and proposals keep of a person, for themselves to read. */
export async function obstacleRecords(state: State, subject: string): Promise<PersonRecords[]> {
  return [
    { what: 'Vướng mắc, kiến nghị bạn đã gửi', rows: await raised(state, subject) },
    { what: 'Việc bạn đã làm với vướng mắc, kiến nghị', rows: await done(state, subject) },
  ];
}

async function raised({ db, tables: { obstacles: t } }: State, subject: string) {
  const rows = await db.select().from(t).where(eq(t.raisedBy, subject));
  return rows.map((row) => ({
    ...{ mã: row.code, phường: row.ward, loại: row.kind, 'tiêu đề': row.title, 'nội dung': row.body },
    ...{ 'thay mặt đơn vị': row.unit, 'tình trạng': row.state, 'trả lời': row.answer, 'gửi lúc': told(row.createdAt) },
  }));
}

async function done({ db, tables: { obstacleLog: l, obstacles: t } }: State, subject: string) {
  const rows = await db
    .select({ code: t.code, row: l })
    .from(l)
    .leftJoin(t, eq(t.id, l.obstacleId))
    .where(eq(l.bySubject, subject));
  return rows.map(({ code, row }) => ({
    ...{ mã: code, việc: row.act, 'với tư cách': row.office, 'ghi chú': row.note, lúc: told(row.at) },
  }));
}
