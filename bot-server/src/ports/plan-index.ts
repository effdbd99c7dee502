import type { PlanSentence } from '@phuong-so/shared/domain/plan';
import type { WardFacts } from './ward-facts.ts';

/**
 * Everything the wards' plans say, read-only, as of one build. Every question names its ward, and nothing of another
 * ward is ever returned. No text makes it throw: a question that finds nothing gives an empty list.
 */
export interface PlanIndex {
  /** Identifies the build; answers are stored with it. */
  readonly id: string;
  /** Which model's vectors its passages have; null when they have none that can be searched. */
  readonly meaning: IndexMeaning | null;
  /** One card per ward, in key order. */
  wards(): readonly WardCard[];
  /** Profile and parsed plans of a ward; null when the index does not know it. */
  ward(key: string): WardFacts | null;
  /** Best passages first. An unknown ward or a text without words gives none. */
  search(request: SearchRequest): SearchHit[];
}

export interface IndexMeaning {
  readonly model: string;
  /** Numbers of a vector. */
  readonly dimension: number;
}

export interface WardCard {
  readonly key: string;
  readonly name: string | null;
  readonly province: string | null;
  readonly documents: readonly DocumentCard[];
}

export interface DocumentCard {
  readonly documentId: string;
  readonly number: string | null;
  readonly title: string | null;
  /** ISO date of issue. */
  readonly date: string | null;
}

export const PASSAGE_KINDS = ['section', 'task', 'target', 'deadline', 'document', 'unit'] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

export interface SearchRequest {
  readonly ward: string;
  /** As typed: marks, abbreviations, letter case and stray signs are the index's business. */
  readonly query: string;
  /** Phrases that mean the same as something in the query. `weight` 0..1 counts them against typed words. */
  readonly expansions?: readonly QueryExpansion[];
  /** All kinds when absent. */
  readonly kinds?: readonly PassageKind[];
  readonly limit: number;
  /** The query as the index's own model understands it: found by words and by meaning. By words alone when absent. */
  readonly meaning?: Float32Array | null | undefined;
}

export interface QueryExpansion {
  readonly term: string;
  readonly weight: number;
  /** The typed words it stands for: a passage that has the expansion instead is credited with them in `matchedShare`. */
  readonly replaces?: string;
}

/**
 * A found passage. Its text and sentences are read when they are first asked for; that works as long as the build is
 * open, which is until the change of builds after the next.
 */
export interface SearchHit {
  /** Unique in one index build. */
  readonly passageId: number;
  readonly ward: string;
  readonly documentId: string;
  readonly kind: PassageKind;
  /** Id of the fact within its plan: paragraph, task, target, deadline or unit id, or a document field. */
  readonly ref: string;
  readonly sectionId: string | null;
  /** Headings above the passage, outermost first, joined by " › ". */
  readonly heading: string;
  readonly text: string;
  /** In reading order; for tables and facts, one per fact. */
  readonly sentences: readonly SentenceHit[];
  /** Comparable within one search only. */
  readonly score: number;
  /** Share of the query's words found in the passage, rare words counting more: 0..1. Comparable between searches. */
  readonly matchedShare: number;
}

export interface SentenceHit extends PlanSentence {
  /** Sum of what the sentence's own words and phrases add; comparable within one search only. */
  readonly score: number;
  /** As the passage's `matchedShare`, for this sentence alone. */
  readonly matchedShare: number;
}
