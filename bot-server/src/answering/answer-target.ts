import type { PlanTarget } from '@phuong-so/shared/domain/plan';
import { allTargets } from './answer-unit.ts';
import { type FactOf, factCitations, factPlace, leadWords } from './describe-fact.ts';
import { type AnswerContext, type Answerer, draft } from './draft.ts';
import type { Ranked } from './rank-snippets.ts';
import type { TargetSnippet } from './snippets.ts';
import { isEnough, nearBest, ofKind } from './support.ts';
import { nextMilestone, valueList, valueWords } from './target-values.ts';
import { asTitle, wardInText } from './wording.ts';

/** Targets that score this near to the best are about the same thing. */
const SAME_TARGET = 0.88;
const MOST_SHOWN = 4;

/**
 * A figure the plan sets. "-" is said to be no target, with the next milestone; nothing is interpolated. Rows that
 * contradict each other stand side by side.
 */
export const answerTarget: Answerer = (context) => {
  const [year] = context.understanding.years;
  const ranked = favourYear(tableRows(context), year);
  const best = ranked[0];
  if (!best || !isEnough(best)) return null;
  if (year && !ranked.some(({ snippet, score }) => score >= best.score * SAME_TARGET && setsYear(snippet.target, year)))
    return null;
  const chosen = withContradictions(context, sameTargets(ranked, year));
  const lines = chosen.map((row) => targetLine(row, year, context));
  const contradiction = contradicts(chosen, year)
    ? '\nKế hoạch ghi các con số khác nhau ở những chỗ này; cần hỏi đơn vị chủ trì để biết số nào được áp dụng.'
    : '';
  const text = `Theo kế hoạch của ${wardInText(context.facts)}:\n${lines.join('\n')}${contradiction}`;
  return draft('answered', text, {
    citations: chosen.flatMap((row) => factCitations(context, row, 1)),
    suggestions: [`Ai chủ trì chỉ tiêu này?`, ...(year ? [] : ['Chỉ tiêu này năm 2030 là bao nhiêu?'])],
    long: chosen.length > 1,
    topic: { targetIds: chosen.map(({ fact }) => fact.id), year: year ?? null },
  });
};

/** Rows of target tables; a figure of running text is told in its own sentence. */
function tableRows(context: AnswerContext): Ranked<TargetSnippet>[] {
  return ofKind(context.ranked, 'target').filter(({ snippet }) => snippet.target.origin === 'appendix');
}

/** A row that sets the asked year is meant rather than one that does not name it. */
const YEAR_SET = 1.15;
const YEAR_UNKNOWN = 0.85;

function favourYear(ranked: readonly Ranked<TargetSnippet>[], year: string | undefined): Ranked<TargetSnippet>[] {
  if (!year) return [...ranked];
  return ranked
    .map((one) => ({ ...one, score: one.score * (setsYear(one.snippet.target, year) ? YEAR_SET : YEAR_UNKNOWN) }))
    .sort((a, b) => b.score - a.score);
}

/** The table has a cell for the year ("-" included), or the text sets the figure without naming a year. */
function setsYear(target: PlanTarget, year: string): boolean {
  return year in target.values || '' in target.values;
}

/** The best target and those as near as makes no difference; rows that set the asked year before those that do not. */
function sameTargets(ranked: readonly Ranked<TargetSnippet>[], year: string | undefined): FactOf<PlanTarget>[] {
  const near = nearBest(ranked, SAME_TARGET, MOST_SHOWN);
  const withYear = year ? near.filter(({ snippet }) => snippet.target.values[year] != null) : near;
  return (withYear.length > 0 ? withYear : near.slice(0, 1)).map(({ snippet }) => ({
    document: snippet.document,
    fact: snippet.target,
  }));
}

/** Adds the targets that the parser found to contradict those chosen. */
function withContradictions(context: AnswerContext, chosen: readonly FactOf<PlanTarget>[]): FactOf<PlanTarget>[] {
  const ids = new Set(chosen.map(({ fact }) => fact.id));
  for (const { document } of chosen) {
    for (const warning of document.plan.warnings) {
      if (warning.kind === 'contradiction' && warning.about.some((id) => ids.has(id)))
        for (const id of warning.about) ids.add(id);
    }
  }
  const others = allTargets(context).filter(
    ({ fact }) => ids.has(fact.id) && !chosen.some((one) => one.fact.id === fact.id),
  );
  return [...chosen, ...others].slice(0, MOST_SHOWN + 2);
}

function targetLine(row: FactOf<PlanTarget>, year: string | undefined, context: AnswerContext): string {
  const target = row.fact;
  const lead = context.role === 'resident' && target.lead.length === 0 ? '' : `; chủ trì: ${leadWords(target.lead)}`;
  return `- ${asTitle(target.name)}: ${yearWords(target, year)}${lead} (${factPlace(row)}).`;
}

function yearWords(target: PlanTarget, year: string | undefined): string {
  if (!year) return valueList(target);
  const value = valueWords(target, year);
  if (value) return `năm ${year} là ${value}`;
  const next = nextMilestone(target, year);
  const said = year in target.values ? `năm ${year} không đặt chỉ tiêu` : `không ghi chỉ tiêu cho năm ${year}`;
  const undated = valueWords(target, '');
  if (undated) return `${undated} (kế hoạch không ghi năm)`;
  return next ? `${said}; mốc tiếp theo là năm ${next}: ${valueWords(target, next)}` : said;
}

function contradicts(chosen: readonly FactOf<PlanTarget>[], year: string | undefined): boolean {
  if (chosen.length < 2 || !year) return false;
  return new Set(chosen.map(({ fact }) => fact.values[year]).filter((value) => value != null)).size > 1;
}
