import { and, asc, eq, exists, isNotNull, lt, ne, not, type SQL, sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { type Attachment, type Attachments, MOST_UNUSED, type NewAttachment } from '../../../ports/attachments.ts';
import type { Ids } from '../../../ports/ids.ts';
import { type Handle, needed, type State, type Write } from '../state.ts';
import { asStorageFull } from '../storage-full.ts';
import type { Tables } from '../tables.ts';

/** Bytes in one row; in base64 a quarter of a megabyte. */
const PART_BYTES = 192 * 1024;
/** A whole ward opens the same picture within minutes. */
const KEPT_BYTES = 24 * 1024 * 1024;

/** Attachments in the state database. `demo` false: those of a demonstration are not there, whatever is stored. */
export function stateAttachments(state: State, ids: Ids, { demo }: { readonly demo: boolean }): Attachments {
  const { db, tables } = state;
  const { attachments: t, attachmentParts: p } = tables;
  const shown = (id: string) => and(eq(t.id, id), demo ? undefined : eq(t.demo, false));
  const about = async (id: string): Promise<Attachment | null> => {
    const [row] = await db.select().from(t).where(shown(id));
    return row ?? null;
  };
  const kept = new LRUCache<string, Buffer>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ length }) => Math.max(1, length),
  });
  return {
    about,
    keep: (file) => keep(state, ids.next(), file),
    async content(id) {
      if ((await about(id)) === null) return null;
      const known = kept.get(id);
      if (known !== undefined) return known;
      const rows = await db.select({ content: p.content }).from(p).where(eq(p.attachmentId, id)).orderBy(asc(p.number));
      const bytes = Buffer.concat(rows.map(({ content }) => Buffer.from(content, 'base64')));
      kept.set(id, bytes);
      return bytes;
    },
    async usedBy(id) {
      const { broadcasts: b } = tables;
      const rows = await db
        .select({ id: b.id })
        .from(b)
        .where(uses(db, tables, eq(b.attachment, id)));
      return rows.map((row) => row.id);
    },
    async isEvidence(id) {
      const file = await about(id);
      if (file === null) return false;
      const { workReports: r } = tables;
      const found = await db
        .select({ id: r.id })
        .from(r)
        .where(evidences(tables, file.ward, id))
        .limit(1);
      return found.length > 0;
    },
    prune: (before) => prune(state, before),
  };
}

/** A report of the ward's work that names it. */
function evidences({ workReports: r }: Tables, ward: SQL | string, id: SQL | string): SQL {
  return sql`${r.ward} = ${ward} and ${r.progress} like '%"' || ${id} || '"%'`;
}

async function keep(state: State, id: string, file: NewAttachment): Promise<Attachment | null> {
  const { db, tables } = state;
  const { attachments: t, attachmentParts: p } = tables;
  const { bytes, ...row } = file;
  const mine = and(eq(t.createdBy, file.createdBy), unused(db, tables));
  if ((await db.select({ id: t.id }).from(t).where(mine)).length >= MOST_UNUSED) return null;
  const parts = Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, number) => {
    const piece = bytes.subarray(number * PART_BYTES, (number + 1) * PART_BYTES);
    return { id: `${id}/${number}`, attachmentId: id, number, content: Buffer.from(piece).toString('base64') };
  });
  try {
    await state.atomically((to) => [
      needed(to.insert(t).values({ ...row, id })),
      ...parts.map((part) => to.insert(p).values(part)),
    ]);
    await state.durable();
  } catch (error) {
    throw asStorageFull(error);
  }
  return { ...row, id };
}

/** One by one and each under its condition: what has found an announcement meanwhile stays whole. */
async function prune({ db, tables, atomically }: State, before: number): Promise<number> {
  const { attachments: t, attachmentParts: p } = tables;
  const idle = and(lt(t.createdAt, before), unused(db, tables));
  const found = await db.select({ id: t.id }).from(t).where(idle);
  let gone = 0;
  for (const { id } of found) {
    const touched = await atomically((to) => [
      needed(to.delete(t).where(and(eq(t.id, id), idle))),
      to.delete(p).where(eq(p.attachmentId, id)),
    ]);
    if (touched !== null) gone += 1;
  }
  return gone;
}

/** A broadcast that has it and may still be seen. */
function uses(db: Pick<Handle, 'select'>, { broadcasts: b, announcements: a }: Tables, has: SQL): SQL | undefined {
  const withdrawn = db
    .select({ id: a.id })
    .from(a)
    .where(and(eq(a.id, b.id), isNotNull(a.withdrawnAt)));
  return and(has, ne(b.state, 'cancelled'), not(exists(withdrawn)));
}

function unused(db: Pick<Handle, 'select'>, tables: Tables): SQL | undefined {
  const { attachments: t, broadcasts: b, workReports: r } = tables;
  const announced = db
    .select({ id: b.id })
    .from(b)
    .where(uses(db, tables, sql`${b.attachment} = ${t.id}`));
  const reported = db
    .select({ id: r.id })
    .from(r)
    .where(evidences(tables, sql`${t.ward}`, sql`${t.id}`));
  return and(not(exists(announced)), not(exists(reported)));
}

/** After their drafts have gone: what nobody else was shown goes, the rest is no longer theirs. */
export function forgetUploader(db: Handle, tables: Tables, subject: string): Write[] {
  const { attachments: t, attachmentParts: p } = tables;
  const theirs = and(eq(t.createdBy, subject), unused(db, tables));
  const ids = db.select({ id: t.id }).from(t).where(theirs);
  return [
    db.delete(p).where(sql`${p.attachmentId} in ${ids}`),
    db.delete(t).where(theirs),
    db.update(t).set({ createdBy: '' }).where(eq(t.createdBy, subject)),
  ];
}
