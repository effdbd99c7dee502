import { decodeNumbers, decodePosting, type Posting } from '@phuong-so/shared/index-format/posting-codec';
import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { WardFacts } from '../../ports/plan-index.ts';
import { parseVocabulary, type Vocabulary } from './guess-spelling.ts';
import type { Scope } from './rank.ts';
import { type PlanRow, rowSize, wardDocument } from './ward-facts.ts';

/** One syllable of a ward with its marked spellings. */
export interface WardTerm {
  readonly posting: Posting;
  readonly variants: readonly string[];
}

export interface PassageRow {
  readonly id: number;
  readonly document_id: string;
  readonly kind: string;
  readonly ref: string;
  readonly section_id: string | null;
  readonly heading: string;
  readonly text: string;
  readonly sentences: string;
  readonly sentence_starts: Buffer;
}

const SCOPES_KEPT = 256;
const VOCABULARIES_KEPT = 32;
/** Characters of plans kept parsed: about five times as many bytes, far below the memory limit of 250 MB. */
const FACT_CHARACTERS_KEPT = 8_000_000;

/** Reads the index file. The ward's number is part of every key that is looked up, so a read costs the same among 5 wards or 1,000. */
export class WardReader {
  readonly #scopes = new LRUCache<number, Scope>({ max: SCOPES_KEPT });
  readonly #vocabularies = new LRUCache<number, Vocabulary>({ max: VOCABULARIES_KEPT });
  readonly #facts = new LRUCache<number, WardFacts>({ maxSize: FACT_CHARACTERS_KEPT });
  readonly #term: Database.Statement<[number, string], { variants: string; data: Buffer }>;
  readonly #passage: Database.Statement<[number, number], PassageRow>;
  readonly #scope: Database.Statement<[number], { scope: Buffer }>;
  readonly #vocabulary: Database.Statement<[number], { vocabulary: string }>;
  readonly #profile: Database.Statement<[number], { profile: string }>;
  readonly #plans: Database.Statement<[number], PlanRow>;

  constructor(db: Database.Database) {
    this.#term = db.prepare('SELECT variants, data FROM postings WHERE ward = ? AND term = ?');
    this.#passage = db.prepare('SELECT * FROM passages WHERE ward = ? AND number = ?');
    this.#scope = db.prepare('SELECT scope FROM wards WHERE ward = ?');
    this.#vocabulary = db.prepare('SELECT vocabulary FROM wards WHERE ward = ?');
    this.#profile = db.prepare('SELECT profile FROM wards WHERE ward = ?');
    this.#plans = db.prepare('SELECT * FROM plans WHERE ward = ? ORDER BY ordinal');
  }

  scope(ward: number): Scope {
    let scope = this.#scopes.get(ward);
    if (scope === undefined) {
      scope = decodeScope(this.#scope.get(ward)?.scope ?? new Uint8Array());
      this.#scopes.set(ward, scope);
    }
    return scope;
  }

  term(ward: number, folded: string): WardTerm | null {
    const row = this.#term.get(ward, folded);
    if (row === undefined) return null;
    const variants = row.variants.split(' ');
    return { posting: decodePosting(row.data, variants.length), variants };
  }

  passage(ward: number, number: number): PassageRow | undefined {
    return this.#passage.get(ward, number);
  }

  vocabulary(ward: number): Vocabulary {
    let vocabulary = this.#vocabularies.get(ward);
    if (vocabulary === undefined) {
      vocabulary = parseVocabulary(this.#vocabulary.get(ward)?.vocabulary ?? '');
      this.#vocabularies.set(ward, vocabulary);
    }
    return vocabulary;
  }

  facts(ward: number): WardFacts {
    const kept = this.#facts.get(ward);
    if (kept !== undefined) return kept;
    const rows = this.#plans.all(ward);
    const profile = JSON.parse(this.#profile.get(ward)?.profile ?? 'null') as WardFacts['profile'];
    const facts = { profile, documents: rows.map(wardDocument) };
    this.#facts.set(ward, facts, { size: rows.reduce((sum, row) => sum + rowSize(row), 1) });
    return facts;
  }
}

function decodeScope(bytes: Uint8Array): Scope {
  const numbers = decodeNumbers(bytes);
  const lengths: number[] = [];
  const headingEnds: number[] = [];
  const kinds: number[] = [];
  let total = 0;
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    lengths.push(numbers[at] as number);
    headingEnds.push(numbers[at + 1] as number);
    kinds.push(numbers[at + 2] as number);
    total += numbers[at] as number;
  }
  return {
    count: lengths.length,
    averageLength: total / Math.max(1, lengths.length) || 1,
    lengths,
    headingEnds,
    kinds,
  };
}
