import * as z from 'zod';
import { entryIdSchema, line, sourceSchema } from './provenance.ts';

/** As long as a message that people forward to each other. */
const message = z.string().trim().min(1).max(600);

/**
 * data/scam-practice.yaml: messages for "lừa đảo hay thật?". All are made up: no telephone number, account or address in
 * them is anybody's. What is said about them rests on the sources that they name.
 */
export const scamPracticeSchema = z.strictObject({
  /** Named once, and by their key in each message. */
  sources: z.record(entryIdSchema, sourceSchema),
  items: z.array(
    z.strictObject({
      id: entryIdSchema,
      /** Who it seems to come from. */
      from: line,
      text: message,
      is_scam: z.boolean(),
      /** What gives it away, with the words of the message in quotes; of a genuine one, what is not asked for. */
      signs: z.array(line).min(1),
      what_to_do: line,
      where_to_report: line.nullable().default(null),
      sources: z.array(entryIdSchema).min(1, 'cần ít nhất một nguồn'),
    }),
  ),
});
export type ScamPracticeFile = z.infer<typeof scamPracticeSchema>;
