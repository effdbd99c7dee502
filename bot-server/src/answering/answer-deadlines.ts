import { stateOf } from '@phuong-so/shared/domain/due-date';
import type { PlanDeadline, PlanTask } from '@phuong-so/shared/domain/plan';
import type { WardDocument } from '../ports/ward-facts.ts';
import { allTasks, unitNames, unitsMeant } from './answer-unit.ts';
import { cite, placeName } from './cite.ts';
import { dueWords, type FactOf, factCitations, leadWords, taskItem } from './describe-fact.ts';
import { type AnswerContext, type Answerer, type Draft, draft } from './draft.ts';
import { asTitle, shortDate, shorten, wardInText } from './wording.ts';

interface Dated {
  readonly document: WardDocument;
  readonly deadline: PlanDeadline;
}

/** When and to whom reports on the plan are due. A plan that names no day is said to name none. */
export const answerReportDeadline: Answerer = (context) => {
  const reporting = context.facts.documents.flatMap((document) =>
    document.plan.deadlines.filter(({ kind }) => kind === 'reporting').map((deadline) => ({ document, deadline })),
  );
  const withDay = reporting.filter(({ deadline }) => deadline.due.monthDay !== null || deadline.due.lastDay !== null);
  if (withDay.length > 0) return told(context, withDay, 'answered');
  if (context.understanding.focus.day) return noDay(context, reporting);
  const periodic = reporting.filter(({ deadline }) => /dinh-ky|yearly|half|periodic|quarter|month/.test(deadline.rule));
  return periodic.length > 0 ? told(context, periodic, 'answered') : null;
};

function told(context: AnswerContext, found: readonly Dated[], outcome: 'answered'): Draft | null {
  const shown = found.slice(0, 3);
  const citations = shown.flatMap((one) => citationOf(context, one));
  if (citations.length === 0) return null;
  const blocks = shown.map((one) => reportLines(one).join('\n'));
  return draft(outcome, `Theo kế hoạch của ${wardInText(context.facts)}:\n${blocks.join('\n')}`, {
    citations,
    suggestions: ['Khi có vướng mắc thì báo cáo ai?'],
    monthDay: shown[0]?.deadline.due.monthDay ?? null,
    when: shown[0]?.deadline.when ?? null,
  });
}

/** When, by whom and to whom, each on a line of its own, as the plan has it. */
function reportLines({ deadline }: Dated): string[] {
  const { due, when, who, toWhom } = deadline;
  const last = due.monthDay ? `; tức chậm nhất ngày ${dayMonth(due.monthDay)}` : '';
  const open = due.monthDay && due.kind !== 'yearly' ? '; kế hoạch không ghi năm và không ghi là hằng năm' : '';
  return [
    `- Hạn báo cáo: ${lower(when)}${last}${open} (${placeName(deadline.quote.place)}).`,
    ...(who ? [`- Ai báo cáo: ${who}.`] : []),
    ...(toWhom ? [`- Gửi: ${toWhom}.`] : []),
  ];
}

/** "11-29" → "29/11". */
function dayMonth(monthDay: string): string {
  const [month, day] = monthDay.split('-').map(Number);
  return `${day}/${month}`;
}

function noDay(context: AnswerContext, reporting: readonly Dated[]): Draft {
  const shown = reporting.slice(0, 2);
  const said = shown.map(({ deadline }) => `“${deadline.quote.text}” (${placeName(deadline.quote.place)})`).join('; ');
  const text = `Kế hoạch của ${wardInText(context.facts)} không ghi ngày cụ thể phải nộp báo cáo.${said ? ` Kế hoạch chỉ viết: ${said}.` : ''} Bạn hỏi đơn vị theo dõi kế hoạch của phường để biết ngày chính xác.`;
  return draft('not_found', text, {
    citations: shown.flatMap((one) => citationOf(context, one)),
    suggestions: ['Đơn vị nào theo dõi, đôn đốc kế hoạch này?'],
  });
}

function citationOf(context: AnswerContext, { document, deadline }: Dated) {
  const citation = cite(
    document,
    context.facts.profile.key,
    deadline.quote.text,
    placeName(deadline.quote.place),
    deadline.quote.place.section,
  );
  return citation ? [citation] : [];
}

/** Dated tasks that are past their last day; with a unit named, or for an official, that unit's. */
export const answerOverdue: Answerer = (context) => tasksInState(context, 'overdue');
/** Dated tasks whose last day is near. */
export const answerDueSoon: Answerer = (context) => tasksInState(context, 'due_soon');

function tasksInState(context: AnswerContext, state: 'overdue' | 'due_soon'): Draft {
  const { unitIds, ownUnit, month } = context.understanding;
  const ids = unitIds.length > 0 || ownUnit ? unitsMeant(context) : [];
  const rows = allTasks(context)
    .filter(({ fact }) =>
      month ? (fact.due.lastDay?.startsWith(month) ?? false) : stateOf(fact.due, context.today) === state,
    )
    .filter(({ fact }) => ids.length === 0 || fact.leadIds.some((id) => ids.includes(id)));
  const whose = ids.length > 0 ? `của ${unitNames(context, ids)}` : `của ${wardInText(context.facts)}`;
  const words = month
    ? `có hạn trong tháng ${monthWords(month)}`
    : state === 'overdue'
      ? 'đã quá thời hạn ghi trong kế hoạch'
      : 'đến hạn trong 30 ngày tới';
  if (rows.length === 0)
    return noneInState(
      context,
      `Tính đến ${shortDate(context.today)}, không có nhiệm vụ có ngày tháng nào ${whose} ${words}.`,
    );
  const lines = rows
    .slice(0, 12)
    .map(
      ({ fact }, index) =>
        `${index + 1}. ${shorten(asTitle(fact.title), 160)} – ${leadWords(fact.lead)}; hạn ${dueWords(fact, context.today, context.role)}`,
    );
  const note = 'Tôi chỉ so ngày ghi trong kế hoạch với hôm nay, không biết việc đã làm xong hay chưa.';
  return draft(
    'answered',
    [`Tính đến ${shortDate(context.today)}, ${rows.length} nhiệm vụ ${whose} ${words}:`, ...lines, note].join('\n'),
    {
      items: rows.map(({ fact }) => taskItem(fact, context.today)),
      citations: rows.slice(0, 8).flatMap((row: FactOf<PlanTask>) => factCitations(context, row, 1)),
      long: true,
      topic: { unitIds: ids, taskIds: rows.map(({ fact }) => fact.id) },
    },
  );
}

/** "2025-09" → "9/2025". */
function monthWords(month: string): string {
  const [year, number] = month.split('-');
  return `${Number(number)}/${year}`;
}

function noneInState(context: AnswerContext, sentence: string): Draft {
  const dated = allTasks(context).filter(({ fact }) => fact.due.lastDay !== null);
  const next = dated
    .filter(({ fact }) => (fact.due.lastDay ?? '') >= context.today)
    .sort((a, b) => (a.fact.due.lastDay ?? '').localeCompare(b.fact.due.lastDay ?? ''))[0];
  const more = next
    ? ` Việc có hạn gần nhất: ${shorten(asTitle(next.fact.title), 160)} (hạn ${next.fact.due.text}).`
    : '';
  const citations = next ? factCitations(context, next, 1) : [];
  return draft(
    next ? 'answered' : 'not_found',
    `${sentence}${more}${next ? '' : ' Bạn có thể hỏi về từng nhiệm vụ để biết thời gian thực hiện.'}`,
    { citations },
  );
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
