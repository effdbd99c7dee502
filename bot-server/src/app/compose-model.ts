import { openAiModel } from '../adapters/model/openai-model.ts';
import { Breaker } from '../composing/breaker.ts';
import { Budget } from '../composing/budget.ts';
import type { ModelDeps, ModelRecord } from '../flows/with-model/deps.ts';
import type { Content } from '../ports/content.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { PlanIndex } from '../ports/plan-index.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

/** Once to look something up, once more, and once to answer. */
const ROUNDS = 3;
/** Tokens: six short sentences with room for a language that needs many. */
const REPLY_TOKENS = 900;

/** The configured model; null without one. @throws ContentError when its prompts are missing or wrong */
export async function composeModel(
  { openai }: Config,
  content: Content,
  metrics: Metrics,
  log: Log,
): Promise<ModelDeps | null> {
  if (openai?.model == null) return null;
  const { apiKey, baseUrl, model, waitMs, tokensPerDay, costPerDay, prices } = openai;
  return {
    model: openAiModel({ apiKey, baseUrl, model, timeoutMs: waitMs }),
    prompts: await content.prompts(),
    budget: new Budget({ tokensPerDay, costPerDay, prices }),
    breaker: new Breaker(),
    limits: { waitMs, rounds: ROUNDS, replyTokens: REPLY_TOKENS },
    record: (record) => noteModel(record, metrics, log),
  };
}

function noteModel(record: ModelRecord, metrics: Metrics, log: Log): void {
  const { ward, outcome, why, ms, dropped, prompts, promptHash, ...figures } = record;
  log.info('language model', { ward, outcome, why, ms, ...figures, dropped: dropped.join(' '), prompts, promptHash });
  metrics.count('model_answers_total', { outcome, why: why ?? '' });
  for (const fault of dropped) metrics.count('model_sentences_dropped_total', { fault });
  metrics.observe('model_answer_duration_seconds', ms, { outcome });
}

/** One line at the start says who may use what, and where people's (masked) questions go. */
export function announceModel({ openai }: Config, index: PlanIndex, log: Log): void {
  const wards = switchedWards(index);
  if (openai?.model == null) {
    if (wards.length > 0 && !isOfUse(openai)) log.warn('language model not configured', { wards: wards.join(' ') });
    return;
  }
  const { host } = new URL(openai.baseUrl);
  const outside = openai.country !== 'VN';
  const fields = { model: openai.model, host, country: openai.country, outside, wards: wards.join(' ') };
  if (outside && wards.length > 0) log.warn('language model outside Vietnam', fields);
  else log.info('language model', fields);
}

/** The switch is for everything that a server of models does: a ward may only want to be spoken to. */
function isOfUse(openai: Config['openai']): boolean {
  const { embeddingModel, transcribeModel, visionModel, speech } = openai ?? {};
  return (embeddingModel ?? transcribeModel ?? visionModel ?? speech ?? null) !== null;
}

/** Wards whose ward.yaml switches the model on. */
export function switchedWards(index: PlanIndex): string[] {
  return index.wards().flatMap(({ key }) => (index.ward(key)?.profile.languageModel === true ? [key] : []));
}
