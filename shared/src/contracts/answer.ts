import * as z from 'zod/mini';
import { ANSWER_OUTCOMES, type Answer, type Citation } from '../domain/answer.ts';

export const taskState = z.enum(['overdue', 'due_soon', 'upcoming', 'waiting_for_event', 'no_date']);

export const answerItem = z.object({
  title: z.string(),
  lead: z.array(z.string()),
  coordinating: z.array(z.string()),
  due: z.nullable(z.string()),
  state: z.nullable(taskState),
});

export const citationReply = z.object({
  source: z.enum(['plan', 'service', 'course', 'announcement', 'ward']),
  ward: z.nullable(z.string()),
  document: z.string(),
  section: z.string(),
  quote: z.string(),
  /** Open the passage: GET /api/v1/plans/{ward}/{document_id}/sections/{section_id}. null = cannot be opened. */
  document_id: z.nullable(z.string()),
  section_id: z.nullable(z.string()),
});

/** The answer as it leaves the server, on HTTP and on the command line. */
export const answerReply = z.object({
  id: z.string(),
  outcome: z.enum(ANSWER_OUTCOMES),
  text: z.string(),
  items: z.array(answerItem),
  citations: z.array(citationReply),
  suggestions: z.array(z.string()),
  as_of: z.string(),
  generated: z.boolean(),
  took_ms: z.number(),
});
export type AnswerReply = z.infer<typeof answerReply>;

export function toAnswerReply(answer: Answer): AnswerReply {
  const { id, outcome, text, items, citations, suggestions, asOf, generated, tookMs } = answer;
  return {
    id,
    outcome,
    text,
    items: items.map((item) => ({ ...item, lead: [...item.lead], coordinating: [...item.coordinating] })),
    citations: citations.map(toCitationReply),
    suggestions: [...suggestions],
    as_of: asOf,
    generated,
    took_ms: Math.round(tookMs * 10) / 10,
  };
}

export function toCitationReply({ documentId, sectionId, ...citation }: Citation): z.infer<typeof citationReply> {
  return { ...citation, document_id: documentId, section_id: sectionId };
}
