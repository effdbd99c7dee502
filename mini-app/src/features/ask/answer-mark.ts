import type { AnswerReply } from '@phuong-so/shared/contracts/answer';
import { AI_NOTICE } from '@phuong-so/shared/domain/ai-notice';

/** Whose words an answer is in. */
export interface Mark {
  readonly kind: 'generated' | 'quoted';
  readonly words: string;
}

/** Source of the duty to mark what AI made: see AI_NOTICE. */
export const GENERATED: Mark = { kind: 'generated', words: 'Do AI diễn đạt từ nguồn được dẫn' };
const FROM_PLAN: Mark = { kind: 'quoted', words: 'Trích từ kế hoạch' };
const FROM_SOURCES: Mark = { kind: 'quoted', words: 'Trích từ nguồn được dẫn' };

/** null = the assistant's own words about what it can and cannot answer. */
export function markOf({ generated, outcome, citations }: AnswerReply): Mark | null {
  if (generated) return GENERATED;
  const isTold = outcome === 'answered' || outcome === 'partial';
  if (!isTold || citations.length === 0) return null;
  return citations.every(({ source }) => source === 'plan') ? FROM_PLAN : FROM_SOURCES;
}

/** The mark as the last sentence of a message. */
export function markSentence(answer: AnswerReply): string | null {
  if (answer.generated) return AI_NOTICE;
  const mark = markOf(answer);
  return mark === null ? null : `${mark.words}.`;
}
