import type { Citation } from '@phuong-so/shared/domain/answer';
import type { PlanTarget, PlanWarning } from '@phuong-so/shared/domain/plan';
import type { TargetSnippet, WardDocument } from '../ports/ward-facts.ts';
import { allTargets } from './answer-unit.ts';
import { cite, placeName } from './cite.ts';
import { type FactOf, factCitations, factPlace, leadWords } from './describe-fact.ts';
import { type AnswerContext, type Answerer, draft } from './draft.ts';
import type { Ranked } from './rank-snippets.ts';
import { isEnough, nearBest, ofKind } from './support.ts';
import { nextMilestone, valueList, valueWords } from './target-values.ts';
import { asTitle, wardInText } from './wording.ts';

interface Contradiction {
  readonly document: WardDocument;
  readonly warning: PlanWarning;
}

/** Targets that score this near to the best are about the same thing. */
const SAME_TARGET = 0.88;
const MOST_SHOWN = 4;

/**
 * A figure the plan sets. "-" is said to be no target, with the next milestone; nothing is interpolated. Rows that
 * contradict each other stand side by side.
 */
export const answerTarget: Answerer = (context) => {
  const { years } = context.understanding;
  const [year] = years;
  const ranked = favourYear(tableRows(context), year);
  const best = ranked[0];
  if (!best || !isEnough(best)) return null;
  if (year && !ranked.some(({ snippet, score }) => score >= best.score * SAME_TARGET && setsYear(snippet.target, year)))
    return null;
  const chosen = withContradictions(context, sameTargets(ranked, years));
  const lines = chosen.map((row) => targetLine(row, years, context));
  const elsewhere = saidElsewhere(chosen);
  const differs =
    contradicts(chosen) || elsewhere.length > 0
      ? ['Kế hoạch ghi các con số khác nhau ở những chỗ này; cần hỏi đơn vị chủ trì để biết số nào được áp dụng.']
      : [];
  const text = [
    `Theo kế hoạch của ${wardInText(context.facts)}:`,
    ...lines,
    ...elsewhere.map(({ warning }) => `- ${warning.text}`),
    ...differs,
  ].join('\n');
  return draft('answered', text, {
    citations: [
      ...chosen.flatMap((row) => factCitations(context, row, 1)),
      ...elsewhere.flatMap((one) => warningCitations(context, one)),
    ],
    suggestions: [`Ai chủ trì chỉ tiêu này?`, ...(year ? [] : ['Chỉ tiêu này năm 2030 là bao nhiêu?'])],
    long: chosen.length > 1,
    topic: { targetIds: chosen.map(({ fact }) => fact.id), year: year ?? null },
  });
};

/** A question that names a target without asking for a figure in so many words, unless running text says more of it. */
export const answerNamedTarget: Answerer = (context) => {
  if (!context.understanding.aboutTargets) return null;
  const sentence = context.ranked.find(({ snippet }) => snippet.kind === 'sentence');
  const row = tableRows(context)[0];
  return sentence && row && sentence.ownCoverage > row.coverage ? null : answerTarget(context);
};

/** Double values whose other place is no row of a target table: a task or a sentence. */
function saidElsewhere(chosen: readonly FactOf<PlanTarget>[]): Contradiction[] {
  const shown = new Set(chosen.map(({ fact }) => fact.id));
  return contradictionsOf(chosen).filter(({ warning }) => warning.about.some((id) => !shown.has(id)));
}

function warningCitations(context: AnswerContext, { document, warning }: Contradiction): Citation[] {
  return warning.quotes.flatMap(({ text, place }) => {
    const citation = cite(document, context.facts.profile.key, text, placeName(place), place.section);
    return citation ? [citation] : [];
  });
}

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
function sameTargets(ranked: readonly Ranked<TargetSnippet>[], years: readonly string[]): FactOf<PlanTarget>[] {
  const near = nearBest(ranked, SAME_TARGET, MOST_SHOWN);
  const withYear =
    years.length > 0 ? near.filter(({ snippet }) => years.some((year) => snippet.target.values[year] != null)) : near;
  return (withYear.length > 0 ? withYear : near.slice(0, 1)).map(({ snippet }) => ({
    document: snippet.document,
    fact: snippet.target,
  }));
}

/** Double values that the parser found for what was chosen: told with both places, whatever kind of fact the other is. */
function contradictionsOf(chosen: readonly FactOf<PlanTarget>[]): Contradiction[] {
  const ids = new Set(chosen.map(({ fact }) => fact.id));
  const documents = [...new Set(chosen.map(({ document }) => document))];
  return documents.flatMap((document) =>
    document.plan.warnings
      .filter(({ kind, about }) => kind === 'contradiction' && about.some((id) => ids.has(id)))
      .map((warning) => ({ document, warning })),
  );
}

/** Adds the targets that contradict those chosen. */
function withContradictions(context: AnswerContext, chosen: readonly FactOf<PlanTarget>[]): FactOf<PlanTarget>[] {
  const ids = new Set(contradictionsOf(chosen).flatMap(({ warning }) => warning.about));
  const others = allTargets(context).filter(
    ({ fact }) => fact.origin === 'appendix' && ids.has(fact.id) && !chosen.some((one) => one.fact.id === fact.id),
  );
  return [...chosen, ...others].slice(0, MOST_SHOWN + 2);
}

function targetLine(row: FactOf<PlanTarget>, years: readonly string[], context: AnswerContext): string {
  const target = row.fact;
  const lead = context.role === 'resident' && target.lead.length === 0 ? '' : `; chủ trì: ${leadWords(target.lead)}`;
  return `- ${asTitle(target.name)}: ${years.length > 0 && !context.understanding.focus.when ? years.map((year) => yearWords(target, year)).join('; ') : valueList(target)}${lead} (${factPlace(row)}).`;
}

function yearWords(target: PlanTarget, year: string): string {
  const value = valueWords(target, year);
  if (value) return `năm ${year} là ${value}`;
  const next = nextMilestone(target, year);
  const said = year in target.values ? `năm ${year} không đặt chỉ tiêu` : `không ghi chỉ tiêu cho năm ${year}`;
  const undated = valueWords(target, '');
  if (undated) return `${undated} (kế hoạch không ghi năm)`;
  return next ? `${said}; mốc tiếp theo là năm ${next}: ${valueWords(target, next)}` : said;
}

/** Whether the parser found that rows among the chosen contradict each other; two rows that merely look alike may not. */
function contradicts(chosen: readonly FactOf<PlanTarget>[]): boolean {
  const ids = new Set(chosen.map(({ fact }) => fact.id));
  return contradictionsOf(chosen).some(({ warning }) => warning.about.filter((id) => ids.has(id)).length > 1);
}
