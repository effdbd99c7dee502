import { z } from 'zod';

/** A passage set with questions; a question is asked within its scope (ward) only. */
export const retrievalSetSchema = z.object({
  name: z.string(),
  passages: z.array(z.object({ id: z.string(), scope: z.string(), heading: z.string(), text: z.string() })),
  questions: z.array(z.object({ text: z.string(), scope: z.string(), gold: z.array(z.string()).min(1) })),
});

export type RetrievalSet = z.infer<typeof retrievalSetSchema>;
export type BenchPassage = RetrievalSet['passages'][number];
export type BenchQuestion = RetrievalSet['questions'][number];

/** The question as typed on a phone without Vietnamese input. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}
