import { createHash, timingSafeEqual } from 'node:crypto';
import { parseExactJson } from '@phuong-so/shared/text/exact-json';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { idText } from './envelope.ts';
import { type RefusalDeps, type Refusals, refusalsToTell } from './refusals.ts';
import { readMac } from './verify-signature.ts';

export interface MiniAppWebhookDeps extends RefusalDeps {
  /** The Mini App's id, which is not the Zalo app's; null = not configured. */
  readonly miniAppId: string | null;
  /** The "Open API key" of the Mini App's console; null = not configured. */
  readonly apiKey: string | null;
  /** The person took their consent back at that time (epoch ms): resolves when everything about them is off the disk. */
  readonly revoke: (userId: string, at: number) => Promise<void>;
}

export const MINI_APP_WEBHOOK_PATH = '/webhooks/zalo-mini-app';
const LARGEST_BODY = 64 * 1024;

type Body = Readonly<Record<string, unknown>>;
const bodySchema = z.record(z.string(), z.unknown());
const revokedSchema = z.looseObject({ appId: idText, userId: idText, timestamp: z.coerce.number().int().positive() });

const CHECK = 'Mở mini.zalo.me/developers, chọn Mini App, mục Open APIs, chép lại khóa vào ZALO_MINI_APP_API_KEY';
const ADVICE = {
  mini_app_signature: `Chữ ký sự kiện của Mini App không khớp. ${CHECK}, rồi khởi động lại. Nếu không phải Zalo gửi thì bỏ qua.`,
  mini_app_other_app: 'Sự kiện thuộc một Mini App khác. Hãy kiểm tra ZALO_MINI_APP_ID, hoặc gỡ webhook ở Mini App kia.',
} as const;

/**
 * `POST /webhooks/zalo-mini-app`: the signature, then what the event asks for, then 200. Who takes their consent back is
 * erased before the answer; whatever else Zalo tells is counted. 503 when that failed: it is to be sent again.
 */
export function miniAppWebhook(deps: MiniAppWebhookDeps): Hono {
  const app = new Hono();
  const refusals = refusalsToTell(deps, (subject) => Object.hasOwn(ADVICE, subject));
  const onError = (c: Context) => refuse(c, 413, 'body_too_large');
  app.get(MINI_APP_WEBHOOK_PATH, (c) => c.text('ok'));
  app.post(MINI_APP_WEBHOOK_PATH, bodyLimit({ maxSize: LARGEST_BODY, onError }), (c) => receive(c, deps, refusals));
  return app;
}

async function receive(c: Context, deps: MiniAppWebhookDeps, refusals: Refusals): Promise<Response> {
  const { miniAppId, apiKey, metrics } = deps;
  if (miniAppId === null || apiKey === null) return refuse(c, 503, 'mini_app_not_configured');
  const body = readBody(new Uint8Array(await c.req.arrayBuffer()));
  if (body === null) {
    metrics.count('zalo_mini_app_refused_total', { cause: 'not_an_event' });
    return refuse(c, 400, 'not_an_event');
  }
  const wrong = !isSignedWith(apiKey, body, c.req.header('x-zevent-signature'))
    ? 'mini_app_signature'
    : String(body.appId) === miniAppId
      ? null
      : 'mini_app_other_app';
  if (wrong !== null) {
    metrics.count('zalo_mini_app_refused_total', { cause: wrong });
    refusals.tell({ name: wrong, advice: ADVICE[wrong] });
    return refuse(c, 401, 'signature');
  }
  refusals.over();
  return act(c, deps, body);
}

async function act(c: Context, { revoke, metrics, log }: MiniAppWebhookDeps, body: Body): Promise<Response> {
  const revoked = body.event === 'user.revoke.consent' ? revokedSchema.safeParse(body) : null;
  if (!revoked?.success) {
    metrics.count('zalo_mini_app_events_total', { kind: revoked === null ? 'other' : 'unreadable' });
    return c.body(null, 200);
  }
  try {
    await revoke(revoked.data.userId, revoked.data.timestamp);
  } catch {
    metrics.count('zalo_mini_app_refused_total', { cause: 'not_erased' });
    log.warn('consent revocation not carried out', {});
    return refuse(c, 503, 'not_erased');
  }
  metrics.count('zalo_mini_app_events_total', { kind: 'consent_revoked' });
  return c.body(null, 200);
}

function readBody(raw: Uint8Array): Body | null {
  try {
    const parsed = bodySchema.safeParse(parseExactJson(new TextDecoder('utf-8', { fatal: true }).decode(raw)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** sha256 over the values in the order of their keys, then the Open API key. Source: platform notes, 8.4. */
function isSignedWith(apiKey: string, body: Body, header: string | undefined): boolean {
  const given = readMac(header);
  if (given === null) return false;
  const values = Object.keys(body)
    .sort()
    .map((key) => (typeof body[key] === 'object' ? JSON.stringify(body[key]) : String(body[key])));
  const wanted = createHash('sha256').update(values.join('')).update(apiKey).digest();
  return timingSafeEqual(given, wanted);
}

function refuse(c: Context, status: 400 | 401 | 413 | 503, code: string): Response {
  return c.json({ error: { code, message: 'Sự kiện không được nhận.' } }, status);
}
