import * as z from 'zod';

/** Every prompt that the service sends, each a file data/prompts/<name>.md. */
export const PROMPT_NAMES = [
  ...(['answer-system', 'answer-question', 'answer-last'] as const),
  ...(['rewrite-system', 'rewrite-question'] as const),
  'read-picture',
] as const;
export type PromptName = (typeof PROMPT_NAMES)[number];

/** What stands above a prompt's text. `version` grows with every change of the text. */
export const promptHeadSchema = z.strictObject({
  name: z.enum(PROMPT_NAMES),
  version: z.int().min(1),
  slots: z.array(z.string().regex(/^[a-z_]+$/)),
});
