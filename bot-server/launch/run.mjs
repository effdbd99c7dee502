import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

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
  return runNode([...(options.nodeFlags ?? []), '--import', tsx, file, ...args], options);
}

/** Runs the program that an installed package ships under `bin`. */
export function runProgram(name, entry, args, options = {}) {
  const packageFolder = path.dirname(require.resolve(`${name}/package.json`));
  return runNode([path.join(packageFolder, entry), ...args], options);
}
