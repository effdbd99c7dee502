import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** A hash of the code at these files and folders, tests aside: what it makes is made anew when it changes. */
export function codeFingerprint(places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => codeFiles(path.join(SOURCE, place)))) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function codeFiles(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => path.join(place, name));
}
