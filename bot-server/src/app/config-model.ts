import * as z from 'zod';
import { ConfigError } from './config-error.ts';

/** A server that speaks the OpenAI protocol, and what it may cost. */
export interface OpenAiConfig {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly model: string | null;
  readonly embeddingModel: string | null;
  readonly transcribeModel: string | null;
  /** Reads pictures that people send. */
  readonly visionModel: string | null;
  /** Reads answers aloud; null = nothing is configured that does. */
  readonly speech: SpeechConfig | null;
  readonly media: MediaConfig;
  /** The longest that a person waits for a model's words. Milliseconds. */
  readonly waitMs: number;
  /** Of one ward on one day; null = no limit. */
  readonly tokensPerDay: number | null;
  /** Đồng of one ward on one day; null = no limit. */
  readonly costPerDay: number | null;
  /** Đồng for a million tokens; 0 where nobody said. */
  readonly prices: { readonly prompt: number; readonly completion: number };
  /** Where the server stands: "VN"; null = not said, which counts as outside Vietnam. */
  readonly country: string | null;
}

/** How answers are read aloud. */
export interface SpeechConfig {
  readonly model: string;
  /** One of the server's. */
  readonly voice: string;
  /** For one recording of some twenty seconds. Milliseconds. */
  readonly waitMs: number;
  /** Characters of one ward on one day; null = no limit. */
  readonly charactersPerDay: number | null;
}

/** How recordings and pictures are fetched and made ready. */
export interface MediaConfig {
  /** "zdn.vn": this host and those below it, by https. "http://127.0.0.1:9000": exactly this origin. */
  readonly hosts: readonly string[];
  /** From the first byte fetched to the last word understood; with the answer it has to fit into a chat's lease. Milliseconds. */
  readonly waitMs: number;
  /** Files of one ward on one day; null = no limit. */
  readonly filesPerDay: number | null;
  /** The program that converts sound; null: sound goes to the server as it came. */
  readonly ffmpeg: string | null;
}

/** Where Zalo was seen to keep what people send. Source: platform notes, 2.6. */
const ZALO_MEDIA_HOSTS = 'zdn.vn';
/** One that OpenAI's own server has; others have others. */
const OPENAI_VOICE = 'alloy';
const HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/;

/** Names and origins, with commas between them. */
const hosts = z
  .string()
  .transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
  .refine((list) => list.every((host) => HOST.test(host) || isOrigin(host)), {
    error: 'cần tên máy chủ (zdn.vn) hoặc nguồn (http://127.0.0.1:9000), cách nhau bằng dấu phẩy',
  });

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

const text = z.string().trim().min(1).optional();
const url = z.url({ protocol: /^https?$/, error: 'cần một địa chỉ http(s)' }).optional();
const number = z.coerce.number({ error: 'cần một số' });
const schema = z.object({
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: url,
  OPENAI_MODEL: text,
  OPENAI_EMBEDDING_MODEL: text,
  OPENAI_TRANSCRIBE_MODEL: text,
  OPENAI_VISION_MODEL: text,
  OPENAI_SPEECH_MODEL: text,
  OPENAI_SPEECH_VOICE: text.default(OPENAI_VOICE),
  OPENAI_SPEECH_WAIT_MS: number.int().min(1_000).max(60_000).default(15_000),
  OPENAI_SPEECH_CHARACTERS_PER_DAY: number.int().min(0).default(200_000),
  FFMPEG_PATH: text,
  MEDIA_HOSTS: hosts.prefault(ZALO_MEDIA_HOSTS),
  MEDIA_WAIT_MS: number.int().min(1_000).max(15_000).default(12_000),
  MEDIA_FILES_PER_DAY: number.int().min(0).default(300),
  OPENAI_WAIT_MS: number.int().min(500).max(60_000).default(8_000),
  OPENAI_TOKENS_PER_DAY: number.int().min(0).default(2_000_000),
  OPENAI_COST_PER_DAY: number.min(0).default(0),
  OPENAI_PRICE_PROMPT: number.min(0).default(0),
  OPENAI_PRICE_COMPLETION: number.min(0).default(0),
  OPENAI_SERVER_COUNTRY: z
    .string()
    .regex(/^[A-Za-z]{2}$/, { error: 'cần hai chữ cái của nước, ví dụ VN' })
    .optional(),
});

/** The names that are read here. */
export const MODEL_VARIABLES: readonly string[] = Object.keys(schema.shape);

/** null without a key. 0 as a limit is none. @throws ConfigError when a variable cannot be used. */
export function readModel(env: Readonly<Record<string, string | undefined>>): OpenAiConfig | null {
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw ConfigError.from(parsed.error.issues);
  const values = parsed.data;
  if (values.OPENAI_API_KEY === undefined) return null;
  return {
    apiKey: values.OPENAI_API_KEY,
    baseUrl: values.OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
    model: values.OPENAI_MODEL ?? null,
    embeddingModel: values.OPENAI_EMBEDDING_MODEL ?? null,
    transcribeModel: values.OPENAI_TRANSCRIBE_MODEL ?? null,
    visionModel: values.OPENAI_VISION_MODEL ?? null,
    speech: readSpeech(values),
    media: {
      hosts: values.MEDIA_HOSTS,
      waitMs: values.MEDIA_WAIT_MS,
      filesPerDay: values.MEDIA_FILES_PER_DAY || null,
      ffmpeg: values.FFMPEG_PATH ?? null,
    },
    waitMs: values.OPENAI_WAIT_MS,
    tokensPerDay: values.OPENAI_TOKENS_PER_DAY || null,
    costPerDay: values.OPENAI_COST_PER_DAY || null,
    prices: { prompt: values.OPENAI_PRICE_PROMPT, completion: values.OPENAI_PRICE_COMPLETION },
    country: values.OPENAI_SERVER_COUNTRY?.toUpperCase() ?? null,
  };
}

function readSpeech(values: z.infer<typeof schema>): SpeechConfig | null {
  if (values.OPENAI_SPEECH_MODEL === undefined) return null;
  return {
    model: values.OPENAI_SPEECH_MODEL,
    voice: values.OPENAI_SPEECH_VOICE,
    waitMs: values.OPENAI_SPEECH_WAIT_MS,
    charactersPerDay: values.OPENAI_SPEECH_CHARACTERS_PER_DAY || null,
  };
}
