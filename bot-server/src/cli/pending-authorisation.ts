import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { newVerifier } from '../adapters/zalo/pkce.ts';

/** What Zalo's answer to a permission link is checked with. Only the link's maker may know the verifier. */
export interface PendingAuthorisation {
  readonly verifier: string;
  readonly state: string;
}

const schema = z.object({ verifier: z.string().min(43), state: z.string().min(1) });

/** Makes a new one and keeps it in the state folder for its owner alone, in place of an earlier one. */
export function beginAuthorisation(varDir: string): PendingAuthorisation {
  const pending = { verifier: newVerifier(), state: randomBytes(16).toString('hex') };
  mkdirSync(varDir, { recursive: true });
  endAuthorisation(varDir);
  // "wx": the mode counts only for a file that is made now.
  writeFileSync(fileIn(varDir), `${JSON.stringify(pending)}\n`, { mode: 0o600, flag: 'wx' });
  return pending;
}

/** The one that waits for its answer; null when none does. */
export function readAuthorisation(varDir: string): PendingAuthorisation | null {
  try {
    return schema.parse(JSON.parse(readFileSync(fileIn(varDir), 'utf8')));
  } catch {
    return null;
  }
}

export function endAuthorisation(varDir: string): void {
  rmSync(fileIn(varDir), { force: true });
}

function fileIn(varDir: string): string {
  return path.join(varDir, 'oa-authorisation');
}
