import * as z from 'zod';

const phrases = z.array(z.string().trim().min(1)).min(1);

/**
 * data/cues.yaml: the phrases by which a question shows what it wants. Written with tone marks; matched on syllables,
 * with or without marks. One list per name; the names are used by the understanding step.
 */
export const CUE_NAMES = [
  'who', 'coordinate', 'when', 'day', 'how_much', 'percent', 'list', 'count', 'place', 'yes_no', 'what',
  'report', 'sign', 'not_sign', 'own_document', 'number_or_date', 'number', 'issued', 'basis', 'document_type', 'upper_issuer',
  'identity', 'period', 'tasks', 'targets', 'overdue', 'due_soon', 'recipients', 'own_unit', 'own_group',
  'annex', 'duties_section', 'compare', 'other_ward', 'outline', 'continue', 'annex_text',
  'injection', 'private_data', 'forge', 'scam', 'emergency', 'out_of_scope', 'opinion', 'ward_contact', 'procedure',
  'greeting', 'thanks', 'goodbye', 'about_bot', 'handoff', 'abuse', 'chatter',
] as const;
export type CueName = (typeof CUE_NAMES)[number];

export const cuesSchema = z.strictObject(
  Object.fromEntries(CUE_NAMES.map((name) => [name, phrases])) as Record<CueName, typeof phrases>,
);
export type Cues = z.infer<typeof cuesSchema>;
