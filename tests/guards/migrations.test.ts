import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const DIALECTS = [
  ['sqlite', 'sqlite'],
  ['postgresql', 'postgres'],
] as const;

test.each(DIALECTS)('the %s migrations make exactly the tables that the code declares', (dialect, kit) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  try {
    cpSync(`bot-server/src/adapters/state/migrations/${kit}`, folder, { recursive: true });
    const before = readdirSync(folder);
    const script = 'bot-server/launch/drizzle-kit.mjs';
    const out = path.relative(process.cwd(), folder);
    const args = ['generate', '--dialect', dialect, '--out', out];
    const run = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
    expect(run.status, run.stderr).toBe(0);
    expect(readdirSync(folder), 'run: node bot-server/launch/drizzle-kit.mjs generate --name <change>').toEqual(before);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
