import type { Context } from 'hono';
import type { StreamingApi } from 'hono/utils/stream';
import type { ApiEnv } from './environment.ts';

/** Headers of a reply of server-sent events. */
export function openEvents(c: Context<ApiEnv>): void {
  c.header('content-type', 'text/event-stream');
  c.header('cache-control', 'no-store');
  // A proxy that gathers replies would hold the events back.
  c.header('x-accel-buffering', 'no');
}

/** JSON has no line breaks of its own: each event is one line of data. */
export function eventText(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Writes what the outlet gives until it is closed or the caller leaves; while nothing comes, an empty comment. */
export async function passEvents(open: StreamingApi, outlet: EventOutlet, heartbeatMs: number): Promise<void> {
  while (!open.aborted) {
    const taken = await outlet.take(heartbeatMs);
    if (taken === 'over') return;
    await open.write(taken === 'nothing' ? ': \n\n' : taken.text);
  }
}

/** Events that have not been taken yet: the newest one alone, or all in their order. */
export class EventOutlet {
  readonly #keeps: 'newest' | 'all';
  #text: string | null = null;
  #isOver = false;
  #wake: () => void = () => {};

  constructor(keeps: 'newest' | 'all') {
    this.#keeps = keeps;
  }

  put(text: string): void {
    this.#text = this.#keeps === 'all' ? (this.#text ?? '') + text : text;
    this.#wake();
  }

  close(): void {
    this.#isOver = true;
    this.#wake();
  }

  /** What was put and not taken; waits for it at most so long. */
  async take(patienceMs: number): Promise<{ readonly text: string } | 'nothing' | 'over'> {
    if (this.#text === null && !this.#isOver) await this.#woken(patienceMs);
    const text = this.#text;
    this.#text = null;
    if (text !== null) return { text };
    return this.#isOver ? 'over' : 'nothing';
  }

  #woken(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
