import type { Latency } from './faults/latency.ts';
import type { FaultRates } from './faults/outcomes.ts';

export interface SimulatedZaloOptions {
  /** 0, the default, takes a free one. It listens on 127.0.0.1 only. */
  readonly port?: number;
  /** Epoch milliseconds; the real time by default. Waiting (retries, latency) always takes real time. */
  readonly now?: () => number;
  /** Chance of faults and latency repeats with the same seed and the same order of requests. */
  readonly seed?: number;
  readonly app?: Partial<AppSettings>;
  /** One state agency's account by default. The first is the one that the control speaks of. */
  readonly accounts?: readonly Partial<AccountSettings>[];
  readonly miniApp?: Partial<MiniAppSettings>;
  readonly webhook?: Partial<WebhookSettings>;
  /** Share of OpenAPI requests that go wrong; none by default. */
  readonly faults?: FaultRates;
  /** The same for the OAuth address. A lost answer costs the token pair there. */
  readonly oauthFaults?: FaultRates;
  readonly latency?: Latency;
  readonly oauthLatency?: Latency;
  /** Messages show up in `conversation` only when they are this old. */
  readonly conversationLagMs?: number;
  /** Seconds; Zalo's 25 hours by default. */
  readonly tokenLifeSeconds?: number;
  /** Takes a refresh token that an earlier run of the simulation made, once: a demonstration keeps its state over restarts. */
  readonly trustEarlierRuns?: boolean;
}

export interface AppSettings {
  readonly id: string;
  readonly secret: string;
  /** What the console has stored; null accepts every address without a query string. */
  readonly redirectUri: string | null;
}

export interface AccountSettings {
  readonly oaId: string;
  readonly name: string;
  /** 2 = business, 4 = state agency. */
  readonly type: number;
  /** The "OA Secret Key" that signs events. */
  readonly secretKey: string;
  /** The first refresh token; it works once. */
  readonly refreshToken: string;
  readonly requestsPerMinute: number;
  /** Ids of the group chats (GMF) that it owns. */
  readonly groupChats: readonly string[];
  /** The template (ZBS) that may be sent by user id, with the names of its parameters; null = none. */
  readonly template: { readonly id: string; readonly fields: readonly string[] } | null;
}

export interface MiniAppSettings {
  readonly id: string;
  readonly apiKey: string;
  readonly templateId: string;
}

export interface WebhookSettings {
  /** null: events are made but go nowhere. */
  readonly url: string | null;
  readonly timeLimitMs: number;
  /** Time between one try and the next; as many retries as there are numbers. */
  readonly retryAfterMs: readonly number[];
  /** Also an answer other than 200 or a late one is tried again, not only a refused connection. The notes leave it open (10). */
  readonly retriesRefusals: boolean;
  /** Messages sent by API come back as `oa_send_text`. */
  readonly echoes: boolean;
}

export interface Settings {
  readonly app: AppSettings;
  readonly accounts: readonly AccountSettings[];
  readonly miniApp: MiniAppSettings;
  readonly webhook: WebhookSettings;
  readonly conversationLagMs: number;
  readonly tokenLifeSeconds: number;
  readonly trustEarlierRuns: boolean;
}

/** Source: platform notes, 2.2. */
const WEBHOOK: WebhookSettings = {
  url: null,
  timeLimitMs: 2000,
  retryAfterMs: [30_000, 5 * 60_000, 15 * 60_000, 30 * 60_000, 60 * 60_000],
  retriesRefusals: true,
  echoes: true,
};

export function readSettings(options: SimulatedZaloOptions): Settings {
  return {
    app: { id: 'sim-app', secret: 'sim-app-secret', redirectUri: null, ...options.app },
    accounts: (options.accounts ?? [{}]).map((account, at) => ({ ...madeUpAccount(at + 1), ...account })),
    miniApp: { id: 'sim-mini-app', apiKey: 'sim-mini-app-key', templateId: 'sim-notice', ...options.miniApp },
    webhook: { ...WEBHOOK, ...options.webhook },
    conversationLagMs: options.conversationLagMs ?? 0,
    tokenLifeSeconds: options.tokenLifeSeconds ?? 90_000,
    trustEarlierRuns: options.trustEarlierRuns ?? false,
  };
}

function madeUpAccount(number: number): AccountSettings {
  return {
    oaId: `sim-oa-${number}`,
    name: `OA mô phỏng ${number}`,
    type: 4,
    secretKey: `sim-oa-secret-${number}`,
    refreshToken: `sim-refresh-first-${number}`,
    requestsPerMinute: 2000,
    groupChats: [],
    template: null,
  };
}
