import type { ChatEvent, ChatEventKind } from '@phuong-so/shared/domain/chat';
import { systemClock } from '../adapters/clock/system-clock.ts';
import { fetchedFiles } from '../adapters/media/fetched-files.ts';
import { ffmpegConverter } from '../adapters/media/ffmpeg-converter.ts';
import { openAiPictures } from '../adapters/model/openai-pictures.ts';
import { openAiVoice } from '../adapters/model/openai-voice.ts';
import type { PerceivedById } from '../chatting/read-turn.ts';
import { Breaker } from '../composing/breaker.ts';
import { Budget } from '../composing/budget.ts';
import { type PerceiveDeps, type PerceiveRecord, perceive } from '../flows/perceive.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Service } from './compose.ts';
import { switchedWards } from './compose-model.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';

/** Ears and eyes of the chat. */
export interface Perceiving {
  /** Kinds of events whose files are fetched. */
  readonly kinds: ReadonlySet<ChatEventKind>;
  readonly perceive: (events: readonly ChatEvent[], ward: string) => Promise<PerceivedById>;
}

/** null where no model is configured that listens or looks. A ward that has models switched off is not listened to. */
export function composePerceiving(config: Config, service: Service, metrics: Metrics, log: Log): Perceiving | null {
  const { openai } = config;
  if (openai === null || (openai.transcribeModel === null && openai.visionModel === null)) return null;
  const { apiKey, baseUrl, transcribeModel, visionModel, media } = openai;
  const server = { apiKey, baseUrl, timeoutMs: media.waitMs };
  const deps: PerceiveDeps = {
    files: fetchedFiles({ hosts: media.hosts }),
    voice: transcribeModel === null ? null : openAiVoice({ ...server, model: transcribeModel }),
    converter: media.ffmpeg === null ? null : ffmpegConverter(media.ffmpeg),
    eyes: visionModel === null ? null : openAiPictures({ ...server, model: visionModel }),
    told: service.prompts?.byName['read-picture'].text ?? '',
    language: service.language,
    // One file counts as one token.
    budget: new Budget({
      ...{ tokensPerDay: media.filesPerDay, costPerDay: null },
      prices: { prompt: 0, completion: 0 },
    }),
    breaker: new Breaker(),
    clock: systemClock,
    waitMs: media.waitMs,
    record: (record) => note(record, metrics, log),
  };
  announce(config, service, log);
  const kinds = new Set<ChatEventKind>();
  if (deps.voice !== null) kinds.add('audio');
  if (deps.eyes !== null) kinds.add('image');
  return {
    kinds,
    async perceive(events, ward) {
      const isOn = service.index.current().ward(ward)?.profile.languageModel === true;
      return isOn ? perceive(deps, events, ward) : new Map();
    },
  };
}

function note({ kind, outcome, why, ms, ...figures }: PerceiveRecord, metrics: Metrics, log: Log): void {
  log.info('recording or picture', { kind, outcome, why, ms, ...figures });
  metrics.count('media_messages_total', { kind, outcome, why: why ?? '' });
  metrics.observe('media_message_duration_seconds', ms, { kind });
}

/** One line at the start: recordings and pictures cannot be masked before they leave. */
function announce({ openai }: Config, { index }: Service, log: Log): void {
  if (openai === null) return;
  const wards = switchedWards(index.current());
  const { transcribeModel, visionModel, media, country } = openai;
  const fields = {
    ...{ listens: transcribeModel, looks: visionModel, converts: media.ffmpeg !== null, hosts: media.hosts.join(' ') },
    ...{ country, wards: wards.join(' ') },
  };
  if (country !== 'VN' && wards.length > 0) log.warn('recordings and pictures go outside Vietnam unmasked', fields);
  else log.info('recordings and pictures', fields);
}
