import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sessionSecret } from './secrets.ts';

test('a secret is made once, kept from other users, and different elsewhere', () => {
  const [one, two] = ['a', 'b'].map(() => mkdtempSync(path.join(os.tmpdir(), 'secret-'))) as [string, string];
  try {
    const secret = sessionSecret(null, one);
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(sessionSecret(null, one)).toBe(secret);
    expect(sessionSecret(null, two)).not.toBe(secret);
    expect(statSync(path.join(one, 'session-secret')).mode & 0o777).toBe(0o600);
    expect(sessionSecret('configured', one)).toBe('configured');
  } finally {
    for (const folder of [one, two]) rmSync(folder, { recursive: true });
  }
});
