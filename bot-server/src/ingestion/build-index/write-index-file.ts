import { INDEX_TABLES, type IndexManifest, MEANING_TABLE, PLAN_PARTS } from '@phuong-so/shared/index-format/index-file';
import { encodeNumbers } from '@phuong-so/shared/index-format/posting-codec';
import { collapseSource } from '@phuong-so/shared/text/source-text';
import { padded } from '@phuong-so/shared/text/tokens';
import Database from 'better-sqlite3';
import type { WardCard } from '../../ports/plan-index.ts';
import type { SectionHeading, WardUnits } from '../../ports/ward-facts.ts';
import type { PlanSource, WardSource } from './build-index.ts';
import type { Passage } from './passage.ts';
import type { SnippetSource } from './plan-to-snippets.ts';
import { type WardPostings, wardPostings } from './ward-postings.ts';
import { type WardSnippets, wardSnippets } from './ward-snippets.ts';

export interface IndexWriter {
  /** Once, before the first ward: passages have vectors. */
  addMeanings(): void;
  /** `vectors`: one for each passage, where they have any. */
  addWard(ward: WardSource, passages: readonly Passage[], vectors?: readonly Float32Array[]): void;
  /** Completes the file; nothing can be added afterwards. */
  finish(): IndexManifest['counts'];
  close(): void;
}

/**
 * Opens a new index file. No journal and no sync while building: a build that is cut short leaves a file that is
 * thrown away. It ends in journal mode DELETE, the only one that opens in a read-only folder.
 */
export function openIndexWriter(file: string): IndexWriter {
  const db = new Database(file);
  // A ward's postings lie together: 16 KiB pages give a search of a ward not seen lately 0.32 ms instead of 0.43.
  db.pragma('page_size = 16384');
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.exec(INDEX_TABLES);
  db.exec('BEGIN');
  const counts = { wards: 0, plans: 0, passages: 0, terms: 0 };
  const insert = prepareInserts(db);
  let addMeaning: Database.Statement<[number, Buffer]> | null = null;
  return {
    addMeanings() {
      db.exec(MEANING_TABLE);
      addMeaning = db.prepare('INSERT INTO meanings VALUES (?, ?)');
    },
    addWard(ward, passages, vectors = []) {
      const number = counts.wards;
      const postings = wardPostings(passages);
      const snippets = wardSnippets(ward.plans, passages);
      insert.ward(number, ward, counts.passages + 1, passages, postings, snippets);
      snippets.sources.forEach((snippet, position) => {
        insert.snippet(number, position, snippet);
      });
      passages.forEach((passage, position) => {
        const starts = encodeNumbers(postings.tokens[position]?.sentenceStarts ?? []);
        insert.passage(counts.passages + position + 1, number, position, passage, starts);
      });
      vectors.forEach((vector, position) => {
        const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
        addMeaning?.run(counts.passages + position + 1, bytes);
      });
      for (const { term, variants, data } of postings.terms) insert.term(number, term, variants, data);
      counts.wards += 1;
      counts.plans += ward.plans.length;
      counts.passages += passages.length;
      counts.terms += postings.terms.length;
    },
    finish() {
      db.exec('COMMIT');
      db.pragma('journal_mode = DELETE');
      return counts;
    },
    close: () => db.close(),
  };
}

function prepareInserts(db: Database.Database) {
  const ward = db.prepare(`INSERT INTO wards VALUES (?, ?, ?, ?${', ?'.repeat(8)})`);
  const plan = db.prepare(`INSERT INTO plans VALUES (?, ?, ?, ?, ?, ?, ?${', ?'.repeat(PLAN_PARTS.length)})`);
  const passage = db.prepare('INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const term = db.prepare('INSERT INTO postings VALUES (?, ?, ?, ?)');
  const snippet = db.prepare('INSERT INTO snippets VALUES (?, ?, ?, ?, ?)');
  return {
    ward(
      number: number,
      source: WardSource,
      firstPassage: number,
      passages: readonly Passage[],
      { scope, vocabulary }: WardPostings,
      { numbers, strands }: WardSnippets,
    ): void {
      const cards = passages.map(({ documentId, kind, ref, sectionId }) =>
        JSON.stringify({ documentId, kind, ref, sectionId }),
      );
      const about = [source.key, JSON.stringify(source.profile), JSON.stringify(wardCard(source))];
      const found = [firstPassage, scope, cards.join('\n'), vocabulary];
      const said = [JSON.stringify(unitNames(source)), numbers, strands.words, strands.tokens];
      ward.run(number, ...about, ...found, ...said);
      source.plans.forEach((one, ordinal) => {
        const { outline, collapsed, folded, parts } = planTexts(one);
        const characters = [outline, collapsed, folded, ...parts].reduce((sum, { length }) => sum + length, 0);
        plan.run(number, ordinal, one.documentId, characters, outline, collapsed, folded, ...parts);
      });
    },
    snippet(wardNumber: number, number: number, { sectionId, text, quotes }: SnippetSource): void {
      const isText = quotes.length === 1 && quotes[0] === text;
      snippet.run(wardNumber, number, sectionId, text, isText ? null : JSON.stringify(quotes));
    },
    passage(id: number, wardNumber: number, number: number, of: Passage, sentenceStarts: string): void {
      const place = [of.documentId, of.kind, of.ref, of.sectionId];
      passage.run(id, wardNumber, number, ...place, of.heading, of.text, JSON.stringify(of.sentences), sentenceStarts);
    },
    term(number: number, text: string, variants: string, data: string): void {
      term.run(number, text, variants, data);
    },
  };
}

function planTexts({ plan, sourceText }: PlanSource) {
  const collapsed = collapseSource(sourceText);
  return {
    outline: JSON.stringify(plan.sections.map(({ paragraphs: _, ...heading }): SectionHeading => heading)),
    collapsed,
    folded: padded(collapsed),
    parts: PLAN_PARTS.map((part) => JSON.stringify(plan[part])),
  };
}

function unitNames({ plans }: WardSource): WardUnits {
  const rows = plans.flatMap(({ plan }) => [...plan.tasks, ...plan.targets]);
  return {
    printed: [...new Set(rows.flatMap(({ lead, coordinating }) => [...lead, ...coordinating]))],
    ids: [...new Set(rows.flatMap(({ leadIds, coordinatingIds }) => [...leadIds, ...coordinatingIds]))],
  };
}

function wardCard({ key, profile, plans }: WardSource): WardCard {
  return {
    key,
    name: profile.name,
    province: profile.province,
    documents: plans.map(({ documentId, plan }) => ({
      documentId,
      number: plan.document.number,
      title: plan.document.title,
      date: plan.document.date,
    })),
  };
}
