import { ANSWER_OUTCOMES } from '@phuong-so/shared/domain/answer';
import * as z from 'zod/mini';

const wardDocument = z.object({
  id: z.string(),
  number: z.nullable(z.string()),
  title: z.nullable(z.string()),
  signer: z.nullable(z.string()),
});

export const wardReply = z.object({
  key: z.string(),
  name: z.nullable(z.string()),
  province: z.nullable(z.string()),
  label: z.string(),
  documents: z.array(wardDocument),
  examples: z.optional(z.array(z.string())),
});

export const wardsReply = z.object({ wards: z.array(wardReply) });

const taskState = z.enum(['overdue', 'due_soon', 'upcoming', 'waiting_for_event', 'no_date']);

export const answerReply = z.object({
  id: z.string(),
  outcome: z.enum(ANSWER_OUTCOMES),
  text: z.string(),
  items: z.array(
    z.object({
      title: z.string(),
      lead: z.array(z.string()),
      coordinating: z.array(z.string()),
      due: z.nullable(z.string()),
      state: z.nullable(taskState),
    }),
  ),
  citations: z.array(
    z.object({
      source: z.enum(['plan', 'service', 'course', 'announcement', 'ward']),
      ward: z.nullable(z.string()),
      document: z.string(),
      section: z.string(),
      quote: z.string(),
      document_id: z.nullable(z.string()),
      section_id: z.nullable(z.string()),
    }),
  ),
  suggestions: z.array(z.string()),
  as_of: z.string(),
  generated: z.boolean(),
  took_ms: z.number(),
});

export const passageReply = z.object({
  document: wardDocument,
  section: z.object({
    id: z.string(),
    path: z.array(z.object({ label: z.string(), title: z.nullable(z.string()) })),
    paragraphs: z.array(z.object({ id: z.string(), text: z.string() })),
  }),
  highlight: z.nullable(z.object({ paragraphId: z.string(), start: z.number(), end: z.number() })),
  quote: z.nullable(z.string()),
});

export const errorReply = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.optional(z.unknown()) }),
});

export type WardReply = z.infer<typeof wardReply>;
export type AnswerReply = z.infer<typeof answerReply>;
export type CitationReply = AnswerReply['citations'][number];
export type ItemReply = AnswerReply['items'][number];
export type PassageReply = z.infer<typeof passageReply>;
