/** Work that is done again and again until it is stopped. */
export interface Repeating {
  /** There may be something to do now: do not wait for the pause to end. */
  wake(): void;
  /** Starts nothing new; resolves when what has begun is finished. */
  stop(): Promise<void>;
}

/** ms. `shortest` after work, twice as long each time there was nothing to do, never more than `longest`. */
export interface Pause {
  readonly shortest: number;
  readonly longest: number;
}

/**
 * Runs `step` until it says that there was nothing to do, then pauses (ms) and begins anew. A step that throws is
 * told to `onError` and tried again after the pause: one bad piece of work does not end the worker.
 */
export function repeat(
  step: () => Promise<boolean>,
  pauses: Pause | number,
  onError: (error: unknown) => void,
): Repeating {
  const { shortest, longest } = typeof pauses === 'number' ? { shortest: pauses, longest: pauses } : pauses;
  let pauseMs = shortest;
  let stopping = false;
  let woken = false;
  let endPause: () => void = () => {};

  async function pause(): Promise<void> {
    if (woken || stopping) return;
    const idleMs = pauseMs;
    pauseMs = Math.min(longest, pauseMs * 2);
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
      if (didWork) {
        pauseMs = shortest;
        await new Promise((resolve) => setImmediate(resolve));
      } else {
        await pause();
      }
    }
  }

  const running = run();
  return {
    wake() {
      woken = true;
      pauseMs = shortest;
      endPause();
    },
    async stop() {
      stopping = true;
      endPause();
      await running;
    },
  };
}
