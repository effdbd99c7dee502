import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

/** Answers make much short-lived text. With V8's usual young space (16 MiB) the process keeps some 40 MB that it never needs. */
const SMALL_YOUNG_SPACE = '--max-semi-space-size=4';

const require = createRequire(path.join(root, 'package.json'));

/** Runs Node in the root folder with our terminal; resolves with the exit code. Stop signals reach the child once. */
export function runNode(args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: options.quiet ? ['ignore', 2, 2] : 'inherit',
      env: { ...process.env, ...options.env },
    });
    const forward = (signal) => child.kill(signal);
    process.on('SIGTERM', forward);
    // The terminal sends SIGINT to the child itself; we only wait for it to finish.
    const wait = () => {};
    process.on('SIGINT', wait);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGTERM', forward);
      process.off('SIGINT', wait);
      resolve(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1));
    });
  });
}

/** Runs a TypeScript file of the project. */
export function runTypeScript(file, args, options = {}) {
  const tsx = pathToFileURL(require.resolve('tsx')).href;
  return runNode([SMALL_YOUNG_SPACE, ...(options.nodeFlags ?? []), '--import', tsx, file, ...args], options);
}

/** Runs the program that an installed package ships under `bin`. */
export function runProgram(name, entry, args, options = {}) {
  const packageFolder = path.dirname(require.resolve(`${name}/package.json`));
  return runNode([path.join(packageFolder, entry), ...args], options);
}
