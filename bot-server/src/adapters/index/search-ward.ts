import type { PlanSentence } from '@phuong-so/shared/domain/plan';
import { decodeNumbers } from '@phuong-so/shared/index-format/posting-codec';
import {
  PASSAGE_KINDS,
  type PassageKind,
  type SearchHit,
  type SearchRequest,
  type SentenceHit,
} from '../../ports/plan-index.ts';
import { type Candidate, fuse } from './fuse.ts';
import { matchTerms } from './match-terms.ts';
import { matchedShare, termCredits } from './matched-share.ts';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { bestWindow, type TermPlaces, termPlaces } from './proximity.ts';
import { RANKING, rank, type TermMatch } from './rank.ts';
import { sentenceScores } from './sentence-scores.ts';
import type { PassageCard, PassageRow, WardPassages, WardReader } from './ward-reader.ts';

const MAX_HITS = 200;

/** What is known of a query once the ward's vocabulary has been looked up. */
interface Looked {
  readonly query: ParsedQuery;
  readonly matches: readonly (TermMatch | null)[];
  readonly idfs: readonly number[];
}

/** A passage with so much of the query's words says it, whatever is near in meaning. */
const SAYS_ALL = 0.999;

/** Ranks one ward's passages for a query. Reads rows of that ward only. */
export function searchWard(reader: WardReader, ward: number, request: SearchRequest): SearchHit[] {
  const query = parseQuery(request.query, request.expansions);
  const limit = Math.min(MAX_HITS, Math.max(0, Math.floor(request.limit) || 0));
  if (query.terms.length === 0 || limit === 0) return [];
  const passages = reader.passages(ward);
  const matches = matchTerms(query, {
    terms: (folded) => reader.terms(ward, folded),
    vocabulary: () => reader.vocabulary(ward),
  });
  const { scores, idfs } = rank(query, matches, passages);
  const weights = query.terms.map((term, number) => term.weight * (idfs[number] as number));
  const found = best(scores, passages, request.kinds, Math.max(limit, RANKING.candidates));
  const candidates = found.map((number, place): Candidate => {
    const score = scores[number] as number;
    if (place >= RANKING.candidates) return { number, score };
    const together = bestWindow(termPlaces(number, matches), matches, weights, RANKING);
    return { number, score: score + RANKING.proximity * together };
  });
  candidates.sort((left, right) => right.score - left.score || left.number - right.number);
  const search = { reader, number: ward, passages, looked: { query, matches, idfs } };
  const nearness = request.meaning ? reader.nearness(ward, request.meaning) : null;
  const ranked =
    nearness === null
      ? candidates
      : fuse(candidates, nearness, {
          isWanted: wantedKinds(passages, request.kinds),
          saysAll: (candidate) => new Hit(search, candidate).matchedShare >= SAYS_ALL,
        });
  return ranked.slice(0, limit).map((candidate) => new Hit(search, candidate));
}

/** A search as its hits look back on it. */
interface Search {
  readonly reader: WardReader;
  readonly number: number;
  readonly passages: WardPassages;
  readonly looked: Looked;
}

/** Most hits are only looked at from outside: what lies within is read when it is asked for. */
class Hit implements SearchHit {
  readonly passageId: number;
  readonly score: number;
  readonly #search: Search;
  readonly #number: number;
  #row: PassageRow | null = null;
  #places: TermPlaces | null = null;
  #sentences: readonly SentenceHit[] | null = null;

  constructor(search: Search, { number, score }: Candidate) {
    this.passageId = search.passages.firstId + number;
    this.score = score;
    this.#search = search;
    this.#number = number;
  }

  get ward(): string {
    return this.#search.passages.ward;
  }

  get documentId(): string {
    return this.#card.documentId;
  }

  get kind(): PassageKind {
    return this.#card.kind;
  }

  get ref(): string {
    return this.#card.ref;
  }

  get sectionId(): string | null {
    return this.#card.sectionId;
  }

  get heading(): string {
    return this.#read().heading;
  }

  get text(): string {
    return this.#read().text;
  }

  get sentences(): readonly SentenceHit[] {
    this.#sentences ??= scoredSentences(this.#read(), this.#search.looked, this.#termsWithin());
    return this.#sentences;
  }

  get matchedShare(): number {
    const { query, matches, idfs } = this.#search.looked;
    return matchedShare(query, termCredits(this.#termsWithin(), matches), idfs);
  }

  get #card(): PassageCard {
    return this.#search.passages.card(this.#number);
  }

  #read(): PassageRow {
    this.#row ??= this.#search.reader.passage(this.#search.number, this.#number);
    return this.#row;
  }

  #termsWithin(): TermPlaces {
    this.#places ??= termPlaces(this.#number, this.#search.looked.matches);
    return this.#places;
  }
}

function scoredSentences(row: PassageRow, { query, matches, idfs }: Looked, places: TermPlaces): SentenceHit[] {
  const sentences = JSON.parse(row.sentences) as PlanSentence[];
  const scores = sentenceScores(query, matches, places, decodeNumbers(row.sentence_starts), idfs);
  return sentences.map((sentence, at) => ({ ...sentence, ...(scores[at] ?? { score: 0, matchedShare: 0 }) }));
}

function wantedKinds({ kinds: all }: WardPassages, kinds: SearchRequest['kinds']): (number: number) => boolean {
  if (kinds === undefined) return () => true;
  const wanted = new Set(kinds.map((kind) => PASSAGE_KINDS.indexOf(kind)));
  return (number) => wanted.has(all[number] as number);
}

/** Numbers of the `count` highest scores above zero, among the kinds asked for. */
function best(scores: Float64Array, passages: WardPassages, kinds: SearchRequest['kinds'], count: number): number[] {
  const isWanted = wantedKinds(passages, kinds);
  const found: number[] = [];
  for (let number = 0; number < scores.length; number += 1) {
    if ((scores[number] as number) > 0 && isWanted(number)) found.push(number);
  }
  found.sort((left, right) => (scores[right] as number) - (scores[left] as number) || left - right);
  return found.slice(0, count);
}
