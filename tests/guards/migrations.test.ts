import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

test('the migrations make exactly the tables that the code declares', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  try {
    cpSync('bot-server/src/adapters/state/migrations', folder, { recursive: true });
    const before = readdirSync(folder);
    const script = 'bot-server/launch/drizzle-kit.mjs';
    const out = path.relative(process.cwd(), folder);
    const run = spawnSync(process.execPath, [script, 'generate', '--out', out], { encoding: 'utf8' });
    expect(run.status, run.stderr).toBe(0);
    expect(readdirSync(folder), 'run: node bot-server/launch/drizzle-kit.mjs generate --name <change>').toEqual(before);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
