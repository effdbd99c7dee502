import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { RetrievalSet } from './retrieval-set.ts';

const passageSchema = z.object({ id: z.string(), text: z.string() });
const questionSchema = z.object({
  id: z.string(),
  text: z.string(),
  gold: z.array(z.string()),
  split: z.enum(['dev', 'test']),
});

/** Tune on `dev`, report `test`. Titles are left out: they name the article, which no question's asker knows. */
export function xquadSet(split: 'dev' | 'test'): RetrievalSet {
  const folder = path.join(import.meta.dirname, '../data/xquad-vi');
  const passages = lines(path.join(folder, 'passages.jsonl'), passageSchema);
  const questions = lines(path.join(folder, 'questions.jsonl'), questionSchema);
  return {
    name: `xquad-vi (${split})`,
    passages: passages.map(({ id, text }) => ({ id, scope: 'xquad', heading: '', text })),
    questions: questions
      .filter((question) => question.split === split)
      .map(({ text, gold }) => ({ text, scope: 'xquad', gold })),
  };
}

export function lines<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}
