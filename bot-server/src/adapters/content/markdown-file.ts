import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { ContentError } from '../../ports/content.ts';
import { parseYaml } from './yaml-file.ts';

/** A markdown file with YAML front matter. */
export interface MarkdownFile<Head> {
  readonly head: Head;
  readonly body: readonly BodyLine[];
}

export interface BodyLine {
  readonly text: string;
  /** Of the file, from 1. */
  readonly number: number;
}

/** Reads `---`, YAML, `---`, markdown. @throws ContentError that names the file and the place in it */
export async function readMarkdown<Head>(file: string, schema: z.ZodType<Head>): Promise<MarkdownFile<Head>> {
  const lines = (await readFile(file, 'utf8')).normalize('NFC').split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0)
    throw new ContentError(`${file}: đầu tệp phải là phần thông tin nằm giữa hai dòng "---".`);
  const body = lines.map((text, index) => ({ text: text.trimEnd(), number: index + 1 })).slice(end + 1);
  return { head: parseYaml(lines.slice(1, end).join('\n'), file, schema), body };
}
