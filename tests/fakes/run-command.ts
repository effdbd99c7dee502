import { spawnSync } from 'node:child_process';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an npm command's program the way `npm run -s` does, in the repository's root. `input`: what is piped into it. */
export function runCommand(args: readonly string[], env: Readonly<Record<string, string>>, input = ''): Ran {
  const { PATH, HOME } = process.env;
  const run = spawnSync(process.execPath, ['bot-server/launch/launch.mjs', ...args], {
    encoding: 'utf8',
    // A command that does not end fails its test instead of holding up the run.
    timeout: 120_000,
    input,
    env: { ...(PATH ? { PATH } : {}), ...(HOME ? { HOME } : {}), ...env },
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}
