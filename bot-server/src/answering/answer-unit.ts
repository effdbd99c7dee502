import type { AnswerItem } from '@phuong-so/shared/domain/answer';
import type { PlanTarget, PlanTask } from '@phuong-so/shared/domain/plan';
import { dueWords, type FactOf, factCitations, factPlace, targetItem, taskItem } from './describe-fact.ts';
import { type AnswerContext, type Answerer, type Draft, draft } from './draft.ts';
import { isInNamedAnnex } from './named-annex.ts';
import { isInNamedGroup } from './named-group.ts';
import { valueList } from './target-values.ts';
import { asTitle, shorten, wardInText } from './wording.ts';

/** A list's text is cut to this many characters (contract: lists ≤ 2,000); `items` always holds every row. */
const LIST_ROOM = 1_850;
const SHORTEST_TITLE = 60;
const CITED_ROWS = 8;
/** Beside a unit's rows, this many of its duties are told. */
const DUTIES_SHOWN = 3;

/** Units the question means: those it names, else the asker's own. Ids of this ward's directory. */
export function unitsMeant(context: AnswerContext): string[] {
  const { unitIds } = context.understanding;
  if (unitIds.length > 0) return [...unitIds];
  return context.ownUnit ? ownUnitIds(context.ownUnit, context) : [];
}

function ownUnitIds(name: string, context: AnswerContext): string[] {
  const resolved = context.units.resolve(name);
  return resolved.length > 0 ? resolved : context.units.find(name).map(({ unit }) => unit.id);
}

/** The tasks that a unit leads; where the plan has no such table, its duties. */
export const answerUnitTasks: Answerer = (context) => {
  const ids = unitsMeant(context);
  if (ids.length === 0) return null;
  const led = allTasks(context).filter(({ fact }) => fact.leadIds.some((id) => ids.includes(id)));
  const rows = led.filter(({ fact }) => fact.origin !== 'organisation');
  const duties = led.filter(({ fact }) => fact.origin === 'organisation');
  const { annexes, dutiesSection } = context.understanding;
  if (dutiesSection) return duties.length > 0 ? taskList(context, ids, duties, []) : null;
  if (annexes.length > 0) return annexRows(context, ids, rows);
  if (rows.length > 0) return taskList(context, ids, rows, duties);
  if (duties.length > 0) return taskList(context, ids, duties, []);
  return onlyCoordinates(context, ids);
};

function annexRows(context: AnswerContext, ids: readonly string[], rows: readonly FactOf<PlanTask>[]): Draft | null {
  const inAnnex = rows.filter(
    ({ fact }) =>
      isInNamedAnnex(context.understanding, fact.quote.place.annex) &&
      isInNamedGroup(context.understanding, fact.group),
  );
  return inAnnex.length > 0 ? taskList(context, ids, inAnnex, []) : null;
}

function taskList(
  context: AnswerContext,
  ids: readonly string[],
  rows: readonly FactOf<PlanTask>[],
  duties: readonly FactOf<PlanTask>[],
): Draft {
  const name = unitNames(context, ids);
  const heading = `${name} (${wardInText(context.facts)}) ${duties.length > 0 || rows[0]?.fact.origin !== 'organisation' ? 'chủ trì' : 'được giao'} ${rows.length} nhiệm vụ:`;
  const extra = dutyLines(context, duties);
  const room = Math.max(SHORTEST_TITLE, Math.floor((LIST_ROOM - heading.length - extra.length) / rows.length) - 45);
  const lines = rows.map(
    (row, index) => `${index + 1}. ${shorten(asTitle(row.fact.title), room)}${detail(context, row)}`,
  );
  return draft('answered', [heading, ...lines, extra].filter(Boolean).join('\n'), {
    items: rows.map(({ fact }) => taskItem(fact, context.today)),
    citations: [...rows.slice(0, CITED_ROWS), ...duties.slice(0, DUTIES_SHOWN)].flatMap((row) =>
      factCitations(context, row, 1),
    ),
    suggestions: ['Việc nào sắp đến hạn?', `${name} theo dõi những chỉ tiêu nào?`],
    long: true,
    topic: { unitIds: [...ids], taskIds: rows.map(({ fact }) => fact.id) },
  });
}

function detail(context: AnswerContext, row: FactOf<PlanTask>): string {
  const { due } = row.fact;
  const words = context.role === 'official' ? dueWords(row.fact, context.today, context.role) : due.text;
  return `${due.text ? ` – ${words}` : ''} (${shortPlace(row)})`;
}

/** "Phụ lục" is written short where every line of a list has it. */
function shortPlace(row: FactOf<PlanTask | PlanTarget>): string {
  return factPlace(row).replace('Phụ lục', 'PL');
}

function dutyLines(context: AnswerContext, duties: readonly FactOf<PlanTask>[]): string {
  if (duties.length === 0) return '';
  const shown = duties
    .slice(0, DUTIES_SHOWN)
    .map((row) => `- ${shorten(asTitle(row.fact.title), 150)}${detail(context, row)}`);
  return ['Ngoài ra, phần Tổ chức thực hiện giao:', ...shown].join('\n');
}

function onlyCoordinates(context: AnswerContext, ids: readonly string[]): Draft | null {
  const rows = allTasks(context).filter(({ fact }) => fact.coordinatingIds.some((id) => ids.includes(id)));
  if (rows.length === 0) return null;
  const lines = rows.slice(0, 8).map((row) => `- ${shorten(asTitle(row.fact.title), 150)} (${factPlace(row)})`);
  return draft(
    'answered',
    `Kế hoạch không giao ${unitNames(context, ids)} chủ trì việc nào; đơn vị này phối hợp ${rows.length} việc:\n${lines.join('\n')}`,
    {
      items: rows.map(({ fact }) => taskItem(fact, context.today)),
      citations: rows.slice(0, CITED_ROWS).flatMap((row) => factCitations(context, row, 1)),
      long: true,
      topic: { unitIds: [...ids] },
    },
  );
}

/** The targets that a unit leads. */
export const answerUnitTargets: Answerer = (context) => {
  const ids = unitsMeant(context);
  const rows = allTargets(context).filter(
    ({ fact }) => fact.origin === 'appendix' && fact.leadIds.some((id) => ids.includes(id)),
  );
  const chosen = rows.filter(({ fact }) => isInNamedAnnex(context.understanding, fact.annex));
  if (ids.length === 0 || chosen.length === 0) return null;
  const name = unitNames(context, ids);
  const heading = `${name} (${wardInText(context.facts)}) chủ trì theo dõi ${chosen.length} chỉ tiêu:`;
  const room = Math.max(SHORTEST_TITLE, Math.floor((LIST_ROOM - heading.length) / chosen.length) - 60);
  const lines = chosen.map(
    (row, index) =>
      `${index + 1}. ${shorten(asTitle(row.fact.name), room)}: ${shorten(valueList(row.fact), 70)} (${shortPlace(row)})`,
  );
  return draft('answered', [heading, ...lines].join('\n'), {
    items: chosen.map(({ fact }): AnswerItem => targetItem(fact)),
    citations: chosen.slice(0, CITED_ROWS).flatMap((row) => factCitations(context, row, 1)),
    suggestions: [`${name} chủ trì những nhiệm vụ nào?`],
    long: true,
    topic: { unitIds: [...ids], targetIds: chosen.map(({ fact }) => fact.id) },
  });
};

export function unitNames(context: AnswerContext, ids: readonly string[]): string {
  return ids.map((id) => context.units.get(id)?.name ?? id).join(', ');
}

export function allTasks(context: AnswerContext): FactOf<PlanTask>[] {
  return context.facts.documents.flatMap((document) => document.plan.tasks.map((fact) => ({ document, fact })));
}

export function allTargets(context: AnswerContext): FactOf<PlanTarget>[] {
  return context.facts.documents.flatMap((document) => document.plan.targets.map((fact) => ({ document, fact })));
}
