import * as z from 'zod/mini';

/** Comes before an answer that the server can read aloud. `parts`: how many recordings it has. */
export const readAloudPiece = z.object({ token: z.string(), parts: z.number() });
export type ReadAloudPiece = z.infer<typeof readAloudPiece>;

/** Asks for one recording. `part` counts from 0. */
export const readAloudBody = z.object({
  token: z.string().check(z.maxLength(40_000)),
  part: z.int().check(z.minimum(0), z.maximum(1_000)),
});
