import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { StreamingApi } from 'hono/utils/stream';
import type { ApiDeps, ApiEnv } from './environment.ts';
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
  const newest = new Newest();
  const leave = await route.follow(input, deps, {
    send: (reply) => newest.put(JSON.stringify(route.reply === null ? reply : route.reply.parse(reply))),
    end: () => newest.close(),
  });
  c.header('content-type', 'text/event-stream');
  c.header('cache-control', 'no-store');
  // A proxy that gathers replies would hold the events back.
  c.header('x-accel-buffering', 'no');
  return stream(c, async (open) => {
    open.onAbort(() => newest.close());
    try {
      await pass(open, route.events ?? '', newest, deps.heartbeatMs);
    } catch (error) {
      deps.log.failure(c.get('requestId'), error);
    } finally {
      leave();
    }
  });
}

/** JSON has no line breaks of its own: each state is one line of data. */
async function pass(open: StreamingApi, event: string, newest: Newest, heartbeatMs: number): Promise<void> {
  await open.write(`retry: ${ASK_AGAIN_MS}\n\n`);
  while (!open.aborted) {
    const data = await newest.take(heartbeatMs);
    if (data === 'over') return;
    await open.write(data === 'nothing' ? ': \n\n' : `event: ${event}\ndata: ${data.text}\n\n`);
  }
}

/** The newest state that has not been taken yet. */
class Newest {
  private text: string | null = null;
  private isOver = false;
  private wake: () => void = () => {};

  put(text: string): void {
    this.text = text;
    this.wake();
  }

  close(): void {
    this.isOver = true;
    this.wake();
  }

  /** What was put last, once; waits for it at most so long. */
  async take(patienceMs: number): Promise<{ readonly text: string } | 'nothing' | 'over'> {
    if (this.text === null && !this.isOver) await this.woken(patienceMs);
    const { text } = this;
    this.text = null;
    if (text !== null) return { text };
    return this.isOver ? 'over' : 'nothing';
  }

  private woken(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
