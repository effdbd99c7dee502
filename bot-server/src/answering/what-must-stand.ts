import { foldMarks } from '@phuong-so/shared/text/fold';
import type { WardFacts } from '../ports/plan-index.ts';
import type { AnswerContext } from './draft.ts';
import type { Ranked } from './rank-snippets.ts';
import { padded } from './snippets.ts';

const MONEY = / \d+ (?:ty|trieu|nghin|ngan|dong)\b/;
/** Intents whose answers are read off the document itself; nothing else need stand in the text. */
const READ_OFF: ReadonlySet<string> = new Set([
  'signer',
  'number_and_date',
  'ward_identity',
  'period',
  'recipients',
  'outline',
  'unit_tasks',
  'unit_targets',
  'overdue',
  'due_soon',
]);

/** Why no text of the plan can answer, in words for the person; null when nothing stands against it. */
export function whyUnanswerable(context: AnswerContext, wardLabel: string): string | null {
  const { intent, wants, topicWords } = context.understanding;
  if (wants.progress)
    return `Kế hoạch của ${wardLabel} chỉ ghi việc phải làm và chỉ tiêu, không có số liệu đã làm được đến đâu.`;
  if (READ_OFF.has(intent)) return null;
  const absent = topicWords.find((word) => !mentions(context.facts, word));
  if (absent) return `Kế hoạch của ${wardLabel} không nhắc đến “${absent}”.`;
  if (wants.person)
    return `Kế hoạch của ${wardLabel} không ghi tên người phụ trách; trong văn bản chỉ có tên người ký.`;
  if (wants.clockOrContact)
    return `Kế hoạch của ${wardLabel} không ghi giờ giấc, địa chỉ hay cách liên hệ cho việc này.`;
  return null;
}

/** Of the snippets that fit, those that hold what the question asks for: an amount of money, a count of something. */
export function holdingWhatIsAsked(context: AnswerContext): readonly Ranked[] {
  const { money, amountOf } = context.understanding.wants;
  if (money) return context.ranked.filter(({ snippet }) => MONEY.test(snippet.own));
  if (amountOf.length === 0) return context.ranked;
  const counts = amountOf.map((noun) => new RegExp(` \\d+ (?:[a-z]+ )?${noun} `));
  return context.ranked.filter(({ snippet }) => counts.some((count) => count.test(snippet.own)));
}

const vocabularies = new WeakMap<WardFacts, string>();

/** Whether the ward's plans say the word anywhere. */
function mentions(facts: WardFacts, word: string): boolean {
  let all = vocabularies.get(facts);
  if (all === undefined) {
    all = facts.documents.map(({ collapsedSource }) => padded(collapsedSource)).join(' ');
    vocabularies.set(facts, all);
  }
  return all.includes(` ${foldMarks(word)} `);
}
