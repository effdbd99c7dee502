import * as z from 'zod';

const said = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[\p{L} ]+$/u, 'what is said has letters and spaces only');
const short = z.array(z.string().trim().min(1).max(20)).min(1);
const byShort = z.record(z.string().regex(/^\p{L}{1,8}$/u), said);

/** data/spoken-words.yaml: what is written short, and how it is read aloud. */
export const spokenWordsSchema = z.strictObject({
  /** `before`: only in front of a number or a name with a capital. */
  words: z.array(z.strictObject({ short, say: said, before: z.optional(z.literal('number_or_name')) })),
  papers: byShort,
  issuers: byShort,
  units: z.array(z.strictObject({ short, say: said })),
  roman_after: z.array(said),
  letters: z.record(z.string().regex(/^\p{Ll}$/u), said),
});
export type SpokenWordsFile = z.infer<typeof spokenWordsSchema>;
