import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface ServerProcess {
  /** Where it listens, "http://127.0.0.1:43210". */
  readonly address: string;
  /** SIGKILL: no chance to tidy up. */
  kill(): Promise<void>;
  /** SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
}

const STARTS_WITHIN_MS = 120_000;

/** Runs the server's own program in a process of its own and waits until it says where it listens. */
export function startServerProcess(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  return startProgram(['bot-server/src/app/main.ts'], { PORT: '0', LOG_LEVEL: 'warn', ...env });
}

/** Runs a TypeScript program that prints the address where it listens. */
export async function startProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    env: { ...(PATH ? { PATH } : {}), ...(HOME ? { HOME } : {}), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const address = await listening(child);
  // Nobody reads on: a full pipe would stop the server.
  child.stdout?.resume();
  child.stderr?.resume();
  return {
    address,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.kill('SIGTERM');
      const [code] = await exited;
      return code as number | null;
    },
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = () => {
      child.kill('SIGKILL');
      reject(new Error(`The server did not start:\n${said}`));
    };
    const timer = setTimeout(fail, STARTS_WITHIN_MS);
    child.once('exit', fail);
    const read = (chunk: Buffer) => {
      said += String(chunk);
      const address = /http:\/\/\S+(?=\s)/.exec(said)?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      child.off('exit', fail);
      resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', (chunk: Buffer) => {
      said += String(chunk);
    });
  });
}
