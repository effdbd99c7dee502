import type { PLAN_PARTS } from '@phuong-so/shared/index-format/index-file';
import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { WardFacts } from '../../ports/ward-facts.ts';
import { StoredWard } from './stored-ward.ts';

/** Columns of `plans` that are read one at a time: most questions need a few of them. */
export type PlanColumn = 'outline' | 'collapsed_source' | 'folded_source' | (typeof PLAN_PARTS)[number];

const PLAN_COLUMNS: readonly PlanColumn[] = [
  'outline',
  'collapsed_source',
  'folded_source',
  'document',
  'tasks',
  'targets',
  'deadlines',
  'warnings',
  'sections',
  'repairs',
];

/** What is read of a ward at its first question. Written by this product's own build; the manifest's schema version vouches for it. */
export interface WardRow {
  readonly profile: string;
  readonly first_passage: number;
  readonly unit_names: string;
  readonly snippet_numbers: string;
  readonly snippet_words: string;
  readonly snippet_tokens: string;
}

export interface PlanHead {
  readonly ordinal: number;
  readonly document_id: string;
  /** Characters of the plan's text and JSON. */
  readonly characters: number;
}

export interface SnippetRow {
  readonly section_id: string | null;
  readonly text: string;
  /** Null when the text is its own and only quote. */
  readonly quotes: string | null;
}

/** Characters of plans whose facts are kept: at most about five times as many bytes, far below the memory limit of 250 MB. */
const CHARACTERS_KEPT = 3_000_000;

/** Gives wards' facts, kept for the next question as far as there is room. */
export class FactReader {
  readonly #kept = new LRUCache<number, WardFacts>({ maxSize: CHARACTERS_KEPT });
  readonly #ward: Database.Statement<[number], WardRow>;
  readonly #plans: Database.Statement<[number], PlanHead>;
  readonly #columns: Readonly<Record<PlanColumn, Database.Statement<[number, number], string>>>;
  readonly #snippet: Database.Statement<[number, number], SnippetRow>;

  constructor(db: Database.Database) {
    this.#ward = db.prepare(
      'SELECT profile, first_passage, unit_names, snippet_numbers, snippet_words, snippet_tokens FROM wards WHERE ward = ?',
    );
    this.#plans = db.prepare('SELECT ordinal, document_id, characters FROM plans WHERE ward = ? ORDER BY ordinal');
    this.#columns = Object.fromEntries(
      PLAN_COLUMNS.map((column) => [
        column,
        db.prepare(`SELECT ${column} FROM plans WHERE ward = ? AND ordinal = ?`).pluck(),
      ]),
    ) as Record<PlanColumn, Database.Statement<[number, number], string>>;
    this.#snippet = db.prepare('SELECT section_id, text, quotes FROM snippets WHERE ward = ? AND number = ?');
  }

  /** @throws when the build has been closed and the ward is not kept. */
  facts(ward: number): WardFacts {
    const kept = this.#kept.get(ward);
    if (kept !== undefined) return kept;
    const row = this.#ward.get(ward);
    if (row === undefined) throw new Error(`index: no ward ${ward}`);
    const plans = this.#plans.all(ward);
    const facts = new StoredWard(row, plans, {
      column: (ordinal, name) => this.#column(ward, ordinal, name),
      snippet: (number) => this.#snippetRow(ward, number),
    });
    this.#kept.set(ward, facts, { size: plans.reduce((sum, { characters }) => sum + characters, 1) });
    return facts;
  }

  #column(ward: number, ordinal: number, name: PlanColumn): string {
    const text = this.#columns[name].get(ward, ordinal);
    if (text === undefined) throw new Error(`index: ward ${ward} has no plan ${ordinal}`);
    return text;
  }

  #snippetRow(ward: number, number: number): SnippetRow {
    const row = this.#snippet.get(ward, number);
    if (row === undefined) throw new Error(`index: ward ${ward} has no snippet ${number}`);
    return row;
  }
}
