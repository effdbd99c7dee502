import type { ANSWER_STEPS, Citation } from '@phuong-so/shared/domain/answer';
import type { Breaker } from '../../composing/breaker.ts';
import type { Budget } from '../../composing/budget.ts';
import type { Fault } from '../../composing/check-sentence.ts';
import type { LanguageModel, ModelFailure } from '../../ports/language-model.ts';
import type { Prompts } from '../../ports/prompts.ts';

/** A configured model with everything that keeps it in bounds. */
export interface ModelDeps {
  readonly model: LanguageModel;
  readonly prompts: Prompts;
  readonly budget: Budget;
  readonly breaker: Breaker;
  readonly limits: ModelLimits;
  /** Told once of every question that went to the model, or would have. */
  readonly record: (record: ModelRecord) => void;
}

export interface ModelLimits {
  /** The longest that a person waits for other words, all rounds together. Milliseconds. */
  readonly waitMs: number;
  /** Times that the model is asked for one question; in the last it must answer. */
  readonly rounds: number;
  /** Tokens of one round's reply. */
  readonly replyTokens: number;
}

/** What became of one question. No words of anybody. */
export interface ModelRecord {
  readonly ward: string;
  readonly model: string;
  readonly prompts: string;
  readonly promptHash: string;
  /** worded: its words are the answer. rewritten: the rules answered its words for the question. kept: the rules' answer stands. */
  readonly outcome: 'worded' | 'rewritten' | 'kept';
  /** Why the rules' answer stands; null where it does not. */
  readonly why: KeptReason | null;
  readonly rounds: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Đồng. */
  readonly cost: number;
  /** Sentences that may be said, and why others may not. */
  readonly sentences: number;
  readonly dropped: readonly Fault[];
  readonly ms: number;
}

export type KeptReason =
  | ModelFailure['kind']
  /** The day's tokens or money are spent. */
  | 'budget'
  /** The server failed again and again and is left alone. */
  | 'resting'
  /** The answer says what no source does. */
  | 'own_words'
  /** The model had nothing to say. */
  | 'none'
  /** What could be checked leaves out something that the rules' answer says. */
  | 'incomplete'
  /** The question in other words adds something, or leaves out what was asked. */
  | 'strange_question'
  /** The rules do not answer the question in other words either. */
  | 'still_open';

export interface AskOptions {
  /** `switched`: where ward.yaml says so. Others are for judging a model before it is switched on. */
  readonly model?: 'switched' | 'always' | 'never';
  /** Hears what happens while the answer is made. */
  readonly hear?: (event: AnswerEvent) => void;
  /** Told of what became of this question, beside the service's own log. */
  readonly record?: (record: ModelRecord) => void;
  /** Ends what the model does: nobody waits any more. The answer is then the rules'. */
  readonly signal?: AbortSignal;
}

/** What is told while an answer is made. A sentence that was told is in the answer. */
export type AnswerEvent =
  | { readonly kind: 'step'; readonly step: (typeof ANSWER_STEPS)[number] }
  | { readonly kind: 'sentence'; readonly text: string; readonly citation: Citation };
