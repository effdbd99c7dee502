import type { ChatEvent } from '@phuong-so/shared/domain/chat';

/** One durable write costs about the same for one event and for this many. */
const MOST_AT_ONCE = 256;
/** The first of a batch waits so long for others that are being read right now. */
const GATHERS_MS = 3;

interface Waiting {
  readonly event: ChatEvent;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Stores events many at a time; what comes while a write runs goes with the next one. The promise of an event resolves
 * when it is durable, and rejects when its write failed: then it is not stored and Zalo must send it again.
 */
export function acceptInBatches(
  store: (events: readonly ChatEvent[]) => Promise<unknown>,
): (event: ChatEvent) => Promise<void> {
  const waiting: Waiting[] = [];
  let busy = false;
  function gather(): void {
    if (busy || waiting.length === 0) return;
    busy = true;
    setTimeout(() => void write(waiting.splice(0, MOST_AT_ONCE)), GATHERS_MS);
  }
  async function write(batch: readonly Waiting[]): Promise<void> {
    try {
      await store(batch.map(({ event }) => event));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      busy = false;
      gather();
    }
  }
  return (event) =>
    new Promise((resolve, reject) => {
      waiting.push({ event, resolve, reject });
      gather();
    });
}
