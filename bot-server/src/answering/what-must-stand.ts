import type { Unit } from '@phuong-so/shared/domain/units';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { padded } from '@phuong-so/shared/text/tokens';
import type { Snippet, WardFacts } from '../ports/ward-facts.ts';
import type { AnswerContext } from './draft.ts';
import type { Ranked } from './rank-snippets.ts';
import { isSure } from './support.ts';

const DAY = / ngay \d+ | \d+ \d+ 20\d\d | thang \d+ /;
const TIME = / (?:hang|moi|hang) nam | dinh ky | thuong xuyen | sau khi | giai doan | nam 20\d\d | quy [iv\d]+ /;
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
export function whyUnanswerable(context: AnswerContext, ward: string): string | null {
  const { intent, wants, topicWords } = context.understanding;
  if (wants.progress)
    return `Kế hoạch của ${ward} chỉ ghi việc phải làm và chỉ tiêu, không có số liệu đã làm được đến đâu.`;
  if (READ_OFF.has(intent)) return null;
  // A pair that the plan knows was meant instead: in "ve so hoa" nobody asks about lottery tickets ("vé số").
  const absent = topicWords.find(
    ({ word, means, edges }) => ![word, ...means, ...edges].some((words) => mentions(context.facts, words)),
  );
  if (absent && !isSure(context.ranked[0])) return `Kế hoạch của ${ward} không nhắc đến “${absent.word}”.`;
  if (wants.person) return `Kế hoạch của ${ward} không ghi tên người phụ trách; trong văn bản chỉ có tên người ký.`;
  if (wants.clockOrContact) return `Kế hoạch của ${ward} không ghi giờ giấc, địa chỉ hay cách liên hệ cho việc này.`;
  return null;
}

/** Of the snippets that fit, those that hold what the question asks for: an amount of money, a count of something. */
export function holdingWhatIsAsked(context: AnswerContext): readonly Ranked[] {
  const { money, amountOf } = context.understanding.wants;
  if (context.understanding.intent === 'due')
    return context.ranked.filter(({ snippet }) => tellsTime(snippet, context.understanding.focus.day));
  if (context.understanding.intent === 'owner' && context.understanding.wants.lead) return namingSomeone(context);
  if (money) return context.ranked.filter(({ snippet }) => MONEY.test(snippet.own));
  if (amountOf.length === 0 || context.understanding.intent === 'target') return context.ranked;
  const counts = amountOf.map((noun) => new RegExp(` \\d+ (?:[a-z]+ )?${noun} `));
  return context.ranked.filter(({ snippet }) => counts.some((count) => count.test(snippet.own)));
}

/** Kinds of units that can lead; schools, groups and the public are what work is done for. */
const LEADS: ReadonlySet<Unit['kind']> = new Set([
  'department',
  'centre',
  'police',
  'committee',
  'neighbourhood',
  'organisation',
  'party',
  'council',
  'authority',
  'higher',
]);
/** Only so many are looked through for a unit: the answer is among the best. */
const LOOKED_THROUGH = 24;

/** "Ai chủ trì …" is answered by rows with a lead and by sentences that name a unit or stand under one. */
function namingSomeone({ ranked, units }: AnswerContext): readonly Ranked[] {
  return ranked.slice(0, LOOKED_THROUGH).filter(({ snippet }) => {
    if (snippet.kind === 'task') return snippet.task.lead.length > 0;
    if (snippet.kind === 'target') return snippet.target.lead.length > 0;
    const heading = snippet.document.outline.find(({ id }) => id === snippet.sectionId)?.title ?? '';
    return units.find(`${heading}. ${snippet.text}`).some(({ unit }) => LEADS.has(unit.kind));
  });
}

function tellsTime(snippet: Snippet, day: boolean): boolean {
  const due =
    snippet.kind === 'task' ? snippet.task.due.text : snippet.kind === 'deadline' ? snippet.deadline.when : null;
  const text = due === null ? snippet.own : padded(due);
  return day && due === null ? DAY.test(text) : due !== null || DAY.test(text) || TIME.test(text);
}

/** Whether the ward's plans say the word anywhere. */
function mentions(facts: WardFacts, word: string): boolean {
  const wanted = ` ${foldMarks(word)} `;
  return facts.documents.some(({ foldedSource }) => foldedSource.includes(wanted));
}
