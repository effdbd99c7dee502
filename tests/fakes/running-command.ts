import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Ran } from './run-command.ts';

export interface RunningCommand {
  /** Everything on standard output so far, as soon as it contains this. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Types a line; standard input stays open, as a terminal does. */
  type(line: string): void;
  closeInput(): void;
  ended(): Promise<Ran>;
}

/** Runs an npm command's program beside the test, which may meanwhile play Zalo or the person at the terminal. */
export function startCommand(args: readonly string[], env: Readonly<Record<string, string>>): RunningCommand {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['bot-server/launch/launch.mjs', ...args], {
    env: { ...(PATH ? { PATH } : {}), ...(HOME ? { HOME } : {}), ...env },
  });
  const closed = once(child, 'close');
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += String(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += String(chunk);
  });
  return {
    async said(pattern) {
      for (let found = pattern.exec(stdout); ; found = pattern.exec(stdout)) {
        if (found) return found;
        const [more] = await Promise.race([once(child.stdout, 'data'), closed.then(() => [null])]);
        if (more === null && !pattern.test(stdout)) throw new Error(`Ended without ${pattern}:\n${stdout}\n${stderr}`);
      }
    },
    type: (line) => void child.stdin.write(`${line}\n`),
    closeInput: () => void child.stdin.end(),
    async ended() {
      await closed;
      return { status: child.exitCode, stdout, stderr };
    },
  };
}
