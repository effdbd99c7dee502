import type { ChatEvent } from '@phuong-so/shared/domain/chat';

/** One durable write costs about the same for one event and for this many. */
const MOST_AT_ONCE = 64;
/** The first of a batch waits so long for others that are being read right now. */
const GATHERS_MS = 3;

interface Waiting {
  readonly event: ChatEvent;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Stores events one write at a time; what comes while a write runs goes with the next one. The promise of an event
 * resolves when it is durable, and rejects when its write failed: then it is not stored and Zalo must send it again.
 */
export function acceptInBatches(
  store: (events: readonly ChatEvent[]) => Promise<unknown>,
): (event: ChatEvent) => Promise<void> {
  const waiting: Waiting[] = [];
  let writing = false;
  async function write(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_AT_ONCE);
      try {
        await store(batch.map(({ event }) => event));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    writing = false;
  }
  return (event) =>
    new Promise((resolve, reject) => {
      waiting.push({ event, resolve, reject });
      if (waiting.length === 1 && !writing) setTimeout(() => (writing ? undefined : void write()), GATHERS_MS);
    });
}
