import * as z from 'zod';

/** A short text of one paragraph. */
export const line = z.string().trim().min(1).max(400);

/** Id of a service, course or lesson: it is a file's name and part of addresses, so it is plain ASCII. */
export const entryIdSchema = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'chỉ gồm chữ thường không dấu, số và gạch nối');

/**
 * How sure a fact is. `recent`: read in a source of the time after 1/7/2025, when districts ended. `before_reform`: read
 * in an older one, and shown with a caution. `unverified`: kept for whoever checks it next, and never shown.
 */
export const confidenceSchema = z.enum(['recent', 'before_reform', 'unverified']);
export type Confidence = z.infer<typeof confidenceSchema>;

/** A fact: its text when it is as sure as the whole file, or the text with a confidence of its own; null = not known. */
export const factSchema = z.union([line, z.strictObject({ text: line, confidence: confidenceSchema })]);
export type Fact = z.infer<typeof factSchema>;

export const sourceSchema = z.strictObject({
  name: line,
  url: z.url({ protocol: /^https$/, error: 'cần một địa chỉ https' }).optional(),
  /** The day on which the source was read, or on which the copy that was read was made. */
  checked: z.iso.date('cần ngày dạng 2026-07-18'),
  /** For reviewers: how the source was read, when not directly. */
  via: line.optional(),
});
export type SourceEntry = z.infer<typeof sourceSchema>;

/** Sources, how sure the file is as a whole, and what may have changed since. */
export const provenanceShape = {
  sources: z.array(sourceSchema).min(1, 'cần ít nhất một nguồn'),
  confidence: z.enum(['recent', 'before_reform']),
  /** What may have changed, in a sentence or two for residents. */
  caution: line.nullable().default(null),
};
