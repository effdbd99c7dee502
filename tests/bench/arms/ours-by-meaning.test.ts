import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { benchEmbedder, isDouble, oursByMeaning } from './ours-by-meaning.ts';

test('the arm finds by words and meaning within its scope, with the double where no server is named', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const passage = (id: string, scope: string, text: string) => ({ id, scope, heading: '', text });
  const built = await oursByMeaning.build(
    [
      passage('a', 'một', 'Phòng Kinh tế chủ trì phát triển chợ số.'),
      passage('b', 'một', 'Công an phường tuyên truyền chống lừa đảo.'),
      passage('c', 'hai', 'Công an phường tuyên truyền chống lừa đảo.'),
    ],
    folder,
  );
  expect(await built.search('ai tuyên truyền chống lừa đảo', 'một', 10)).toEqual(['b', 'a']);
  expect(isDouble(benchEmbedder({}))).toBe(true);
  expect(benchEmbedder({ OPENAI_API_KEY: 'k', OPENAI_EMBEDDING_MODEL: 'bge-m3' }).name).toBe('bge-m3');
});
