import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { ContentError } from '../../ports/content.ts';

/** Reads a YAML file through its schema. @throws ContentError that names the file and the place in it. */
export async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const value = await readOptionalYaml(file, schema);
  if (value === null) throw new ContentError(`Thiếu tệp ${file}. Hãy thêm lại tệp rồi chạy lại.`);
  return value;
}

/** The same, null when there is no such file. */
export async function readOptionalYaml<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readIfThere(file);
  return text === null ? null : parseYaml(text, file, schema);
}

/** Parses YAML that stands in `file`. @throws ContentError that names the file and the place in it */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>): T {
  const document = parseDocument(text);
  const broken = document.errors[0];
  if (broken) throw new ContentError(`${file}: không phải YAML hợp lệ (${firstLine(broken.message)}).`);
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ContentError(`${file}: mục "${issue?.path.join('.')}" chưa đúng (${firstLine(issue?.message ?? '')}).`);
}

/** A file's text, null when there is no such file. */
export async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/:$/, '') ?? '';
}
