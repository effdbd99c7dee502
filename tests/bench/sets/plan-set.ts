import path from 'node:path';
import type { PlanTarget, PlanTask } from '@phuong-so/shared/domain/plan';
import { collapseSource } from '@phuong-so/shared/text/source-text';
import { z } from 'zod';
import type { PlanSource, WardSource } from '../../../bot-server/src/ingestion/build-index/build-index.ts';
import { planToPassages } from '../../../bot-server/src/ingestion/build-index/plan-to-passages.ts';
import type { RetrievalSet } from './retrieval-set.ts';
import { lines } from './xquad.ts';

export const DEV_QUESTIONS = path.join(import.meta.dirname, '../../fixtures/questions/dev.jsonl');

export const devQuestionSchema = z.object({
  id: z.string(),
  ward: z.string(),
  role: z.enum(['resident', 'leader', 'official']),
  unit: z.string().nullable(),
  question: z.string(),
  gold_quotes: z.array(z.string()),
  answerable: z.boolean(),
});

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A gold quote is found when a passage's own quotes cover this much of it, or the whole passage stands inside it. */
const COVERED = 0.5;

/**
 * The passages of the wards' plans with the development questions. Gold are the passages of the asker's own ward whose
 * source overlaps a gold quote; questions without any (unanswerable, or about another ward alone) are left out.
 * `keep` chooses questions by id: tuning must not see those set aside.
 */
export function planSet(wards: readonly WardSource[], keep: (id: string) => boolean = () => true): RetrievalSet {
  const placed = wards.flatMap((ward) => ward.plans.flatMap((source) => placedPassages(ward.key, source)));
  const questions = lines(DEV_QUESTIONS, devQuestionSchema)
    .filter(({ id, answerable }) => answerable && keep(id))
    .map(({ question, ward, gold_quotes }) => {
      const gold = placed.filter(
        (passage) => passage.scope === ward && gold_quotes.some((quote) => shows(passage, quote)),
      );
      return { text: question, scope: ward, gold: gold.map(({ id }) => id) };
    });
  return {
    name: 'plans',
    passages: placed.map(({ id, scope, heading, text }) => ({ id, scope, heading, text })),
    questions: questions.filter(({ gold }) => gold.length > 0),
  };
}

interface PlacedPassage {
  readonly id: string;
  readonly scope: string;
  readonly heading: string;
  readonly text: string;
  readonly source: string;
  readonly spans: readonly Span[];
}

function placedPassages(scope: string, { documentId, plan, sourceText }: PlanSource): PlacedPassage[] {
  const source = collapseSource(sourceText);
  const rows = new Map<string, PlanTask | PlanTarget>([...plan.tasks, ...plan.targets].map((row) => [row.id, row]));
  return planToPassages(documentId, plan).map(({ kind, ref, heading, text, sentences }) => {
    const row = kind === 'task' || kind === 'target' ? rows.get(ref) : undefined;
    const quotes = [...sentences.map(({ quote }) => quote), ...(row?.moreQuotes ?? []).map((quote) => quote.text)];
    const spans = quotes.flatMap((quote) => occurrences(source, collapseSource(quote)));
    return { id: `${scope}/${documentId}/${kind}/${ref}`, scope, heading, text, source, spans };
  });
}

function shows({ source, spans }: PlacedPassage, goldQuote: string): boolean {
  const gold = collapseSource(goldQuote);
  return occurrences(source, gold).some(({ start, end }) => {
    const shared = spans.map((span) => Math.max(0, Math.min(span.end, end) - Math.max(span.start, start)));
    const whole = spans.some((span) => span.start >= start && span.end <= end && span.end - span.start >= 15);
    return whole || shared.reduce((sum, length) => sum + length, 0) >= COVERED * (end - start);
  });
}

function occurrences(source: string, quote: string): Span[] {
  const found: Span[] = [];
  if (quote === '') return found;
  for (let at = source.indexOf(quote); at >= 0; at = source.indexOf(quote, at + 1)) {
    found.push({ start: at, end: at + quote.length });
  }
  return found;
}
