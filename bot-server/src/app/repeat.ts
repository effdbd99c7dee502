/** Work that is done again and again until it is stopped. */
export interface Repeating {
  /** There may be something to do now: do not wait for the pause to end. */
  wake(): void;
  /** Starts nothing new; resolves when what has begun is finished. */
  stop(): Promise<void>;
}

/**
 * Runs `step` until it says that there was nothing to do, then pauses for `idleMs` and begins anew. A step that throws is
 * told to `onError` and tried again after the pause: one bad piece of work does not end the worker.
 */
export function repeat(step: () => Promise<boolean>, idleMs: number, onError: (error: unknown) => void): Repeating {
  let stopping = false;
  let woken = false;
  let endPause: () => void = () => {};

  async function pause(): Promise<void> {
    if (woken || stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, idleMs);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function run(): Promise<void> {
    while (!stopping) {
      woken = false;
      const didWork = await step().catch((error: unknown) => {
        onError(error);
        return false;
      });
      // On SQLite a step may end without ever leaving the microtasks: everybody else gets a turn before the next one.
      if (didWork) await new Promise((resolve) => setImmediate(resolve));
      else await pause();
    }
  }

  const running = run();
  return {
    wake() {
      woken = true;
      endPause();
    },
    async stop() {
      stopping = true;
      endPause();
      await running;
    },
  };
}
