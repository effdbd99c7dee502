import path from 'node:path';
import * as z from 'zod';
import { type ChatConfig, readChat } from './config-chat.ts';
import { ConfigError } from './config-error.ts';
import { type OpenAiConfig, readModel } from './config-model.ts';
import { readZalo, type ZaloConfig } from './config-zalo.ts';

/** Everything the environment decides, parsed once and handed on by `compose.ts`. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** The address people open, without a final slash; null = http://HOST:PORT. */
  readonly publicUrl: string | null;
  readonly dataDir: string;
  readonly varDir: string;
  readonly database: DatabaseConfig;
  readonly process: 'all' | 'web' | 'worker';
  /** The instant at which the clock stands still; null = real time. */
  readonly frozenAt: Date | null;
  readonly demo: boolean;
  /** null = made at the first start and kept in the state folder. */
  readonly sessionSecret: string | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly metricsToken: string | null;
  readonly zalo: ZaloConfig;
  readonly chat: ChatConfig;
  readonly openai: OpenAiConfig | null;
  readonly externalLinks: boolean;
  /** A page under development that may read the API from another origin; null = none. */
  readonly devOrigin: string | null;
}

/** Where the state lives: a file of this machine, or a PostgreSQL server that several processes share. */
export type DatabaseConfig =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

export type Environment = Readonly<Record<string, string | undefined>>;

const text = z.string().trim().min(1).optional();
const url = z.url({ protocol: /^https?$/, error: 'cần một địa chỉ http(s)' }).optional();
const schema = z.object({
  PORT: z.coerce.number({ error: 'cần một số' }).int().min(0).max(65_535).default(8787),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url,
  DATA_DIR: z.string().default('data'),
  VAR_DIR: z.string().default('var'),
  DATABASE_URL: text,
  PROCESS: z.enum(['all', 'web', 'worker'], { error: 'chỉ nhận all, web hoặc worker' }).default('all'),
  CLOCK: text,
  DEMO: z.enum(['0', '1'], { error: 'chỉ nhận 1 hoặc 0' }).default('0'),
  SESSION_SECRET: z.string().min(32, { error: 'cần ít nhất 32 ký tự' }).optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'chỉ nhận fatal, error, warn, info, debug, trace hoặc silent',
    })
    .default('info'),
  METRICS_TOKEN: text,
  DEV_ORIGIN: url,
  EXTERNAL_LINKS: z.enum(['off', 'on'], { error: 'chỉ nhận off hoặc on' }).default('off'),
});
type Variables = z.infer<typeof schema>;

/** The names that `readConfig` reads, beside those of Zalo (`ZALO_VARIABLES`), the chat (`CHAT_VARIABLES`) and the model (`MODEL_VARIABLES`). */
export const VARIABLES: readonly string[] = Object.keys(schema.shape);

/**
 * Parses the environment. An empty value counts as absent.
 * @throws ConfigError on the first variable that cannot be used, or on two that contradict each other.
 */
export function readConfig(environment: Environment = process.env): Config {
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    throw ConfigError.from(parsed.error.issues);
  }
  const zalo = readZalo(env);
  const values = parsed.data;
  if (values.DEMO === '1' && zalo.hasCredentials) {
    throw new ConfigError(
      'DEMO=1 không chạy cùng thông tin kết nối Zalo: bỏ DEMO, hoặc bỏ các biến ZALO_… rồi chạy lại.',
    );
  }
  return { ...base(values), zalo, chat: readChat(env), openai: readModel(env) };
}

function base(values: Variables): Omit<Config, 'zalo' | 'chat' | 'openai'> {
  const varDir = path.resolve(values.VAR_DIR);
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    dataDir: path.resolve(values.DATA_DIR),
    varDir,
    database: database(values.DATABASE_URL, varDir),
    process: values.PROCESS,
    frozenAt: values.CLOCK === undefined ? null : instant(values.CLOCK),
    demo: values.DEMO === '1',
    sessionSecret: values.SESSION_SECRET ?? null,
    logLevel: values.LOG_LEVEL,
    metricsToken: values.METRICS_TOKEN ?? null,
    externalLinks: values.EXTERNAL_LINKS === 'on',
    devOrigin: devOrigin(values),
  };
}

/** Where a developer's own machine serves the Mini App while it is being written. */
const DEV_SERVER = 'http://localhost:3000';

/** Only an origin is compared by browsers, so a path in the address counts for nothing. */
function devOrigin({ DEV_ORIGIN, DEMO }: Variables): string | null {
  if (DEV_ORIGIN !== undefined) return new URL(DEV_ORIGIN).origin;
  return DEMO === '1' ? DEV_SERVER : null;
}

function database(databaseUrl: string | undefined, varDir: string): DatabaseConfig {
  if (databaseUrl === undefined) return { kind: 'sqlite', file: path.join(varDir, 'state.db') };
  if (/^postgres(ql)?:\/\/./.test(databaseUrl) && URL.canParse(databaseUrl)) {
    return { kind: 'postgres', url: databaseUrl };
  }
  const file = /^file:(?:\/\/)?(.+)$/.exec(databaseUrl)?.[1];
  if (file === undefined) {
    throw new ConfigError('DATABASE_URL: cần dạng file:<đường dẫn> hoặc postgres://…. Xem .env.example.');
  }
  return { kind: 'sqlite', file: path.resolve(file) };
}

/** An ISO time without a zone is read as Vietnamese time, whatever the machine's own zone is. */
function instant(iso: string): Date {
  const shape = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/.exec(iso);
  const dated = iso.includes('T') ? iso : `${iso}T00:00:00`;
  const date = new Date(shape?.groups?.zone ? dated : `${dated}+07:00`);
  if (!shape || Number.isNaN(date.getTime())) {
    throw new ConfigError('CLOCK: cần một thời điểm ISO, ví dụ 2026-11-21T08:00:00+07:00.');
  }
  return date;
}
