import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { ZaloEvent } from '../events.ts';
import type { Settings } from '../settings.ts';
import { signEvent } from '../sign-event.ts';

/** Posts events to the app's webhook, signed and repeated as the platform notes say (2.2, 2.3). */
export interface Webhook {
  /** Posts in the background; nothing is promised about the order. */
  deliver(event: ZaloEvent, oaSecretKey: string, options?: DeliveryOptions): void;
  /** null: events go nowhere. Setting an address also ends being unsubscribed. */
  setUrl(url: string | null): void;
  /** Every try so far, in the order of their ends. */
  readonly attempts: readonly DeliveryAttempt[];
  /** False after the last retry failed: no events come until an address is set again. */
  isSubscribed(): boolean;
  /** Resolves when every delivery has ended, retries included. */
  idle(): Promise<void>;
  /** Ends everything that is under way. */
  stop(): Promise<void>;
}

export interface DeliveryOptions {
  /** Posts the same event so often, at the same moment. */
  readonly times?: number;
  /** Instead of the right one; null leaves the header out. */
  readonly signature?: string | null;
}

export interface DeliveryAttempt {
  readonly event: ZaloEvent;
  /** 0 for the first try; the header `num_retry` of the others. */
  readonly retry: number;
  /** HTTP status, or what happened instead of an answer. */
  readonly result: number | 'late' | 'unreachable';
  /** Epoch milliseconds by the simulation's clock. */
  readonly at: number;
}

type Post = (retry: number) => Promise<DeliveryAttempt['result']>;

export function webhookSender({ app, webhook }: Settings, now: () => number): Webhook {
  const attempts: DeliveryAttempt[] = [];
  const running = new Set<Promise<void>>();
  const end = new AbortController();
  // One listener for each delivery under way; Node would take eleven for a leak.
  setMaxListeners(0, end.signal);
  let url = webhook.url;
  let subscribed = true;

  async function untilTaken(event: ZaloEvent, post: Post): Promise<void> {
    for (let retry = 0; subscribed; retry += 1) {
      const result = await post(retry);
      if (end.signal.aborted) return;
      attempts.push({ event, retry, result, at: now() });
      if (result === 200 || (result !== 'unreachable' && !webhook.retriesRefusals)) return;
      const pause = webhook.retryAfterMs[retry];
      if (pause === undefined) {
        subscribed = false;
        return;
      }
      await wait(pause, undefined, { signal: end.signal, ref: false });
    }
  }

  function start(work: Promise<void>): void {
    const ending: Promise<void> = work.catch(ignoreAbort).finally(() => running.delete(ending));
    running.add(ending);
  }

  return {
    attempts,
    deliver(event, oaSecretKey, { times = 1, signature } = {}) {
      if (url === null || !subscribed) return;
      const body = JSON.stringify(event);
      const right = signEvent(body, { appId: app.id, timestamp: event.timestamp, oaSecretKey });
      const mac = signature === undefined ? right : signature;
      const post: Post = (retry) => postEvent(url, body, mac, retry, webhook.timeLimitMs, end.signal);
      for (let copy = 0; copy < times; copy += 1) start(untilTaken(event, post));
    },
    setUrl(changed) {
      url = changed;
      subscribed = true;
    },
    isSubscribed: () => subscribed,
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
    async stop() {
      end.abort();
      await Promise.all(running);
    },
  };
}

async function postEvent(
  url: string | null,
  body: string,
  mac: string | null,
  retry: number,
  timeLimitMs: number,
  end: AbortSignal,
): Promise<DeliveryAttempt['result']> {
  if (url === null) return 'unreachable';
  const limit = AbortSignal.timeout(timeLimitMs);
  const headers = {
    'content-type': 'application/json',
    ...(mac === null ? {} : { 'x-zevent-signature': mac }),
    ...(retry === 0 ? {} : { num_retry: String(retry) }),
  };
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.any([limit, end]) });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return limit.aborted ? 'late' : 'unreachable';
  }
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}
