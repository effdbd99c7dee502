import type { ChatEvent } from '@phuong-so/shared/domain/chat';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Alarms } from '../ports/alarms.ts';
import type { Clock } from '../ports/clock.ts';
import type { Metrics } from '../ports/metrics.ts';
import { type Envelope, readEnvelope } from './envelope.ts';
import { isCauseName, type LikelyCause, likelyCause } from './likely-cause.ts';
import { type Refusals, refusalsToTell } from './refusals.ts';
import { isSignedByZalo } from './verify-signature.ts';
import { type PerceivedKinds, readZaloEvent } from './zalo-event.ts';

export interface ZaloWebhookDeps {
  /** null: the `app_id` of the event is taken, and only the account's secret proves it. */
  readonly appId: string | null;
  /** Only to recognise an event that was signed with the wrong secret. */
  readonly appSecret: string | null;
  readonly accounts: readonly WebhookAccount[];
  /** Kinds whose attachments are fetched later; of all others the address is dropped. None when absent. */
  readonly perceived?: PerceivedKinds | undefined;
  /** Resolves when the event is stored durably. */
  readonly accept: (event: ChatEvent) => Promise<void>;
  readonly alarms: Alarms;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly log: { warn(event: string, fields: Readonly<Record<string, string>>): void };
}

export interface WebhookAccount {
  readonly oaId: string;
  /** The "OA Secret Key"; not the app's secret. */
  readonly secretKey: string;
}

export const ZALO_WEBHOOK_PATH = '/webhooks/zalo';
/** Events are some hundred bytes; a message of 2,000 letters is far below this. */
const LARGEST_BODY = 256 * 1024;
/** Zalo waits two seconds (source: platform notes, 2.2). What is not stored by then is sent again by Zalo. */
const STORES_WITHIN_MS = 1_700;

/**
 * `POST /webhooks/zalo`: the signature over the raw body, then the event is stored, then 200. Nothing is thought about it
 * here. 401 for a wrong signature, 503 when it could not be stored in time: Zalo repeats both.
 */
export function zaloWebhook(deps: ZaloWebhookDeps): Hono {
  const app = new Hono();
  const refusals = refusalsToTell(deps, isCauseName);
  const tooLarge = (c: Context) => refuse(c, 413, 'body_too_large');
  // The console's test button and people who open the address look whether somebody is there.
  app.get(ZALO_WEBHOOK_PATH, (c) => c.text('ok'));
  app.post(ZALO_WEBHOOK_PATH, limited(bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge }), tooLarge), async (c) => {
    const started = deps.clock.ticks();
    const answer = await receive(c, deps, refusals);
    deps.metrics.observe('zalo_webhook_duration_seconds', deps.clock.ticks() - started);
    return answer;
  });
  return app;
}

/**
 * A stated length is kept to by Node itself, so the number is enough; only a body without one is counted while it is read.
 * Counting makes a stream of every body, which cost a fifth of the whole request when it was measured (2026-11-24).
 */
function limited(counting: MiddlewareHandler, tooLarge: (c: Context) => Response): MiddlewareHandler {
  return async (c, next) => {
    const length = c.req.header('content-length');
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counting(c, next);
    return Number(length) > LARGEST_BODY ? tooLarge(c) : next();
  };
}

async function receive(c: Context, deps: ZaloWebhookDeps, refusals: Refusals): Promise<Response> {
  if (deps.accounts.length === 0) return refuse(c, 503, 'account_not_configured');
  const raw = new Uint8Array(await c.req.arrayBuffer());
  const envelope = readEnvelope(raw);
  if (envelope === null) {
    deps.metrics.count('zalo_webhook_refused_total', { cause: 'not_an_event' });
    return refuse(c, 400, 'not_an_event');
  }
  const header = c.req.header('x-zevent-signature');
  const signers = signedBy(deps, envelope, raw, header);
  if (signers.length === 0) return refuseSignature(c, deps, refusals, causeOf(deps, envelope, raw, header));
  refusals.over();
  const reading = readZaloEvent(envelope, signers, c.req.header('x-zevent-server'), deps.perceived);
  if (reading.kind === 'ignored') {
    deps.metrics.count('zalo_events_total', { kind: 'ignored' });
    return c.body(null, 200);
  }
  // Our own messages come back as events; there is nothing to do about them.
  const others = reading.events.filter(({ kind }) => kind !== 'own_message');
  if (!(await storedInTime(others.map((event) => deps.accept(event))))) {
    deps.metrics.count('zalo_webhook_refused_total', { cause: 'not_stored' });
    return refuse(c, 503, 'not_stored');
  }
  for (const { kind } of reading.events) deps.metrics.count('zalo_events_total', { kind });
  return c.body(null, 200);
}

/** Accounts whose secret signs this body. Several accounts of one app may share a secret. */
function signedBy(
  { appId, accounts }: ZaloWebhookDeps,
  envelope: Envelope,
  raw: Uint8Array,
  header: string | undefined,
): string[] {
  const ours = appId ?? envelope.appId;
  if (envelope.appId !== ours) return [];
  const { timestamp } = envelope;
  const signs = ({ secretKey }: WebhookAccount) =>
    isSignedByZalo({ raw, header, appId: ours, timestamp, oaSecret: secretKey });
  return accounts.filter(signs).map(({ oaId }) => oaId);
}

function causeOf(
  { appId, appSecret, accounts }: ZaloWebhookDeps,
  envelope: Envelope,
  raw: Uint8Array,
  header: string | undefined,
): LikelyCause {
  const causes = accounts.map(({ oaId, secretKey }) =>
    likelyCause({
      ...{ raw, header, appId: appId ?? envelope.appId, timestamp: envelope.timestamp, oaSecret: secretKey },
      ...{ bodyAppId: envelope.appId, appSecret, oaId },
    }),
  );
  const [first] = causes;
  if (first === undefined) throw new Error('a webhook without accounts refuses before it looks at signatures');
  return causes.find(({ name }) => name !== 'unknown') ?? first;
}

function refuseSignature(c: Context, { metrics }: ZaloWebhookDeps, refusals: Refusals, cause: LikelyCause): Response {
  metrics.count('zalo_webhook_refused_total', { cause: cause.name });
  refusals.tell(cause);
  return refuse(c, 401, 'signature');
}

/** False when one could not be stored, or not within the time that Zalo waits. */
async function storedInTime(writes: readonly Promise<void>[]): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), STORES_WITHIN_MS);
  });
  const all = Promise.all(writes).then(
    () => true,
    () => false,
  );
  const stored = await Promise.race([all, late]);
  clearTimeout(timer);
  return stored;
}

/** Zalo reads the status only; the code is for whoever tries the address by hand. */
function refuse(c: Context, status: 400 | 401 | 413 | 503, code: string): Response {
  return c.json({ error: { code, message: 'Sự kiện không được nhận.' } }, status);
}
