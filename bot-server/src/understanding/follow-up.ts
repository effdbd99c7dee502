import type { Topic } from '@phuong-so/shared/domain/conversation';
import type { Understanding } from '@phuong-so/shared/domain/understanding';
import type { CleanQuestion } from './clean-question.ts';
import type { CueReading } from './cue-reading.ts';

/** A longer question says itself what it is about. In tokens. */
const LONGEST_FOLLOW_UP = 12;
const UNIT_INTENTS: ReadonlySet<string> = new Set(['unit_tasks', 'unit_targets', 'overdue', 'due_soon']);

/**
 * Completes a question that leans on the one before ("còn phòng Kinh tế thì sao?", "thế hạn khi nào?") with what that
 * one was about. A question that stands by itself comes back unchanged.
 */
export function followUp(
  understanding: Understanding,
  topic: Topic | null,
  cues: CueReading,
  question: CleanQuestion,
): Understanding {
  if (!topic || question.tokens.length > LONGEST_FOLLOW_UP) return understanding;
  const unitLeans = understanding.unitIds.length > 0 && cues.has('continue') && understanding.topicsBesideUnit === 0;
  const leaning = understanding.concepts.length === 0;
  if (!leaning && !unitLeans) return understanding;
  const about = { taskIds: topic.taskIds, targetIds: topic.targetIds };
  const facts = about.taskIds.length + about.targetIds.length;
  if (unitLeans && understanding.intent === 'passage' && topic.intent && UNIT_INTENTS.has(topic.intent)) {
    return { ...understanding, intent: topic.intent as Understanding['intent'] };
  }
  if (!leaning || facts === 0) return understanding;
  if (understanding.years.length > 0 && about.targetIds.length > 0)
    return { ...understanding, intent: 'target', about };
  if (understanding.focus.who || understanding.focus.coordinating) return { ...understanding, intent: 'owner', about };
  if (understanding.focus.when) return { ...understanding, intent: 'due', about };
  return understanding.concepts.length === 0 ? { ...understanding, about } : understanding;
}
