import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';
import { runProgram } from './run.mjs';

const PAGE = path.join(root, 'www', 'index.html');
// Not inside www/: whatever lies there is uploaded to Zalo with the app.
const STAMP = path.join(root, 'node_modules', '.phuong-so-mini-app');
const SOURCES = ['mini-app', 'shared/src', 'app-config.json', 'package-lock.json'];

/** Builds the Mini App into www/ when its sources have changed. Resolves with 0, or with the build's exit code. */
export async function ensureMiniApp() {
  if (!existsSync(path.join(root, 'mini-app/vite.config.ts'))) return 0;
  const wanted = sourcesHash();
  if (existsSync(PAGE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return 0;
  process.stderr.write('Đang dựng Mini App… (vite build)\n');
  const code = await build();
  if (code !== 0) return code;
  writeFileSync(STAMP, wanted);
  return 0;
}

/** Builds again on every change of the Mini App's code, until a stop signal. */
export function watchMiniApp() {
  return build('--watch');
}

function build(...more) {
  // Vite builds a development bundle when NODE_ENV says "test", so it is set here whatever the caller has.
  const env = { NODE_ENV: 'production' };
  const args = ['build', '--config', 'mini-app/vite.config.ts', '--logLevel', 'warn', ...more];
  return runProgram('vite', 'bin/vite.js', args, { quiet: true, env });
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesOf(path.join(root, source))) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesOf(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isDirectory()) {
    const entries = readdirSync(place, { withFileTypes: true, recursive: true });
    return entries
      .filter(
        (entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'),
      )
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
  }
  return [place];
}
