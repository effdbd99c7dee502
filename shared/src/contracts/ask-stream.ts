import * as z from 'zod/mini';
import { ANSWER_STEPS } from '../domain/answer.ts';
import { answerReply, citationReply } from './answer.ts';
import { errorReply } from './error.ts';
import { readAloudPiece } from './read-aloud.ts';

/** What the assistant is doing now. */
export const stepPiece = z.object({ step: z.enum(ANSWER_STEPS) });
export type AnswerStep = z.infer<typeof stepPiece>['step'];

/** A checked sentence of the answer with the place that shows it. It is in the answer that comes at last. */
export const sentencePiece = z.object({ text: z.string(), citation: citationReply });
export type SentencePiece = z.infer<typeof sentencePiece>;

/**
 * Server-sent events of POST /api/v1/ask/stream, by name: any number of steps and sentences, a way to hear the answer where
 * there is one, then the whole answer or an error, and nothing after it. What is wrong with the question itself is told by the status, before any event.
 */
export const ASK_PIECES = {
  step: stepPiece,
  sentence: sentencePiece,
  reading: readAloudPiece,
  answer: answerReply,
  error: errorReply,
} as const;
