import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { ApiDeps, ApiEnv } from './environment.ts';
import { EventOutlet, eventText, openEvents, passEvents } from './event-outlet.ts';
import type { Input, Route } from './route.ts';

/** After a connection is lost, a browser asks again so soon. */
const ASK_AGAIN_MS = 3_000;

/**
 * Sends a followed reply as server-sent events until it ends or the caller leaves. A caller who reads slowly gets the newest
 * state and not all that were before it, so nothing piles up. While nothing changes, an empty comment keeps proxies patient.
 */
export async function sendEvents(
  c: Context<ApiEnv>,
  route: Route,
  input: Input<unknown, unknown, unknown>,
  deps: ApiDeps,
): Promise<Response> {
  const outlet = new EventOutlet('newest');
  const leave = await route.follow(input, deps, {
    send: (reply) => outlet.put(eventText(route.events ?? '', route.reply === null ? reply : route.reply.parse(reply))),
    end: () => outlet.close(),
  });
  openEvents(c);
  return stream(c, async (open) => {
    open.onAbort(() => outlet.close());
    try {
      await open.write(`retry: ${ASK_AGAIN_MS}\n\n`);
      await passEvents(open, outlet, deps.heartbeatMs);
    } catch (error) {
      deps.log.failure(c.get('requestId'), error);
    } finally {
      leave();
    }
  });
}
