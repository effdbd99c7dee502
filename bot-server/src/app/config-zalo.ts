import * as z from 'zod';
import { ConfigError } from './config-error.ts';

/** Zalo: one app and Mini App, and an Official Account for one ward or for several. */
export interface ZaloConfig {
  readonly appId: string | null;
  readonly appSecret: string | null;
  readonly miniAppId: string | null;
  readonly miniAppApiKey: string | null;
  /** Id of the template by which the Mini App notifies people; null = it notifies nobody. */
  readonly noticeTemplate: string | null;
  readonly accounts: readonly OfficialAccount[];
  readonly openapiUrl: string;
  readonly oauthUrl: string;
  readonly graphUrl: string;
  readonly miniOpenapiUrl: string;
  /** Anything here that lets the server speak or sign in as a real Zalo app. */
  readonly hasCredentials: boolean;
}

export interface OfficialAccount {
  /** Ward key; null = the person is asked which ward they mean. */
  readonly ward: string | null;
  readonly oaId: string | null;
  readonly secretKey: string | null;
  readonly refreshToken: string | null;
}

const text = z.string().trim().min(1).optional();
const url = z.url({ protocol: /^https?$/, error: 'cần một địa chỉ http(s)' });
const schema = z.object({
  ZALO_APP_ID: text,
  ZALO_APP_SECRET: text,
  ZALO_OA_ID: text,
  ZALO_OA_SECRET_KEY: text,
  ZALO_OA_REFRESH_TOKEN: text,
  ZALO_OA_WARD: text,
  ZALO_MINI_APP_ID: z
    .string()
    .regex(/^[\w-]+$/, { error: 'chỉ nhận chữ, số và gạch nối' })
    .optional(),
  ZALO_MINI_APP_API_KEY: text,
  ZALO_MINI_APP_NOTICE_TEMPLATE: text,
  ZALO_OPENAPI_URL: url.default('https://openapi.zalo.me'),
  ZALO_OAUTH_URL: url.default('https://oauth.zaloapp.com'),
  ZALO_GRAPH_URL: url.default('https://graph.zalo.me'),
  ZALO_MINI_OPENAPI_URL: url.default('https://openapi.mini.zalo.me'),
});

/** The names that are read here. */
export const ZALO_VARIABLES: readonly string[] = Object.keys(schema.shape);

const OF_ONE_WARD = /^(ZALO_OA_ID|ZALO_OA_SECRET_KEY|ZALO_OA_REFRESH_TOKEN)__([A-Z0-9]+(?:_[A-Z0-9]+)*)$/;

type Variables = z.infer<typeof schema>;
type Strings = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError when a variable cannot be used. */
export function readZalo(env: Strings): ZaloConfig {
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw ConfigError.from(parsed.error.issues);
  const values = parsed.data;
  const accounts = [...firstAccount(values), ...wardAccounts(env)];
  return {
    appId: values.ZALO_APP_ID ?? null,
    appSecret: values.ZALO_APP_SECRET ?? null,
    miniAppId: values.ZALO_MINI_APP_ID ?? null,
    miniAppApiKey: values.ZALO_MINI_APP_API_KEY ?? null,
    noticeTemplate: values.ZALO_MINI_APP_NOTICE_TEMPLATE ?? null,
    accounts,
    openapiUrl: base(values.ZALO_OPENAPI_URL),
    oauthUrl: base(values.ZALO_OAUTH_URL),
    graphUrl: base(values.ZALO_GRAPH_URL),
    miniOpenapiUrl: base(values.ZALO_MINI_OPENAPI_URL),
    hasCredentials:
      accounts.length > 0 || Boolean(values.ZALO_APP_ID ?? values.ZALO_APP_SECRET ?? values.ZALO_MINI_APP_API_KEY),
  };
}

/** The account without a ward suffix. It exists as soon as one of its three variables is set. */
function firstAccount(values: Variables): OfficialAccount[] {
  const account = {
    ward: values.ZALO_OA_WARD ?? null,
    oaId: values.ZALO_OA_ID ?? null,
    secretKey: values.ZALO_OA_SECRET_KEY ?? null,
    refreshToken: values.ZALO_OA_REFRESH_TOKEN ?? null,
  };
  if (account.oaId !== null || account.secretKey !== null || account.refreshToken !== null) return [account];
  if (account.ward !== null) throw new ConfigError('ZALO_OA_WARD: cần ZALO_OA_ID đi cùng. Xem .env.example.');
  return [];
}

/** `ZALO_OA_ID__SOME_WARD` is the account of ward `some-ward`. */
function wardAccounts(env: Strings): OfficialAccount[] {
  const wards = new Set<string>();
  for (const name of Object.keys(env)) {
    const suffix = OF_ONE_WARD.exec(name)?.[2];
    if (suffix !== undefined) wards.add(suffix);
    else if (/^ZALO_.+__/.test(name)) throw new ConfigError(`${name}: không có biến này. Xem .env.example.`);
  }
  return [...wards].sort().map((suffix) => ({
    ward: suffix.toLowerCase().replaceAll('_', '-'),
    oaId: env[`ZALO_OA_ID__${suffix}`] ?? null,
    secretKey: env[`ZALO_OA_SECRET_KEY__${suffix}`] ?? null,
    refreshToken: env[`ZALO_OA_REFRESH_TOKEN__${suffix}`] ?? null,
  }));
}

function base(url: string): string {
  return url.replace(/\/+$/, '');
}
