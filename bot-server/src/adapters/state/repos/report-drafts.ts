import type { ReportDraft, ReportSection } from '@phuong-so/shared/domain/work';
import { and, desc, eq, ne, type SQL } from 'drizzle-orm';
import * as z from 'zod';
import type { Ids } from '../../../ports/ids.ts';
import type { NewReportDraft, ReportDraftChange, ReportDrafts } from '../../../ports/report-drafts.ts';
import type { WorkDoer } from '../../../ports/work.ts';
import { type Handle, needed, type State, type Write } from '../state.ts';
import type { Tables } from '../tables.ts';
import { clean, toJson } from './work-rows.ts';

const sectionsSchema = z.array(z.object({ id: z.string(), title: z.string(), text: z.string(), edited: z.boolean() }));
const sectionsFromJson = (json: string) => sectionsSchema.parse(JSON.parse(json));

/** Drafts of reports in the state database. `demo` false: those of a demonstration are not there, whatever is stored. */
export function stateReportDrafts(state: State, ids: Ids, { demo }: { readonly demo: boolean }): ReportDrafts {
  const { db, tables } = state;
  const { reportDrafts: t, reportVersions: v } = tables;
  const read = async (where: SQL | undefined) => {
    const shown = demo ? undefined : eq(t.demo, false);
    const rows = await db.select().from(t).where(and(where, shown)).orderBy(desc(t.changedAt), desc(t.id));
    return rows.map(draftOf);
  };
  const byId = async (id: string) => (await read(eq(t.id, id)))[0] ?? null;
  return {
    byId,
    list: (ward) => read(eq(t.ward, ward)),
    async handedIn(ward, inDemo) {
      const theirs = and(eq(t.ward, ward), eq(t.demo, inDemo), ne(t.state, 'draft'));
      const rows = await db.select({ unit: t.unit, kind: t.kind, period: t.period }).from(t).where(theirs);
      return rows.map(({ unit, ...same }) => ({ ...same, unit: unit === '' ? null : unit }));
    },
    async open(draft, by) {
      const [there] = await read(same(t, draft));
      if (there !== undefined) return there;
      await insert(state, ids.next(), draft, by);
      const [stored] = await read(same(t, draft));
      if (stored === undefined) throw new Error('the report draft was not stored');
      return stored;
    },
    async change(before, change, by) {
      const touched = await state.atomically((to) => writes(to, tables, before, change, by));
      if (touched === null) return null;
      await state.durable();
      return byId(before.id);
    },
    async versions(id) {
      const rows = await db.select().from(v).where(eq(v.draftId, id)).orderBy(desc(v.version));
      return rows.map(({ version, at, office, sections }) => ({
        ...{ version, at, office },
        sections: sectionsFromJson(sections),
      }));
    },
  };
}

function same(t: Tables['reportDrafts'], { ward, unit, kind, period, demo }: NewReportDraft): SQL | undefined {
  return and(...[eq(t.ward, ward), eq(t.unit, unit ?? ''), eq(t.kind, kind), eq(t.period, period)], eq(t.demo, demo));
}

/** Of two who ask for the same at once the second finds it there: neither its draft nor its version is written. */
async function insert(state: State, id: string, draft: NewReportDraft, by: WorkDoer): Promise<void> {
  const { ward, unit, kind, period, demo, sections } = draft;
  const row = {
    ...{ id, ward, unit: unit ?? '', kind, period, demo, sections: toJson(sections), version: 1 },
    ...{ state: 'draft' as const, createdAt: by.at, changedAt: by.at },
  };
  await state.atomically((db) => [
    needed(db.insert(state.tables.reportDrafts).values(row).onConflictDoNothing()),
    keepVersion(db, state.tables, { draftId: id, version: 1, sections }, by),
  ]);
  await state.durable();
}

function writes(db: Handle, tables: Tables, before: ReportDraft, change: ReportDraftChange, by: WorkDoer) {
  const { reportDrafts: t } = tables;
  const { sections = before.sections, state = before.state } = change;
  const version = before.version + 1;
  const update = db
    .update(t)
    .set({ sections: toJson(sections), state, version, changedAt: by.at })
    .where(and(eq(t.id, before.id), eq(t.version, before.version)));
  return [needed(update), keepVersion(db, tables, { draftId: before.id, version, sections }, by)];
}

interface Version {
  readonly draftId: string;
  readonly version: number;
  readonly sections: readonly ReportSection[];
}

function keepVersion(db: Handle, { reportVersions: v }: Tables, version: Version, by: WorkDoer): Write {
  const { draftId, version: number, sections } = version;
  return db.insert(v).values({
    ...{ id: `${draftId}/${number}`, draftId, version: number, sections: toJson(sections) },
    ...{ office: clean(by.office), bySubject: by.subject, at: by.at },
  });
}

function draftOf(row: Tables['reportDrafts']['$inferSelect']): ReportDraft {
  const { unit, sections, ...rest } = row;
  return { ...rest, unit: unit === '' ? null : unit, sections: sectionsFromJson(sections) };
}
