import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { collapseSource } from '@phuong-so/shared/text/source-text';
import { listFolder } from './list-folder.ts';

/**
 * The texts of all files that services and courses are read from, in collapsed form, by the name under which answers cite
 * them: "data/services/<id>.md", "data/courses/<course>/<file>", "data/wards/<key>/services/<file>".
 */
export async function readSources(dataDir: string): Promise<ReadonlyMap<string, string>> {
  const courses = (await listFolder(path.join(dataDir, 'courses'))).map(({ name }) => `courses/${name}`);
  const wards = (await listFolder(path.join(dataDir, 'wards'))).map(({ name }) => `wards/${name}/services`);
  const read = ['services', ...courses, ...wards].map(async (folder) => {
    const names = (await listFolder(path.join(dataDir, folder))).map(({ name }) => name);
    const files = names.filter((name) => /\.(?:md|yaml)$/.test(name));
    return Promise.all(files.map((name) => readSource(dataDir, `${folder}/${name}`)));
  });
  return new Map((await Promise.all(read)).flat());
}

async function readSource(dataDir: string, file: string): Promise<readonly [string, string]> {
  const text = await readFile(path.join(dataDir, file), 'utf8');
  return [`data/${file}`, collapseSource(text.normalize('NFC'))];
}
