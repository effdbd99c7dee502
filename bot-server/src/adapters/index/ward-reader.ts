import { decodeNumbers, decodePosting, type Posting } from '@phuong-so/shared/index-format/posting-codec';
import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { IndexMeaning, SearchHit } from '../../ports/plan-index.ts';
import { parseVocabulary, type Vocabulary } from './guess-spelling.ts';
import type { Scope } from './rank.ts';

/** One syllable of a ward with its marked spellings. */
export interface WardTerm {
  readonly posting: Posting;
  readonly variants: readonly string[];
}

export type PassageCard = Pick<SearchHit, 'documentId' | 'kind' | 'ref' | 'sectionId'>;

/** What ranking and filtering need of a ward's passages, by passage number. */
export interface WardPassages extends Scope {
  /** Position in PASSAGE_KINDS. */
  readonly kinds: readonly number[];
  readonly ward: string;
  /** Id of passage number 0; the others follow. */
  readonly firstId: number;
  card(number: number): PassageCard;
}

interface ScopeRow {
  readonly key: string;
  readonly first_passage: number;
  readonly scope: string;
  /** A line of JSON for each passage, written by a build of the same schema version. */
  readonly passage_cards: string;
}

export interface PassageRow {
  readonly heading: string;
  readonly text: string;
  readonly sentences: string;
  readonly sentence_starts: string;
}

/** A ward's passages without their text are some 20 kB. */
const WARDS_KEPT = 128;
const VOCABULARIES_KEPT = 32;

/** Reads what searching needs. The ward's number is part of every key that is looked up, so a read costs the same among 5 wards or 1,000. */
export class WardReader {
  readonly #passages = new LRUCache<number, WardPassages>({ max: WARDS_KEPT });
  readonly #vocabularies = new LRUCache<number, Vocabulary>({ max: VOCABULARIES_KEPT });
  readonly #terms: Database.Statement<[string, number], { term: string; variants: string; data: string }>;
  readonly #passage: Database.Statement<[number, number], PassageRow>;
  readonly #scope: Database.Statement<[number], ScopeRow>;
  readonly #vocabulary: Database.Statement<[number], { vocabulary: string }>;

  readonly #nearness: Database.Statement<[Buffer, number, number], { passage: number; nearness: number }> | null;
  readonly #dimension: number;

  /** `meaning`: what the file's vectors are; null when it has none. */
  constructor(db: Database.Database, meaning: IndexMeaning | null) {
    this.#dimension = meaning?.dimension ?? 0;
    // A ward has some hundreds of passages: every one is compared, and no structure of its own is needed.
    this.#nearness =
      meaning === null
        ? null
        : db.prepare(
            'SELECT passage, 1 - vec_distance_cosine(vector, ?) nearness FROM meanings WHERE passage BETWEEN ? AND ?',
          );
    // One statement for all terms of a question takes half the time of one for each (13 terms: 58 against 125 µs).
    this.#terms = db.prepare(
      'SELECT term, variants, data FROM json_each(?) wanted CROSS JOIN postings ON ward = ? AND term = wanted.value',
    );
    this.#passage = db.prepare(
      'SELECT heading, text, sentences, sentence_starts FROM passages WHERE ward = ? AND number = ?',
    );
    this.#scope = db.prepare('SELECT key, first_passage, scope, passage_cards FROM wards WHERE ward = ?');
    this.#vocabulary = db.prepare('SELECT vocabulary FROM wards WHERE ward = ?');
  }

  passages(ward: number): WardPassages {
    let passages = this.#passages.get(ward);
    if (passages === undefined) {
      passages = this.#readPassages(ward);
      this.#passages.set(ward, passages);
    }
    return passages;
  }

  /** Those of the folded syllables that the ward's plans hold. */
  terms(ward: number, folded: readonly string[]): Map<string, WardTerm> {
    const found = new Map<string, WardTerm>();
    for (const { term, variants: spellings, data } of this.#terms.iterate(JSON.stringify(folded), ward)) {
      const variants = spellings.split(' ');
      found.set(term, { posting: decodePosting(data, variants.length), variants });
    }
    return found;
  }

  /** @throws when the build has been closed, or has no such passage. */
  passage(ward: number, number: number): PassageRow {
    const row = this.#passage.get(ward, number);
    if (row === undefined) throw new Error(`index: ward ${ward} has no passage ${number}`);
    return row;
  }

  /** How near each passage is in meaning, by its number: -1..1. null when vectors and question are not of one kind. */
  nearness(ward: number, question: Float32Array): Float64Array | null {
    if (this.#nearness === null || question.length !== this.#dimension) return null;
    const { firstId, count } = this.passages(ward);
    const found = new Float64Array(count);
    const bytes = Buffer.from(question.buffer, question.byteOffset, question.byteLength);
    for (const { passage, nearness } of this.#nearness.iterate(bytes, firstId, firstId + count - 1))
      found[passage - firstId] = nearness;
    return found;
  }

  vocabulary(ward: number): Vocabulary {
    let vocabulary = this.#vocabularies.get(ward);
    if (vocabulary === undefined) {
      vocabulary = parseVocabulary(this.#vocabulary.get(ward)?.vocabulary ?? '');
      this.#vocabularies.set(ward, vocabulary);
    }
    return vocabulary;
  }

  #readPassages(ward: number): WardPassages {
    const row = this.#scope.get(ward);
    if (row === undefined) throw new Error(`index: no ward ${ward}`);
    let cards: readonly string[] | null = null;
    const parsed: (PassageCard | undefined)[] = [];
    // Answering knows its passages by their ids; the cards are for other readers of a search.
    const card = (number: number): PassageCard => {
      cards ??= row.passage_cards.split('\n');
      parsed[number] ??= JSON.parse(cards[number] ?? '{}') as PassageCard;
      return parsed[number];
    };
    return { ...decodeScope(row.scope), ward: row.key, firstId: row.first_passage, card };
  }
}

function decodeScope(text: string): Omit<WardPassages, 'card' | 'ward' | 'firstId'> {
  const numbers = decodeNumbers(text);
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
