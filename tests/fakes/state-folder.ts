import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { composeClock, composeContent } from '../../bot-server/src/app/compose.ts';
import { readConfig } from '../../bot-server/src/app/config.ts';
import { ensureFreshIndex } from '../../bot-server/src/app/fresh-index.ts';

const KEPT_INDEX = 'node_modules/.cache/phuong-so-tests';

/**
 * A new state folder with the index in it, which is built once and kept until content or code change, as is what the finder
 * learns when it is first needed.
 */
export async function folderWithIndex(): Promise<string> {
  const config = readConfig({ VAR_DIR: KEPT_INDEX });
  const indexDir = path.join(config.varDir, 'index');
  const deps = { content: composeContent(config), clock: composeClock(config), indexDir, stampDir: config.varDir };
  await ensureFreshIndex(deps);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'phuong-so-'));
  const finder = path.resolve(config.varDir, 'finder');
  // Another test file may be building at this moment.
  const isKept = (place: string) => path.resolve(place) !== finder && !path.basename(place).startsWith('.building-');
  cpSync(config.varDir, folder, { recursive: true, filter: isKept });
  mkdirSync(finder, { recursive: true });
  symlinkSync(finder, path.join(folder, 'finder'));
  return folder;
}
