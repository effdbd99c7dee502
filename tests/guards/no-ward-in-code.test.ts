import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { foldMarks } from '@phuong-so/shared/text/fold';
import { expect, test } from 'vitest';
import { contentFiles } from '../../bot-server/src/adapters/content/content-files.ts';

const CODE = ['shared/src', 'bot-server/src', 'bot-server/launch', 'mini-app'];

function codeFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => /\.(ts|tsx|mjs|js|html|css|md)$/.test(name) && !/node_modules|\.test\.tsx?$|\.local\.ts$/.test(name),
    )
    .map((name) => path.join(folder, name));
}

test('a new ward is a new folder: no code names a ward or a plan’s number', async () => {
  const content = contentFiles('data');
  const names = new Set<string>();
  for (const key of await content.wardKeys()) {
    const { profile, plans } = await content.ward(key);
    names.add(key);
    // Comments spell document numbers and names as examples of form; what is looked for is a ward's own name.
    if (profile.name) names.add(foldMarks(profile.name).replace(/^phuong /, ''));
    for (const { fileName } of plans) names.add(fileName.replace(/\.[^.]+$/, ''));
  }
  const guilty = CODE.flatMap(codeFiles).flatMap((file) => {
    const text = foldMarks(withoutComments(readFileSync(file, 'utf8')));
    return [...names].filter((name) => text.includes(name)).map((name) => `${file}: ${name}`);
  });
  expect(guilty).toEqual([]);
});

/** Examples in comments may be real; only what runs must not know a ward. */
function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}
