import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

const LOCK = path.join(root, 'package-lock.json');
const MODULES = path.join(root, 'node_modules');
const STAMP = path.join(MODULES, '.phuong-so-lock');

/** Installs with the lock file when node_modules is missing, older than the lock, or built for another Node. */
export function ensureInstalled() {
  const wanted = lockStamp();
  if ((existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) || installedByHand()) return;
  // Progress goes to standard error, so that `npm run -s ask` prints nothing but the answer.
  process.stderr.write('Đang cài các gói cần thiết, lần đầu mất một vài phút… (npm ci)\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    process.stderr.write('Cài gói không thành công: kiểm tra mạng tới kho npm rồi chạy lại. (npm ci failed)\n');
    process.exit(done.status || 1);
  }
  writeFileSync(STAMP, wanted);
}

/** The lock's hash and Node's ABI: better-sqlite3 is compiled, so a new Node major needs a new install. */
function lockStamp() {
  return `${createHash('sha256').update(readFileSync(LOCK)).digest('hex')} ${process.versions.modules}\n`;
}

/** Someone ran `npm ci` or `npm install` themselves: npm's own record is then newer than the lock file and our stamp. */
function installedByHand() {
  const record = changedAt(path.join(MODULES, '.package-lock.json'));
  if (record === null || record < (changedAt(LOCK) ?? 0) || record <= (changedAt(STAMP) ?? 0)) return false;
  writeFileSync(STAMP, lockStamp());
  return true;
}

function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
