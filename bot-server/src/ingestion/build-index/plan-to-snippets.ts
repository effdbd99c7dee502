import type {
  ParsedPlan,
  PlanDeadline,
  PlanSection,
  PlanSentence,
  PlanTarget,
  PlanTask,
  Quote,
} from '@phuong-so/shared/domain/plan';
import type { Snippet } from '../../ports/ward-facts.ts';

/** Clauses of one sentence are read together up to this many characters. */
const LONGEST_STATEMENT = 420;

/** One thing that the plan says and that can be quoted, as the index is to keep it. */
export interface SnippetSource {
  readonly kind: Snippet['kind'];
  /** Position of the task, target or deadline in its plan; 0 for a sentence. */
  readonly fact: number;
  /** Id of the fact, or of the paragraph that holds the sentence. */
  readonly ref: string;
  readonly sectionId: string | null;
  /** What a person reads. */
  readonly text: string;
  /** Exact quotes that show it, best first. */
  readonly quotes: readonly string[];
  /** What is searched: the snippet's own words, the paragraph or row around it, the headings above it. */
  readonly own: string;
  readonly near: string;
  readonly far: string;
}

/** Everything a plan says, one snippet a fact. Order: as in the document. */
export function planToSnippets(plan: ParsedPlan): SnippetSource[] {
  return [
    ...titleSnippet(plan),
    ...plan.sections.filter(({ id }) => !isAnnexOfRows(plan, id)).flatMap((section) => sectionSnippets(plan, section)),
    ...plan.tasks.map(taskSnippet),
    ...plan.targets.map(targetSnippet),
    ...plan.deadlines.map(deadlineSnippet),
  ];
}

/** The rows of this annex are snippets of their own; its text would say them a second time. */
function isAnnexOfRows(plan: ParsedPlan, sectionId: string): boolean {
  if (!/^PL/.test(sectionId)) return false;
  return [...plan.tasks, ...plan.targets].some(
    ({ quote }) => quote.place.annex !== null && sectionId.startsWith(quote.place.section ?? 'PL'),
  );
}

function titleSnippet({ document }: ParsedPlan): SnippetSource[] {
  const { title, quotes } = document;
  if (!title || !quotes.title) return [];
  const about = { kind: 'sentence', fact: 0, ref: 'title', sectionId: null } as const;
  return [{ ...about, text: title, quotes: [quotes.title.text], own: title, near: '', far: '' }];
}

function sectionSnippets(plan: ParsedPlan, section: PlanSection): SnippetSource[] {
  const far = headingsAbove(plan, section).join(' ');
  return section.paragraphs.flatMap((paragraph) =>
    statements(paragraph.sentences).map((parts) => {
      const text = parts.map((part) => part.text).join(' ');
      const quotes = parts.map(({ quote }) => quote);
      const about = { kind: 'sentence', fact: 0, ref: paragraph.id, sectionId: section.id } as const;
      return {
        ...about,
        text,
        quotes: [...new Set([quotes.join(' '), ...quotes])],
        own: text,
        near: paragraph.text,
        far,
      };
    }),
  );
}

/** Clauses cut at semicolons belong together as far as they stay short enough to read in a chat. */
function statements(sentences: readonly PlanSentence[]): PlanSentence[][] {
  const groups: PlanSentence[][] = [];
  for (const sentence of sentences) {
    const last = groups.at(-1);
    const open = last?.at(-1)?.text.endsWith(';') ?? false;
    const length = (last ?? []).reduce((sum, { text }) => sum + text.length, sentence.text.length);
    if (last && open && length <= LONGEST_STATEMENT) last.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}

function headingsAbove(plan: ParsedPlan, section: PlanSection): string[] {
  const parent = plan.sections.find(({ id }) => id === section.parentId);
  return [...(parent ? headingsAbove(plan, parent) : []), section.title ?? ''];
}

function taskSnippet(task: PlanTask, fact: number): SnippetSource {
  const near = [...task.lead, ...task.coordinating, task.due.text ?? ''].join(' ');
  return { ...rowSnippet(task, fact), kind: 'task', text: task.title, own: task.title, near };
}

function targetSnippet(target: PlanTarget, fact: number): SnippetSource {
  const near = [...target.lead, ...target.coordinating, target.unit ?? ''].join(' ');
  return { ...rowSnippet(target, fact), kind: 'target', text: target.name, own: target.name, near };
}

function rowSnippet({ id, quote, moreQuotes, group }: PlanTask | PlanTarget, fact: number) {
  return {
    fact,
    ref: id,
    sectionId: quote.place.section,
    quotes: [quote, ...moreQuotes].map(({ text }: Quote) => text),
    far: group?.heading ?? '',
  };
}

function deadlineSnippet(deadline: PlanDeadline, fact: number): SnippetSource {
  return {
    kind: 'deadline',
    fact,
    ref: deadline.id,
    sectionId: deadline.quote.place.section,
    text: deadline.what,
    quotes: [deadline.quote.text],
    own: `${deadline.what} ${deadline.quote.text}`,
    near: `${deadline.who ?? ''} ${deadline.toWhom ?? ''}`,
    far: '',
  };
}
