import type { PlanDeadline, PlanSection, PlanSentence, PlanTarget, PlanTask } from '@phuong-so/shared/domain/plan';
import { foldedSyllables, syllables } from '@phuong-so/shared/text/tokens';
import type { WardDocument, WardFacts } from '../ports/plan-index.ts';

/** Clauses of one sentence are read together up to this many characters. */
const LONGEST_STATEMENT = 420;

interface SnippetBase {
  readonly document: WardDocument;
  readonly sectionId: string | null;
  /** What a person reads. */
  readonly text: string;
  /** Exact quotes that show it, best first. */
  readonly quotes: readonly string[];
  /** Folded syllables with a space around each: " phu song 5 g ". */
  readonly own: string;
  /** The same with marks, in one form: " phủ sóng 5 g ". */
  readonly ownMarked: string;
  /** The paragraph or row around it. */
  readonly near: string;
  /** Headings above it. */
  readonly far: string;
  /** Number of syllables in `own`. */
  readonly length: number;
}

export interface SentenceSnippet extends SnippetBase {
  readonly kind: 'sentence';
  readonly paragraphId: string;
}
export interface TaskSnippet extends SnippetBase {
  readonly kind: 'task';
  readonly task: PlanTask;
}
export interface TargetSnippet extends SnippetBase {
  readonly kind: 'target';
  readonly target: PlanTarget;
}
export interface DeadlineSnippet extends SnippetBase {
  readonly kind: 'deadline';
  readonly deadline: PlanDeadline;
}

/** One thing that the plan says and that can be quoted: a sentence, a table row or a deadline. */
export type Snippet = SentenceSnippet | TaskSnippet | TargetSnippet | DeadlineSnippet;

/** Everything a ward's plans say, one snippet a fact. Order: as in the documents. */
export function snippetsOf(facts: WardFacts): Snippet[] {
  return facts.documents.flatMap((document) => [
    ...titleSnippet(document),
    ...document.plan.sections
      .filter(({ id }) => !isAnnexOfRows(document, id))
      .flatMap((section) => sectionSnippets(document, section)),
    ...document.plan.tasks.map((task) => taskSnippet(document, task)),
    ...document.plan.targets.map((target) => targetSnippet(document, target)),
    ...document.plan.deadlines.map((deadline) => deadlineSnippet(document, deadline)),
  ]);
}

/** The rows of this annex are snippets of their own; its text would say them a second time. */
function isAnnexOfRows({ plan }: WardDocument, sectionId: string): boolean {
  if (!/^PL/.test(sectionId)) return false;
  return [...plan.tasks, ...plan.targets].some(
    ({ quote }) => quote.place.annex !== null && sectionId.startsWith(quote.place.section ?? 'PL'),
  );
}

function titleSnippet(document: WardDocument): SentenceSnippet[] {
  const { title, quotes } = document.plan.document;
  if (!title || !quotes.title) return [];
  return [
    {
      kind: 'sentence',
      document,
      sectionId: null,
      paragraphId: 'title',
      text: title,
      quotes: [quotes.title.text],
      ...searchable(title, ' ', ' '),
    },
  ];
}

function sectionSnippets(document: WardDocument, section: PlanSection): SentenceSnippet[] {
  const far = padded(headingsAbove(document, section).join(' '));
  return section.paragraphs.flatMap((paragraph) => {
    const near = padded(paragraph.text);
    return statements(paragraph.sentences).map((parts) => {
      const text = parts.map((part) => part.text).join(' ');
      const quotes = [parts.map(({ quote }) => quote).join(' '), ...parts.map(({ quote }) => quote)];
      return {
        kind: 'sentence' as const,
        document,
        sectionId: section.id,
        paragraphId: paragraph.id,
        text,
        quotes,
        ...searchable(text, near, far),
      };
    });
  });
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

function headingsAbove(document: WardDocument, section: PlanSection): string[] {
  const parent = document.plan.sections.find(({ id }) => id === section.parentId);
  return [...(parent ? headingsAbove(document, parent) : []), section.title ?? ''];
}

function taskSnippet(document: WardDocument, task: PlanTask): TaskSnippet {
  const near = padded([...task.lead, ...task.coordinating, task.due.text ?? ''].join(' '));
  return {
    kind: 'task',
    document,
    task,
    sectionId: task.quote.place.section,
    text: task.title,
    quotes: [task.quote, ...task.moreQuotes].map(({ text }) => text),
    ...searchable(task.title, near, padded(task.group?.heading ?? '')),
  };
}

function targetSnippet(document: WardDocument, target: PlanTarget): TargetSnippet {
  const near = padded([...target.lead, ...target.coordinating, target.unit ?? ''].join(' '));
  return {
    kind: 'target',
    document,
    target,
    sectionId: target.quote.place.section,
    text: target.name,
    quotes: [target.quote, ...target.moreQuotes].map(({ text }) => text),
    ...searchable(target.name, near, padded(target.group?.heading ?? '')),
  };
}

function deadlineSnippet(document: WardDocument, deadline: PlanDeadline): DeadlineSnippet {
  return {
    kind: 'deadline',
    document,
    deadline,
    sectionId: deadline.quote.place.section,
    text: deadline.what,
    quotes: [deadline.quote.text],
    ...searchable(
      `${deadline.what} ${deadline.quote.text}`,
      padded(`${deadline.who ?? ''} ${deadline.toWhom ?? ''}`),
      ' ',
    ),
  };
}

function searchable(
  text: string,
  near: string,
  far: string,
): Pick<SnippetBase, 'own' | 'ownMarked' | 'near' | 'far' | 'length'> {
  const own = padded(text);
  return {
    own,
    ownMarked: ` ${syllables(text).map(plainNumber).join(' ')} `,
    near,
    far,
    length: own.split(' ').length - 2,
  };
}

/** "01" is said "1". */
export function plainNumber(word: string): string {
  return /^0\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : word;
}

/** Folded syllables with a space around each, so that a phrase can be found with `includes`. */
export function padded(text: string): string {
  return ` ${foldedSyllables(text).map(plainNumber).join(' ')} `;
}
