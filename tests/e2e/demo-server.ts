import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../fakes/free-port.ts';
import { folderWithIndex } from '../fakes/state-folder.ts';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

const run = promisify(execFile);
const SHIFTED_TIME = new URL('shifted-time.mjs', import.meta.url).href;

export interface DemoServer {
  readonly origin: string;
  /** Where the stand-in for Zalo takes orders; null before it has said so. */
  readonly simulatedZalo: () => string | null;
  /** What `npm run admin -- …` prints, over the same state and by the same clock. @throws Error with what it said instead */
  readonly admin: (...args: readonly string[]) => Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts the real server as `npm start` does, in demo mode, with a state of its own and the index that all tests share.
 * `clock` '' = the real time. `from`: its clock goes on from this ISO time instead of from now; null = it does not.
 * `more`: variables besides.
 */
export async function startDemoServer(
  clock = '2026-11-21T02:00:00Z',
  from: string | null = null,
  more: Readonly<Record<string, string>> = {},
): Promise<DemoServer> {
  // The index and what the finder learned are the same for all: making them takes ten seconds of both cores.
  const varDir = await folderWithIndex();
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    VAR_DIR: varDir,
    CLOCK: clock,
    DEMO: '1',
    ...more,
    ...(from === null ? {} : { SHIFTED_TO: from, NODE_OPTIONS: `--import=${SHIFTED_TIME}` }),
  };
  const server = spawn(process.execPath, ['bot-server/launch/launch.mjs', 'start'], {
    cwd: repository,
    // Its own process group: the launcher starts the server as a child, and both must end with the test.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  const said: string[] = [];
  server.stdout.on('data', (data: Buffer) => said.push(data.toString()));
  server.stderr.on('data', (data: Buffer) => said.push(data.toString()));
  const origin = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await endGroup(server);
    rmSync(varDir, { recursive: true, force: true });
  };
  try {
    await untilReady(origin, server, said);
  } catch (failure) {
    await stop();
    throw failure;
  }
  const simulatedZalo = () => /Zalo mô phỏng ở (http:\S+);/.exec(said.join(''))?.[1] ?? null;
  const admin = async (...args: readonly string[]) =>
    (await run(process.execPath, ['bot-server/launch/launch.mjs', 'admin', ...args], { cwd: repository, env })).stdout;
  return { origin, simulatedZalo, admin, stop };
}

async function untilReady(origin: string, server: ChildProcess, said: readonly string[]): Promise<void> {
  const deadline = performance.now() + 90_000;
  while (performance.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`The server ended before it was ready:\n${said.join('')}`);
    const reply = await fetch(`${origin}/readyz`).catch(() => null);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server was not ready in 90 s:\n${said.join('')}`);
}

function endGroup(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.pid === undefined) return resolve();
    server.once('exit', () => resolve());
    process.kill(-server.pid, 'SIGTERM');
  });
}
