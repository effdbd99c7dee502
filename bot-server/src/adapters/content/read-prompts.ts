import { createHash } from 'node:crypto';
import path from 'node:path';
import { PROMPT_NAMES, type PromptName, promptHeadSchema } from '@phuong-so/shared/content/prompts';
import { ContentError } from '../../ports/content.ts';
import type { Prompt, Prompts } from '../../ports/prompts.ts';
import { readMarkdown } from './markdown-file.ts';

/** All prompts of data/prompts. @throws ContentError when one is missing, or its slots are not those that it names */
export async function readPrompts(dataDir: string): Promise<Prompts> {
  const prompts = await Promise.all(PROMPT_NAMES.map((name) => readPrompt(path.join(dataDir, 'prompts'), name)));
  const hash = createHash('sha256');
  for (const { name, version, text } of prompts) hash.update(`${name}\0${version}\0${text}\0`);
  return {
    byName: Object.fromEntries(prompts.map((prompt) => [prompt.name, prompt])) as Prompts['byName'],
    versions: prompts.map(({ name, version }) => `${name}@${version}`).join(' '),
    hash: hash.digest('hex').slice(0, 16),
  };
}

async function readPrompt(folder: string, name: PromptName): Promise<Prompt> {
  const file = path.join(folder, `${name}.md`);
  const { head, body } = await readMarkdown(file, promptHeadSchema).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new ContentError(`Thiếu tệp ${file}. Hãy thêm lại tệp rồi chạy lại.`);
  });
  const text = body
    .map((line) => line.text)
    .join('\n')
    .trim();
  if (head.name !== name) throw new ContentError(`${file}: name là "${head.name}" nhưng tệp là "${name}".`);
  const used = [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, slot = '']) => slot))];
  const wrong = [...head.slots, ...used].find((slot) => !head.slots.includes(slot) || !used.includes(slot));
  if (wrong !== undefined) throw new ContentError(`${file}: chỗ điền "${wrong}" phải có ở cả slots và trong lời nhắc.`);
  return { name, version: head.version, text, slots: head.slots };
}
