import * as z from 'zod/mini';

/** Every reply that is not 2xx. `message` is Vietnamese and can be shown as it is. */
export const errorReply = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.optional(z.unknown()) }),
});
export type ErrorReply = z.infer<typeof errorReply>;
