import path from 'node:path';
import Database from 'better-sqlite3';
import { load as loadVectors } from 'sqlite-vec';
import type { IndexMeaning, PlanIndex, SearchHit, SearchRequest, WardCard } from '../../ports/plan-index.ts';
import type { WardFacts } from '../../ports/ward-facts.ts';
import { FactReader } from './fact-reader.ts';
import { IndexUnusableError } from './index-unusable-error.ts';
import { readManifest } from './read-manifest.ts';
import { searchWard } from './search-ward.ts';
import { WardReader } from './ward-reader.ts';

/** Memory that SQLite may keep of the file, in KiB (negative by SQLite's convention). */
const PAGE_CACHE_KIB = -8_000;

/** A plan index over one immutable file, opened read-only. */
export class SqlitePlanIndex implements PlanIndex {
  readonly id: string;
  readonly meaning: IndexMeaning | null;
  readonly #db: Database.Database;
  readonly #reader: WardReader;
  readonly #facts: FactReader;
  readonly #cards: readonly WardCard[];
  readonly #numbers: ReadonlyMap<string, number>;

  /** Opens the build that the folder's manifest names. Errors: {@link IndexUnusableError}. */
  static open(folder: string): SqlitePlanIndex {
    const manifest = readManifest(folder);
    const file = path.join(folder, manifest.file);
    try {
      const db = new Database(file, { readonly: true, fileMustExist: true });
      return new SqlitePlanIndex(manifest.id, db, loadMeaning(db, manifest.meaning ?? null));
    } catch (cause) {
      throw new IndexUnusableError('file_damaged', `${file} cannot be read: rebuild the index.`, cause);
    }
  }

  private constructor(id: string, db: Database.Database, meaning: IndexMeaning | null) {
    this.id = id;
    this.meaning = meaning;
    this.#db = db;
    db.pragma(`cache_size = ${PAGE_CACHE_KIB}`);
    const rows = db.prepare<[], { ward: number; key: string; card: string }>(
      'SELECT ward, key, card FROM wards ORDER BY key',
    );
    const wards = rows.all();
    this.#numbers = new Map(wards.map(({ key, ward }) => [key, ward]));
    this.#cards = wards.map(({ card }) => JSON.parse(card) as WardCard);
    this.#reader = new WardReader(db, meaning);
    this.#facts = new FactReader(db);
  }

  wards(): readonly WardCard[] {
    return this.#cards;
  }

  ward(key: string): WardFacts | null {
    const number = this.#numbers.get(key);
    return number === undefined ? null : this.#facts.facts(number);
  }

  search(request: SearchRequest): SearchHit[] {
    const number = this.#numbers.get(request.ward);
    return number === undefined ? [] : searchWard(this.#reader, number, request);
  }

  close(): void {
    this.#db.close();
  }
}

/** null where this machine has no build of the extension: words alone are searched then. */
function loadMeaning(db: Database.Database, meaning: IndexMeaning | null): IndexMeaning | null {
  if (meaning === null) return null;
  try {
    loadVectors(db);
    return meaning;
  } catch {
    return null;
  }
}
