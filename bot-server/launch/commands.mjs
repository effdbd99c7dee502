import { existsSync } from 'node:fs';
import path from 'node:path';
import { demoEnvironment } from './demo-environment.mjs';
import { ensureMiniApp, watchMiniApp } from './mini-app.mjs';
import { root } from './root.mjs';
import { runProgram, runTypeScript } from './run.mjs';

const SERVER = 'bot-server/src/app/main.ts';
const CLI = 'bot-server/src/cli/main.ts';

const COMMANDS = {
  start: async (args) => (await ensureMiniApp()) || runTypeScript(SERVER, args, { env: demoEnvironment(process.env) }),
  dev: async (args) => (await ensureMiniApp()) || runDev(args),
  test: async (args) => (await ensureMiniApp()) || runTests(args),
  check: async () => (await ensureMiniApp()) || runCheck(),
  bench: (args) => runTypeScript('tests/bench/main.ts', args, { nodeFlags: ['--expose-gc'] }),
  ask: (args) => runTypeScript(CLI, ['ask', ...args]),
  chat: (args) => runTypeScript(CLI, ['chat', ...args]),
  extract: (args) => runTypeScript(CLI, ['extract', ...args]),
  evaluate: (args) => runTypeScript(CLI, ['evaluate', ...args]),
  admin: (args) => runTypeScript(CLI, ['admin', ...args]),
};
const NEEDS_NO_ENV_FILE = new Set(['test', 'check']);

/** Runs one npm command; resolves with its exit code. */
export async function runCommand(name, args) {
  const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(`Không có lệnh "${name ?? ''}". Các lệnh: ${Object.keys(COMMANDS).join(', ')}.\n`);
    return 2;
  }
  const envFile = path.join(root, '.env');
  // Tests must not depend on what an operator has put into .env. What is already set wins over the file.
  if (!NEEDS_NO_ENV_FILE.has(name) && existsSync(envFile)) process.loadEnvFile(envFile);
  return command(args);
}

function runTests(args) {
  return runProgram('vitest', 'vitest.mjs', ['run', '--config', 'tests/vitest.config.ts', ...args]);
}

/** The server restarts when its code or the content changes; the Mini App is built again when its own code does. */
async function runDev(args) {
  const env = demoEnvironment(process.env);
  const watching = watchMiniApp();
  const include = ['--include', './data/**/*'];
  const code = await runProgram('tsx', 'dist/cli.mjs', ['watch', '--clear-screen=false', ...include, SERVER, ...args], {
    env,
  });
  await watching;
  return code;
}

/** What CI runs. Stops at the first step that fails and says which it was. */
async function runCheck() {
  const steps = [
    ['format, lint, import walls', () => runProgram('@biomejs/biome', 'bin/biome', ['check', '.'])],
    ['types', () => runProgram('typescript', 'bin/tsc', ['-p', 'tsconfig.json'])],
    ['tests', () => runTests([])],
  ];
  for (const [title, step] of steps) {
    process.stderr.write(`— ${title}\n`);
    const code = await step();
    if (code !== 0) {
      process.stderr.write(`check: "${title}" failed (exit ${code}).\n`);
      return code;
    }
  }
  return 0;
}
