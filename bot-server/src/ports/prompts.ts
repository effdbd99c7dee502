import type { PromptName } from '@phuong-so/shared/content/prompts';

/** A text for a model with named slots: "{{question}}". */
export interface Prompt {
  readonly name: PromptName;
  readonly version: number;
  readonly text: string;
  readonly slots: readonly string[];
}

export interface Prompts {
  readonly byName: Readonly<Record<PromptName, Prompt>>;
  /** "answer-system@1 answer-question@1 …": for the log. */
  readonly versions: string;
  /** Of all texts: 16 hexadecimal digits. */
  readonly hash: string;
}
