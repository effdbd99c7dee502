import * as z from 'zod/mini';

/** Longest question that is read; a chat message in Zalo is shorter. */
export const QUESTION_LIMIT = 2000;

/** Role, unit and group are never in the body: they come from the session alone. */
export const askBody = z.object({
  /** null or absent: the ward of the session, or the person is asked which ward they mean. */
  ward: z.nullish(z.string().check(z.maxLength(60))),
  question: z.string(),
  /** Chosen by the client; keeps "thế hạn khi nào?" understandable for half an hour. */
  conversationId: z.nullish(z.string().check(z.regex(/^[\w-]{1,64}$/))),
});
export type AskBody = z.infer<typeof askBody>;
