import { systemClock } from '../adapters/clock/system-clock.ts';
import { openAiSpeaker } from '../adapters/model/openai-speaker.ts';
import { hmacSpokenTexts } from '../adapters/session-tokens/hmac-spoken-texts.ts';
import { Breaker } from '../composing/breaker.ts';
import { Budget } from '../composing/budget.ts';
import type { ReadAloudDeps, ReadAloudRecord } from '../flows/read-aloud/deps.ts';
import { RecentSounds } from '../flows/read-aloud/recent-sounds.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Service } from './compose.ts';
import { switchedWards } from './compose-model.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

/** Some two hundred answers. Bytes. */
const KEPT = 20_000_000;

/** Reading answers aloud; null where no model is configured that speaks. `secret`: the service's own. */
export function composeReadAloud(
  { openai }: Config,
  { index, spokenWords }: Service,
  secret: string,
  metrics: Metrics,
  log: Log,
): ReadAloudDeps | null {
  if (openai?.speech == null) return null;
  const { apiKey, baseUrl, speech, country } = openai;
  const { model, voice, waitMs, charactersPerDay } = speech;
  const wards = switchedWards(index.current());
  log.info('reading aloud', { model, voice, country, wards: wards.join(' ') });
  return {
    speaker: openAiSpeaker({ apiKey, baseUrl, model, voice, timeoutMs: waitMs }),
    texts: hmacSpokenTexts(secret, systemClock),
    words: spokenWords,
    profileOf: (ward) => index.current().ward(ward)?.profile ?? null,
    // One character counts as one token.
    budget: new Budget({ tokensPerDay: charactersPerDay, costPerDay: null, prices: { prompt: 0, completion: 0 } }),
    breaker: new Breaker(),
    recent: new RecentSounds(KEPT),
    clock: systemClock,
    waitMs,
    record: (record) => note(record, metrics, log),
  };
}

function note({ outcome, why, ms, ...figures }: ReadAloudRecord, metrics: Metrics, log: Log): void {
  log.info('read aloud', { outcome, why, ms, ...figures });
  metrics.count('read_aloud_parts_total', { outcome, why: why ?? '' });
  metrics.observe('read_aloud_part_duration_seconds', ms, { outcome });
}
