import * as z from 'zod';

const phrases = z.array(z.string().trim().min(1).max(120)).min(1);

/**
 * data/glossary.yaml: what people type, and the words that plans print for it. Written with tone marks; matched on
 * whole syllables, with or without marks.
 */
export const glossarySchema = z.strictObject({
  /** "cđs", "cds" → "chuyển đổi số"; also the spellings of chat messages ("ko" → "không"). */
  abbreviations: z.array(z.strictObject({ short: phrases, full: z.string().trim().min(1).max(120) })),
  /** "sóng điện thoại" → "phủ sóng di động", "5G": said in everyday speech, printed otherwise. */
  everyday: z.array(z.strictObject({ say: phrases, means: phrases })),
});

export type Glossary = z.infer<typeof glossarySchema>;
