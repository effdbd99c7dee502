import type { Answer } from '@phuong-so/shared/domain/answer';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { collapseSource } from '@phuong-so/shared/text/source-text';
import * as z from 'zod';

/** One line of a question file. `gold_doc`: document ids that may be cited; null when the plan does not answer. */
export const evalQuestionSchema = z.object({
  id: z.string(),
  ward: z.string().nullable(),
  role: z.enum(['resident', 'leader', 'official']),
  unit: z.string().nullable(),
  kind: z.string(),
  style: z.string(),
  question: z.string(),
  gold_doc: z.union([z.string(), z.array(z.string()), z.null()]),
  must_include: z.array(z.array(z.string())),
  must_not_include: z.array(z.string()),
  answerable: z.boolean(),
  expect_items: z.number().int().positive().optional(),
});
export type EvalQuestion = z.infer<typeof evalQuestionSchema>;

/** What the scorer knows of a ward's documents: their sources in collapsed form. */
export interface GoldSource {
  readonly ward: string;
  readonly collapsed: string;
}

/** A file of a service or course in collapsed form; null when there is none of that name. */
export type FileSource = (file: string) => string | null;

export interface Score {
  readonly id: string;
  readonly right: boolean;
  /** Why it is wrong, one short phrase each; empty when right. */
  readonly faults: readonly string[];
  readonly falseCitations: number;
}

/** Contract, "An answer": ≤ 1,200 characters; lists and comparisons ≤ 2,000. */
const ROOM = { short: 1_200, long: 2_000 } as const;
const LONG_KINDS: ReadonlySet<string> = new Set(['tasks_of_unit', 'cross_ward']);
const SHORTEST_QUOTE = 15;

/**
 * Scores one answer. Right means: every must_include group stands in the text (folded), nothing of must_not_include
 * does, at least one citation, every citation a true quote of a ward the question may be answered from, the item count
 * where one is expected, and the length limit. `partial` counts as wrong. An unanswerable question is right when it is
 * not answered from the plan: what a checked file about a procedure says is no claim about the plan. `goldWards`: wards
 * of the gold documents.
 */
export function scoreAnswer(
  question: EvalQuestion,
  answer: Answer,
  sources: readonly GoldSource[],
  goldWards: readonly string[],
  fileSource: FileSource,
): Score {
  const faults: string[] = [];
  const falseCitations = answer.citations.filter((citation) => !isTrueQuote(citation, sources, fileSource)).length;
  if (falseCitations > 0) faults.push(`${falseCitations} false citation(s)`);
  const text = foldMarks(answer.text);
  const said = question.must_not_include.filter((words) => text.includes(foldMarks(words)));
  if (said.length > 0) faults.push(`says ${said.join(', ')}`);
  if (question.answerable) faults.push(...answerableFaults(question, answer, text, goldWards));
  else if ((answer.outcome === 'answered' || answer.outcome === 'partial') && !isFromFiles(answer))
    faults.push('answered though the plan does not say');
  const isList = LONG_KINDS.has(question.kind) || answer.items.length > 0;
  if (answer.text.length > (isList ? ROOM.long : ROOM.short)) faults.push(`too long: ${answer.text.length}`);
  return { id: question.id, right: faults.length === 0, faults, falseCitations };
}

function answerableFaults(
  question: EvalQuestion,
  answer: Answer,
  text: string,
  goldWards: readonly string[],
): string[] {
  const faults: string[] = [];
  if (answer.outcome !== 'answered') faults.push(`outcome ${answer.outcome}`);
  const missing = question.must_include.filter((group) => !group.some((words) => text.includes(foldMarks(words))));
  if (missing.length > 0) faults.push(`misses ${missing.map((group) => group[0]).join(' + ')}`);
  if (answer.citations.length === 0) faults.push('no citation');
  const strangers = answer.citations.filter(({ ward }) => ward !== null && !goldWards.includes(ward));
  if (strangers.length > 0) faults.push(`cites ${strangers.map(({ ward }) => ward).join(', ')}`);
  if (question.expect_items !== undefined && answer.items.length !== question.expect_items)
    faults.push(`items ${answer.items.length} instead of ${question.expect_items}`);
  return faults;
}

/** Whether it rests on services and courses first: the plan's own commitment may stand beside them. */
export function isFromFiles({ citations }: Answer): boolean {
  return citations[0]?.source === 'service' || citations[0]?.source === 'course';
}

function isTrueQuote(
  { source, document, quote, ward }: Answer['citations'][number],
  sources: readonly GoldSource[],
  fileSource: FileSource,
): boolean {
  if (quote.length < SHORTEST_QUOTE) return false;
  if (source === 'service' || source === 'course')
    return fileSource(document)?.includes(collapseSource(quote)) ?? false;
  return sources.some((one) => one.ward === ward && one.collapsed.includes(collapseSource(quote)));
}
