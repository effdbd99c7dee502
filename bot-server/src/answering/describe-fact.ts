import type { AnswerItem, AskerRole, Citation, TaskState } from '@phuong-so/shared/domain/answer';
import { stateOf } from '@phuong-so/shared/domain/due-date';
import type { PlanTarget, PlanTask } from '@phuong-so/shared/domain/plan';
import type { WardDocument } from '../ports/ward-facts.ts';
import { citeFirst, placeName } from './cite.ts';
import type { AnswerContext } from './draft.ts';
import { asTitle, listed, shortDate } from './wording.ts';

export interface FactOf<T> {
  readonly document: WardDocument;
  readonly fact: T;
}

const STATE_WORDS: Readonly<Record<TaskState, string>> = {
  overdue: 'đã quá hạn',
  due_soon: 'sắp đến hạn',
  upcoming: 'còn hạn',
  waiting_for_event: 'chờ sự kiện',
  no_date: '',
};

/** "Tháng 9/2025 (đã quá hạn so với ngày 21/11/2025)"; says so when the plan gives no time. */
export function dueWords(task: PlanTask, today: string, role: AskerRole): string {
  if (!task.due.text) return 'kế hoạch không ghi thời hạn';
  const state = stateOf(task.due, today);
  const words = state === 'overdue' && role !== 'official' ? 'mốc này đã qua' : STATE_WORDS[state];
  return words ? `${task.due.text} (${words}, tính đến ${shortDate(today)})` : task.due.text;
}

export function leadWords(lead: readonly string[]): string {
  return lead.length > 0 ? listed(lead) : 'kế hoạch không ghi đơn vị chủ trì';
}

export function coordinatingWords(coordinating: readonly string[]): string {
  return coordinating.length > 0 ? listed(coordinating) : 'kế hoạch không ghi đơn vị phối hợp';
}

export function taskItem(task: PlanTask, today: string): AnswerItem {
  return {
    title: asTitle(task.title),
    lead: task.lead,
    coordinating: task.coordinating,
    due: task.due.text,
    state: stateOf(task.due, today),
  };
}

export function targetItem(target: PlanTarget): AnswerItem {
  return { title: asTitle(target.name), lead: target.lead, coordinating: target.coordinating, due: null, state: null };
}

/** A task or target in its place: "Phụ lục III, mục V.6". Where rows are numbered on across the groups, the number is enough. */
export function factPlace({ document, fact }: FactOf<PlanTask | PlanTarget>): string {
  const { annex } = fact.quote.place;
  if (annex === null) return placeName(fact.quote.place);
  const group = fact.group?.label?.replace(/\.$/, '') ?? null;
  const number = group && fact.no && numberedAnew(document, fact) ? `${group}.${fact.no}` : fact.no;
  return `Phụ lục${annex ? ` ${annex}` : ''}${number ? `, mục ${number}` : ''}`;
}

/** Whether the rows of the fact's table are numbered from 1 again in every group. */
function numberedAnew({ plan }: WardDocument, fact: PlanTask | PlanTarget): boolean {
  const all: readonly (PlanTask | PlanTarget)[] = 'title' in fact ? plan.tasks : plan.targets;
  const rows = all.filter(({ quote }) => quote.place.annex === fact.quote.place.annex);
  return new Set(rows.map(({ no }) => no)).size < rows.length;
}

/** Quotes that show the fact and what is said of it: the row, then the cells that the row's quote leaves out. */
export function factCitations(
  context: AnswerContext,
  { document, fact }: FactOf<PlanTask | PlanTarget>,
  most = 2,
): Citation[] {
  const quotes = [fact.quote, ...fact.moreQuotes].map(({ text }) => text);
  return citeFirst(
    document,
    context.facts.profile.key,
    quotes,
    factPlace({ document, fact }),
    fact.quote.place.section,
    most,
  );
}
