import { cpSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { composeClock, composeContent } from '../../bot-server/src/app/compose.ts';
import { readConfig } from '../../bot-server/src/app/config.ts';
import { ensureFreshIndex } from '../../bot-server/src/app/fresh-index.ts';

const KEPT_INDEX = 'node_modules/.cache/phuong-so-tests';

/** A new state folder with the index in it. The index is built once and kept until content or code change. */
export async function folderWithIndex(): Promise<string> {
  const config = readConfig({ VAR_DIR: KEPT_INDEX });
  const indexDir = path.join(config.varDir, 'index');
  const deps = { content: composeContent(config), clock: composeClock(config), indexDir, stampDir: config.varDir };
  await ensureFreshIndex(deps);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'phuong-so-'));
  cpSync(config.varDir, folder, { recursive: true });
  return folder;
}
