import type { Citation } from '@phuong-so/shared/domain/answer';

/** A piece of a source that a model may speak from. */
export interface Evidence {
  /** "e1": what a sentence names; means nothing outside one question. */
  readonly id: string;
  /** What is shown to the model and what sentences are checked against. */
  readonly text: string;
  /** What the person sees of it. */
  readonly citation: Citation;
}

/** One sentence of a model's answer, and what it says it rests on. */
export interface ComposedSentence {
  readonly text: string;
  readonly evidence: readonly string[];
}

export const COMPLETENESS = ['complete', 'partial', 'none'] as const;

export interface Composition {
  readonly completeness: (typeof COMPLETENESS)[number];
  readonly sentences: readonly ComposedSentence[];
}

/** A sentence that may be said, and the one piece of evidence that shows all of it. */
export interface CheckedSentence {
  /** As a person reads it: one line, its place in brackets. */
  readonly text: string;
  readonly evidence: Evidence;
}
