import * as z from 'zod';
import { entryIdSchema, line } from './provenance.ts';

const words = z.array(line).min(1);

/** data/finder.yaml: words by which questions are led to services and courses. */
export const finderFileSchema = z.strictObject({
  /** Words that say the same in everyday speech. */
  groups: z.array(z.array(line).min(2)),
  /** How anything is asked for, "…" in place of its name: words that tell no procedure from another. */
  askings: z.array(line.refine((text) => text.split('…').length === 2, 'cần đúng một dấu "…"')).default([]),
  /** Life events; `services` in the order in which they are done. */
  situations: z.array(z.strictObject({ title: line, also: words, services: z.array(entryIdSchema).min(1) })),
  /** Procedures that people ask for and no file covers. */
  elsewhere: z.array(z.strictObject({ title: line, also: words })),
});
export type FinderFile = z.infer<typeof finderFileSchema>;
