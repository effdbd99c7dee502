import { closeSync, fdatasync, openSync } from 'node:fs';

/** Forces SQLite's write-ahead log to the disk, away from the event loop. */
export interface WalSync {
  /** Resolves when everything committed before the call survives a power cut. Calls that overlap share one sync. */
  sync(): Promise<void>;
  close(): void;
}

/**
 * `synchronous = FULL` is `NORMAL` plus a sync of the log after each commit, and better-sqlite3 makes that sync while
 * everything else in the process stands still: 5.4 ms a commit where this was measured (2 shared cores, 2026-11-23), against
 * 0.01 ms for the commit alone. Only some commits must outlive a power cut before the next step, and many can share a sync.
 * A checkpoint in between is no gap: it syncs the log and the database itself.
 */
export function walSync(file: string): WalSync {
  if (file === ':memory:') return { sync: async () => {}, close() {} };
  // No locks of SQLite are on the log, so that this descriptor may be closed without dropping any.
  const descriptor = openSync(`${file}-wal`, 'r');
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = () => {
    const begun = force(descriptor).finally(() => {
      if (running === begun) running = null;
    });
    running = begun;
    return begun;
  };
  return {
    sync() {
      if (running === null) return start();
      // What runs may have begun before the caller's commit.
      next ??= running
        .catch(() => {})
        .then(() => {
          next = null;
          return start();
        });
      return next;
    },
    close: () => closeSync(descriptor),
  };
}

function force(descriptor: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fdatasync(descriptor, (error) => (error ? reject(error) : resolve()));
  });
}
