import type { PlanTarget, PlanTask } from '@phuong-so/shared/domain/plan';
import type { TargetSnippet, TaskSnippet } from '../ports/ward-facts.ts';
import { coordinatingWords, dueWords, type FactOf, factCitations, factPlace, leadWords } from './describe-fact.ts';
import { type AnswerContext, type Answerer, draft } from './draft.ts';
import type { Ranked } from './rank-snippets.ts';
import { isEnough, nearBest } from './support.ts';
import { asTitle, shorten, wardInText } from './wording.ts';

type Row = Ranked<TaskSnippet | TargetSnippet>;
const MOST_SHOWN = 3;
const NEAR = 0.9;
const SENTENCE_BETTER = 1.6;

/** Who leads and who coordinates the task or target that the question is about. */
export const answerOwner: Answerer = (context) =>
  rowsAnswer(context, (row) => leadIds(row).length > 0 || lead(row).length > 0);

/** By when the task that the question is about is due. */
export const answerDue: Answerer = (context) =>
  rowsAnswer(context, (row) => row.snippet.kind === 'task' && row.snippet.task.due.text !== null);

function rowsAnswer(context: AnswerContext, fits: (row: Row) => boolean) {
  const { aboutTargets } = context.understanding;
  const all = context.ranked
    .filter((one): one is Row => one.snippet.kind === 'task' || one.snippet.kind === 'target')
    .filter(fits);
  const targets = aboutTargets ? all.filter(({ snippet }) => snippet.kind === 'target') : [];
  const rows = targets.length > 0 ? targets : all;
  const best = rows[0];
  if (!best || !isEnough(best)) return null;
  // A sentence of running text that says much more about the question than any row is the better answer.
  const other = context.ranked.find(({ snippet }) => snippet.kind === 'sentence');
  if (!aboutTargets && other && other.ownCoverage > best.coverage * SENTENCE_BETTER) return null;
  const chosen = withContradicting(oneOfEachAnnex(context, rows) ?? nearBest(rows, NEAR, MOST_SHOWN), rows);
  const lines = chosen.map((row) => describe(context, row));
  return draft('answered', `Theo kế hoạch của ${wardInText(context.facts)}:\n${lines.join('\n')}`, {
    citations: chosen.flatMap((row) => factCitations(context, factOf(row), 2)),
    suggestions: context.understanding.focus.when ? ['Việc này ai chủ trì?'] : ['Việc này hạn khi nào?'],
    long: chosen.length > 1,
    topic: {
      taskIds: chosen.flatMap(({ snippet }) => (snippet.kind === 'task' ? [snippet.task.id] : [])),
      targetIds: chosen.flatMap(({ snippet }) => (snippet.kind === 'target' ? [snippet.target.id] : [])),
    },
  });
}

/** Rows that the plan contradicts itself in belong together: another unit may be named there. */
function withContradicting(chosen: readonly Row[], rows: readonly Row[]): Row[] {
  const ids = new Set(
    chosen.flatMap(({ snippet }) => {
      const { fact } = factOf({ snippet });
      const double = snippet.document.plan.warnings.filter(
        ({ kind, about }) => kind === 'contradiction' && about.includes(fact.id),
      );
      return double.flatMap(({ about }) => about);
    }),
  );
  return [...chosen, ...rows.filter((row) => !chosen.includes(row) && ids.has(factOf(row).fact.id))];
}

/** A question that names several annexes is about the row of each. */
function oneOfEachAnnex(context: AnswerContext, rows: readonly Row[]): Row[] | null {
  const { annexes } = context.understanding;
  if (annexes.length < 2) return null;
  return annexes.flatMap((annex) => rows.find((row) => factOf(row).fact.quote.place.annex === annex) ?? []);
}

function describe(context: AnswerContext, row: Row): string {
  const { fact } = factOf(row);
  const { focus } = context.understanding;
  const title = shorten(asTitle('title' in fact ? fact.title : fact.name), 330);
  const full = context.role === 'official' || focus.coordinating;
  const parts = [
    `chủ trì: ${leadWords(fact.lead)}`,
    ...(full && (focus.coordinating || fact.coordinating.length > 0)
      ? [`phối hợp: ${coordinatingWords(fact.coordinating)}`]
      : []),
    ...('due' in fact && (focus.when || (full && fact.due.text))
      ? [`thời hạn: ${dueWords(fact, context.today, context.role)}`]
      : []),
  ];
  return `- ${title} – ${parts.join('; ')} (${factPlace(factOf(row))}).`;
}

function factOf(row: Pick<Row, 'snippet'>): FactOf<PlanTask | PlanTarget> {
  const { snippet } = row;
  return { document: snippet.document, fact: snippet.kind === 'task' ? snippet.task : snippet.target };
}

function lead(row: Row): readonly string[] {
  return factOf(row).fact.lead;
}

function leadIds(row: Row): readonly string[] {
  return factOf(row).fact.leadIds;
}
