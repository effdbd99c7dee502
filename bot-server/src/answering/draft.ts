import type { AnswerItem, AnswerOutcome, AskerRole, Citation } from '@phuong-so/shared/domain/answer';
import type { Topic } from '@phuong-so/shared/domain/conversation';
import type { Understanding } from '@phuong-so/shared/domain/understanding';
import type { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import type { WardFacts } from '../ports/ward-facts.ts';
import type { Ranked } from './rank-snippets.ts';

/** What the answer will say, before it is checked and shortened. */
export interface Draft {
  readonly outcome: AnswerOutcome;
  readonly text: string;
  readonly items: readonly AnswerItem[];
  readonly citations: readonly Citation[];
  readonly suggestions: readonly string[];
  /** Lists and comparisons may be longer (contract, "An answer"). */
  readonly long: boolean;
  /** The last day in time, "11-29", of what the answer is about: lets wards' answers be compared. */
  readonly monthDay: string | null;
  /** The same as the plan prints it. */
  readonly when: string | null;
  /** What a follow-up question may refer to. */
  readonly topic: Partial<Topic>;
}

/** Everything an answerer may use: one ward's facts, never another's. */
export interface AnswerContext {
  readonly understanding: Understanding;
  readonly role: AskerRole;
  /** Name of the asker's own unit or group; null for residents. */
  readonly ownUnit: string | null;
  readonly facts: WardFacts;
  /** The units as this ward's people call them. */
  readonly units: UnitDirectory;
  /** ISO date in Vietnam. */
  readonly today: string;
  /** Snippets that fit the question, best first, all kinds. */
  readonly ranked: readonly Ranked[];
  /** Other wards' names, to say whose plan something is not in. */
  readonly question: string;
}

/** One way of answering; null when it has nothing to say, so that the next may try. */
export type Answerer = (context: AnswerContext) => Draft | null;

export function draft(
  outcome: AnswerOutcome,
  text: string,
  more: Partial<Omit<Draft, 'outcome' | 'text'>> = {},
): Draft {
  return {
    outcome,
    text,
    items: [],
    citations: [],
    suggestions: [],
    long: false,
    monthDay: null,
    when: null,
    topic: {},
    ...more,
  };
}
