import type { PlanSentence } from '@phuong-so/shared/domain/plan';
import { decodeNumbers } from '@phuong-so/shared/index-format/posting-codec';
import {
  PASSAGE_KINDS,
  type PassageKind,
  type SearchHit,
  type SearchRequest,
  type SentenceHit,
} from '../../ports/plan-index.ts';
import { matchTerms } from './match-terms.ts';
import { matchedShare, termCredits } from './matched-share.ts';
import { parseQuery } from './parse-query.ts';
import { bestWindow, type TermPlace, termPlaces } from './proximity.ts';
import { RANKING, rank, type Scope } from './rank.ts';
import { sentenceScores } from './sentence-scores.ts';
import type { PassageRow, WardReader } from './ward-reader.ts';

const MAX_HITS = 200;

interface Candidate {
  readonly number: number;
  readonly places: readonly TermPlace[];
  readonly score: number;
}

/** Ranks one ward's passages for a query. Reads rows of that ward only. */
export function searchWard(reader: WardReader, ward: number, request: SearchRequest): SearchHit[] {
  const query = parseQuery(request.query, request.expansions);
  const limit = Math.min(MAX_HITS, Math.max(0, Math.floor(request.limit) || 0));
  if (query.terms.length === 0 || limit === 0) return [];
  const scope = reader.scope(ward);
  const matches = matchTerms(query, {
    term: (folded) => reader.term(ward, folded),
    vocabulary: () => reader.vocabulary(ward),
  });
  const { scores, idfs } = rank(query, matches, scope);
  const weights = query.terms.map((term, number) => term.weight * (idfs[number] as number));
  const candidates = best(scores, scope, request.kinds, Math.max(limit, RANKING.candidates)).map((number) => {
    const places = termPlaces(number, matches, RANKING.otherMarks);
    const score = (scores[number] as number) + RANKING.proximity * bestWindow(places, weights, RANKING);
    return { number, places, score };
  });
  candidates.sort(byScore);
  const hits: SearchHit[] = [];
  for (const candidate of candidates.slice(0, limit)) {
    const row = reader.passage(ward, candidate.number);
    if (row !== undefined) hits.push(toHit(row, candidate));
  }
  return hits;

  function toHit(row: PassageRow, { places, score }: Candidate): SearchHit {
    let sentences: readonly SentenceHit[] | null = null;
    return {
      passageId: row.id,
      ward: request.ward,
      documentId: row.document_id,
      kind: row.kind as PassageKind,
      ref: row.ref,
      sectionId: row.section_id,
      heading: row.heading,
      text: row.text,
      // Most hits are only looked at from outside: their sentences are parsed and scored when they are asked for.
      get sentences() {
        sentences ??= scoredSentences(row, places);
        return sentences;
      },
      score,
      matchedShare: matchedShare(query, termCredits(places, query.terms.length), idfs),
    };
  }

  function scoredSentences(row: PassageRow, places: readonly TermPlace[]): SentenceHit[] {
    const sentences = JSON.parse(row.sentences) as PlanSentence[];
    const scores = sentenceScores(query, places, decodeNumbers(row.sentence_starts), idfs);
    return sentences.map((sentence, at) => ({ ...sentence, ...(scores[at] ?? { score: 0, matchedShare: 0 }) }));
  }
}

function byScore(left: Candidate, right: Candidate): number {
  return right.score - left.score || left.number - right.number;
}

/** Numbers of the `count` highest scores above zero, among the kinds asked for. */
function best(scores: Float64Array, scope: Scope, kinds: SearchRequest['kinds'], count: number): number[] {
  const wanted = kinds === undefined ? null : new Set(kinds.map((kind) => PASSAGE_KINDS.indexOf(kind)));
  const found: number[] = [];
  for (let number = 0; number < scores.length; number += 1) {
    if ((scores[number] as number) <= 0) continue;
    if (wanted === null || wanted.has(scope.kinds[number] as number)) found.push(number);
  }
  found.sort((left, right) => (scores[right] as number) - (scores[left] as number) || left - right);
  return found.slice(0, count);
}
