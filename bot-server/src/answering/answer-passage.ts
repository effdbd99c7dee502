import type { AnswerItem } from '@phuong-so/shared/domain/answer';
import { citeFirst, sectionName, sectionWithHeading } from './cite.ts';
import { coordinatingWords, dueWords, factCitations, factPlace, leadWords } from './describe-fact.ts';
import { type AnswerContext, type Answerer, draft } from './draft.ts';
import { excerpt } from './excerpt.ts';
import type { Ranked } from './rank-snippets.ts';
import { isEnough, nearBest } from './support.ts';
import { valueList } from './target-values.ts';
import { asTitle, shorten, wardInText } from './wording.ts';

const MOST_SHOWN = 3;
const NEAR = 0.62;
const LONGEST_SENTENCE = 520;

/** The one to three sentences or rows that answer, quoted as the plan has them. */
export const answerPassage: Answerer = (context) => {
  const best = context.ranked[0];
  if (!best || !isEnough(best)) return null;
  const chosen = distinct(
    nearBest(
      context.ranked.filter(({ snippet }) => snippet.kind !== 'deadline'),
      NEAR,
      MOST_SHOWN * 2,
    ),
  ).slice(0, MOST_SHOWN);
  const citations = chosen.flatMap((one) => snippetCitations(context, one));
  if (citations.length === 0) return null;
  const lines = chosen.map((one) => line(context, one));
  const text =
    lines.length === 1
      ? `Kế hoạch của ${wardInText(context.facts)} nêu: ${lines[0]}`
      : `Kế hoạch của ${wardInText(context.facts)} nêu:\n${lines.map((one) => `- ${one}`).join('\n')}`;
  return draft('answered', text, {
    citations,
    items: numberedItems(chosen),
    topic: {
      taskIds: chosen.flatMap(({ snippet }) => (snippet.kind === 'task' ? [snippet.task.id] : [])),
      targetIds: chosen.flatMap(({ snippet }) => (snippet.kind === 'target' ? [snippet.target.id] : [])),
    },
  });
};

/** A share of the question that a sentence's own words must cover before its figure is taken for the one asked. */
const FIGURE_COVERED = 0.5;

/** A figure that running text sets: the sentence with it. */
export const answerFigureInText: Answerer = (context) => {
  const figures = context.ranked.filter(
    ({ snippet, ownCoverage }) =>
      snippet.kind === 'sentence' && /\d\s*%|con số/.test(snippet.text) && ownCoverage >= FIGURE_COVERED,
  );
  return figures.length > 0 ? answerPassage({ ...context, ranked: figures }) : null;
};

function snippetCitations(context: AnswerContext, { snippet }: Ranked) {
  if (snippet.kind === 'task') return factCitations(context, { document: snippet.document, fact: snippet.task }, 1);
  if (snippet.kind === 'target') return factCitations(context, { document: snippet.document, fact: snippet.target }, 1);
  return citeFirst(
    snippet.document,
    context.facts.profile.key,
    snippet.quotes,
    snippet.sectionId ? sectionName(snippet.sectionId) : 'phần mở đầu',
    snippet.sectionId,
  );
}

function line(context: AnswerContext, { snippet }: Ranked): string {
  if (snippet.kind === 'task') {
    const { task } = snippet;
    const who = `chủ trì: ${leadWords(task.lead)}`;
    const rest =
      context.role === 'official' && task.coordinating.length > 0
        ? `; phối hợp: ${coordinatingWords(task.coordinating)}`
        : '';
    const due = task.due.text
      ? `; thời hạn: ${context.role === 'official' ? dueWords(task, context.today, context.role) : task.due.text}`
      : '';
    return `${shorten(asTitle(task.title), LONGEST_SENTENCE)} – ${who}${rest}${due} (${factPlace({ document: snippet.document, fact: task })}).`;
  }
  if (snippet.kind === 'target')
    return `${asTitle(snippet.target.name)}: ${valueList(snippet.target)} (${factPlace({ document: snippet.document, fact: snippet.target })}).`;
  return `“${excerpt(asTitle(snippet.text), context.understanding, LONGEST_SENTENCE)}” (${snippet.sectionId ? sectionWithHeading(snippet.document, snippet.sectionId) : 'tên kế hoạch'}).`;
}

/** Without those that say the same again: a row's title that repeats a sentence already chosen. */
function distinct(ranked: readonly Ranked[]): Ranked[] {
  const kept: Ranked[] = [];
  for (const one of ranked) {
    if (
      !kept.some(
        ({ snippet }) => snippet.own.includes(one.snippet.own.trim()) || one.snippet.own.includes(snippet.own.trim()),
      )
    )
      kept.push(one);
  }
  return kept;
}

/** "(1) …; (2) …; (3) …" inside the sentence that answers is a list, told as items too. */
function numberedItems(chosen: readonly Ranked[]): AnswerItem[] {
  const [best] = chosen;
  if (best?.snippet.kind !== 'sentence') return [];
  const parts = [...best.snippet.text.matchAll(/\(\d{1,2}\)\s*([^;()]+)/gu)].map((match) => asTitle(match[1] ?? ''));
  return parts.length < 2 ? [] : parts.map((title) => ({ title, lead: [], coordinating: [], due: null, state: null }));
}
