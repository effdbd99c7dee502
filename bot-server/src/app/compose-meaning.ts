import { setTimeout as wait } from 'node:timers/promises';
import { openAiEmbedder } from '../adapters/model/openai-embedder.ts';
import { Breaker } from '../composing/breaker.ts';
import type { Embedding } from '../flows/embed-passages.ts';
import { type MeaningDeps, questionMeaning } from '../flows/question-meaning.ts';
import type { Clock } from '../ports/clock.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { PlanIndex } from '../ports/plan-index.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

/** A person waits for this beside everything else. Milliseconds. */
const QUESTION_WAIT_MS = 800;
/** A batch of passages may take a small machine long. Milliseconds. */
const BATCH_TIMEOUT_MS = 60_000;
/** A server that is just starting is waited for; one that is gone is not. Milliseconds. */
const PAUSES: readonly number[] = [1_000, 4_000];

/** What gives passages their meaning when an index is built; null where no model is configured for it. */
export function composeEmbedding({ openai }: Config): Embedding | null {
  if (openai?.embeddingModel == null) return null;
  const { apiKey, baseUrl, embeddingModel } = openai;
  const embedder = openAiEmbedder({ apiKey, baseUrl, model: embeddingModel, timeoutMs: BATCH_TIMEOUT_MS });
  return { embedder, pauses: PAUSES, wait };
}

/** What a question of a ward means; null where nothing is configured, and for every question that words alone answer. */
export type QuestionMeaning = (index: PlanIndex, ward: string, question: string) => Promise<Float32Array | null>;

/**
 * One line at the start, and a gauge, say whether questions are found by meaning: with another model than the index was
 * built with, or with none, they are found by words, and never by a mixture.
 */
export function composeMeaning(
  { openai }: Config,
  current: () => PlanIndex,
  { clock, metrics, log }: { readonly clock: Clock; readonly metrics: Metrics; readonly log: Log },
): QuestionMeaning | null {
  if (openai?.embeddingModel == null) return null;
  const { apiKey, baseUrl, embeddingModel } = openai;
  const isUsed = () => current().meaning?.model === embeddingModel;
  metrics.gauge('retrieval_by_meaning', async () => [{ value: isUsed() ? 1 : 0 }]);
  const built = current().meaning;
  const fields = { model: embeddingModel, indexModel: built?.model ?? null, dimension: built?.dimension ?? null };
  if (isUsed()) log.info('retrieval by meaning', fields);
  else log.warn('retrieval by words only: the index has no vectors of this model', fields);
  let isOtherTold = false;
  const deps: MeaningDeps = {
    embedder: openAiEmbedder({ apiKey, baseUrl, model: embeddingModel, timeoutMs: QUESTION_WAIT_MS }),
    ...{ breaker: new Breaker(), clock, waitMs: QUESTION_WAIT_MS },
    missed(why) {
      metrics.count('meaning_missed_total', { why });
      if (why !== 'other_dimension' || isOtherTold) return;
      isOtherTold = true;
      log.warn('retrieval by words only: the server gives vectors of another length than the index has', fields);
    },
  };
  return (index, ward, question) => questionMeaning(deps, index, ward, question);
}
