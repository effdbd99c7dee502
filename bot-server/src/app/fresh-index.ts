import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { IndexUnusableError } from '../adapters/index/index-unusable-error.ts';
import { readManifest } from '../adapters/index/read-manifest.ts';
import type { IngestDeps, IngestReport } from '../flows/ingest-plan.ts';
import { codeFingerprint } from './code-fingerprint.ts';

/** Code that decides what stands in an index. */
const CODE = [
  'bot-server/src/ingestion',
  'bot-server/src/flows/ingest-plan.ts',
  'bot-server/src/flows/embed-passages.ts',
  'shared/src',
];
const STAMP = 'built-from';

/** Builds the index when the content, or the code that reads it, is not what the last build was made from. */
export async function ensureFreshIndex(deps: IngestDeps & { readonly stampDir: string }): Promise<IngestReport | null> {
  const stamp = path.join(deps.stampDir, STAMP);
  const model = deps.embedding?.embedder.name ?? null;
  const wanted = `${await deps.content.fingerprint()} ${codeFingerprint(CODE)}${model === null ? '' : ` ${model}`}`;
  if (currentId(deps.indexDir) !== null && readStamp(stamp) === `${wanted} ${currentId(deps.indexDir)}`) return null;
  // Loaded only now: the document readers are the heaviest part of the program, and most starts do not need them.
  const { ingestPlans } = await import('../flows/ingest-plan.ts');
  const report = await ingestPlans(deps);
  removeOldBuilds(deps.indexDir, report.indexId);
  // Without the meaning that was wanted, the next start tries again.
  if (report.withoutMeaning === null) writeFileSync(stamp, `${wanted} ${report.indexId}`);
  else rmSync(stamp, { force: true });
  return report;
}

function readStamp(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function currentId(indexDir: string): string | null {
  try {
    return readManifest(indexDir).id;
  } catch (error) {
    if (error instanceof IndexUnusableError) return null;
    throw error;
  }
}

/** A running server has its file open, so removing it here takes nothing from a question that is being answered. */
function removeOldBuilds(indexDir: string, keep: string): void {
  for (const name of readdirSync(indexDir)) {
    if (/^index-[0-9a-f]{16}\.sqlite$/.test(name) && name !== `index-${keep}.sqlite`) rmSync(path.join(indexDir, name));
  }
}
