import type { PlanSentence } from '@phuong-so/shared/domain/plan';
import type { PassageKind } from '../../ports/plan-index.ts';

/** The unit of retrieval: one paragraph, table row, unit with its duties, or document fact. */
export interface Passage {
  readonly documentId: string;
  readonly kind: PassageKind;
  /** Id of the fact within its plan. */
  readonly ref: string;
  readonly sectionId: string | null;
  /** Searched with its own weight; headings outermost first, joined by " › ". */
  readonly heading: string;
  readonly text: string;
  readonly sentences: readonly PlanSentence[];
}

export const HEADING_SEPARATOR = ' › ';
