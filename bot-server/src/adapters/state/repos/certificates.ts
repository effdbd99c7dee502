import type { Certificate, Learner } from '@phuong-so/shared/domain/learning';
import { EASY_LETTERS, typedCode } from '@phuong-so/shared/text/easy-code';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { NewCertificate } from '../../../ports/learning.ts';
import type { State } from '../state.ts';
import type { Tables } from '../tables.ts';
import { randomCode } from './code-hash.ts';

const PREFIX = 'CN';
const LETTERS = 8;
const ROW_ID = new RegExp(`^${PREFIX}[${EASY_LETTERS}]{${LETTERS}}$`);
/** 850 thousand million codes: a second try is next to impossible. */
const TRIES = 8;

/** One a course: where chat and app had one each before they were joined, the first. Both can still be checked. */
export async function listCertificates(state: State, learner: Learner, demo: boolean): Promise<Certificate[]> {
  const { certificates: t } = state.tables;
  const rows = await state.db
    .select()
    .from(t)
    .where(and(inArray(t.learner, [...learner]), shown(t, demo)))
    .orderBy(asc(t.issuedAt), asc(t.id));
  return rows.filter(({ course }, at) => rows.findIndex((row) => row.course === course) === at).map(certificateOf);
}

/** Two at once both insert under the first id, where a course stands once; who comes second reads what the first wrote. */
export async function certify(
  state: State,
  learner: Learner,
  { courseId: course, ward, name, at }: NewCertificate,
  demo: boolean,
): Promise<Certificate> {
  const { certificates: t } = state.tables;
  for (let left = TRIES; left > 0; left -= 1) {
    const found = (await listCertificates(state, learner, demo)).find(({ courseId }) => courseId === course);
    if (found !== undefined) return found;
    const id = `${PREFIX}${randomCode(LETTERS)}`;
    const row = { id, learner: learner[0], course, ward, name, issuedAt: at, demo };
    const [stored] = await state.db.insert(t).values(row).onConflictDoNothing().returning();
    if (stored === undefined) continue;
    await state.durable();
    return certificateOf(stored);
  }
  throw new Error('no free certificate code found');
}

export async function findCertificate(state: State, typed: string, demo: boolean): Promise<Certificate | null> {
  const id = typedCode(typed);
  if (!ROW_ID.test(id)) return null;
  const { certificates: t } = state.tables;
  const [row] = await state.db
    .select()
    .from(t)
    .where(and(eq(t.id, id), shown(t, demo)));
  return row === undefined ? null : certificateOf(row);
}

/** What may be read: outside a demonstration none of a demonstration. */
export function shown(t: Tables['certificates'], demo: boolean) {
  return demo ? undefined : eq(t.demo, false);
}

function certificateOf(row: Tables['certificates']['$inferSelect']): Certificate {
  const { id, course: courseId, ward, name, issuedAt, demo } = row;
  return { code: `${PREFIX}-${id.slice(PREFIX.length)}`, courseId, ward, name, issuedAt, demo };
}
