import * as z from 'zod';

const phrases = z.array(z.string().trim().min(1).max(200)).min(1);

/**
 * data/plain-titles.yaml: what a heading of an administrative document is about, in plain words. A rule speaks of words
 * that such headings use, never of one document. Phrases are written with tone marks and matched on whole syllables,
 * without marks and without "và". The first rule that fits counts.
 */
export const plainTitlesSchema = z.strictObject({
  titles: z.array(
    z
      .strictObject({
        plain: z.string().trim().min(3).max(80),
        /** The whole heading. */
        is: phrases.optional(),
        /** Words that it begins with. */
        starts: phrases.optional(),
        /** Words that stand in it, all of them. */
        has: phrases.optional(),
        /** Words that must not stand in it. */
        not: phrases.optional(),
      })
      .refine(({ is, starts, has }) => is ?? starts ?? has, { error: 'a rule needs is, starts or has' }),
  ),
});
export type PlainTitlesFile = z.infer<typeof plainTitlesSchema>;
