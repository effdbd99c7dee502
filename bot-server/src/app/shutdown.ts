import type { Server } from 'node:http';

/** How long answers that are being written may take after the stop signal. */
const PATIENCE_MS = 10_000;
/** A connection whose last answer is written would be kept open for the next question. */
const IDLE_LOOK_MS = 100;

/**
 * Lets the requests that have begun finish, takes no new ones, then closes. Resolves when all is closed; whoever is
 * still connected after ten seconds is cut off.
 */
export function drain(server: Server, close: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    // Browsers keep idle connections open; the server would wait for them in vain.
    const sweep = setInterval(() => server.closeIdleConnections(), IDLE_LOOK_MS);
    server.close(() => {
      clearTimeout(timer);
      clearInterval(sweep);
      close().then(resolve, reject);
    });
    server.closeIdleConnections();
  });
}

/** Calls `stop` once, at the first SIGTERM or SIGINT; a second signal ends the process at once. */
export function onStopSignal(stop: () => void): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop();
    });
  }
}
