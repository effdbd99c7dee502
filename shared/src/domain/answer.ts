/** Every way an answer can end. The same list drives logs, tests and the interface. Source: contract, "An answer". */
export const ANSWER_OUTCOMES = [
  'answered',
  'partial',
  'clarify',
  'not_found',
  'out_of_scope',
  'refused',
  'smalltalk',
  'handoff',
] as const;
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];

/** What is done for an answer, in this order; only a language model needs the last two. */
export const ANSWER_STEPS = ['searching', 'reading', 'writing'] as const;

export const ROLES = ['resident', 'leader', 'official'] as const;
/** Who asks: người dân, tổ trưởng tổ dân phố, cán bộ. */
export type AskerRole = (typeof ROLES)[number];

export interface AnswerItem {
  readonly title: string;
  readonly lead: readonly string[];
  readonly coordinating: readonly string[];
  /** As printed in the plan; null when the plan gives no time. */
  readonly due: string | null;
  readonly state: TaskState | null;
}

/** Where a dated task stands against the clock. `no_date`: ongoing, yearly or without time; never overdue. */
export type TaskState = 'overdue' | 'due_soon' | 'upcoming' | 'waiting_for_event' | 'no_date';

export interface Citation {
  readonly source: 'plan' | 'service' | 'course' | 'announcement' | 'ward';
  readonly ward: string | null;
  /** Document number ("43/KH-UBND") or, when it has none, its title. */
  readonly document: string;
  /** "IV.2", "Phụ lục III, mục V.6", "phần mở đầu". */
  readonly section: string;
  /** Exact substring of the source document, at least 15 characters. */
  readonly quote: string;
  /** Opens the passage in the plan reader: document id and section id. */
  readonly documentId: string | null;
  readonly sectionId: string | null;
}

export interface Answer {
  readonly id: string;
  readonly outcome: AnswerOutcome;
  /** ≤ 1,200 characters; lists and comparisons ≤ 2,000. */
  readonly text: string;
  readonly items: readonly AnswerItem[];
  readonly citations: readonly Citation[];
  readonly suggestions: readonly string[];
  /** ISO date of the clock the answer was made with. */
  readonly asOf: string;
  readonly generated: boolean;
  readonly tookMs: number;
}
