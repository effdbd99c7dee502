import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { CliError } from './cli-error.ts';

/** The bytes of a file that a person named. @throws CliError */
export async function readInputFile(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new CliError(`Không tìm thấy tệp ${file}. Hãy kiểm tra lại đường dẫn.`);
    if (code === 'EISDIR') throw new CliError(`${file} là thư mục; cần đường dẫn của một tệp.`);
    throw new CliError(`Không mở được tệp ${file} (${code}). Hãy kiểm tra quyền đọc.`);
  }
}

/** Every line of a JSONL file through a schema; empty lines are skipped. @throws CliError with the line's number */
export async function readJsonLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const bytes = await readInputFile(file);
  const read: T[] = [];
  for (let [from, number] = [0, 1]; from < bytes.length; number += 1) {
    const found = bytes.indexOf(NEW_LINE, from);
    const to = found < 0 ? bytes.length : found;
    // Not as one text: an export with pictures in it is longer than a text may be.
    const line = bytes.toString('utf8', from, to).replace(/^\uFEFF/, '');
    if (line.trim() !== '') read.push(readLine(line, schema, `${file}, dòng ${number}`));
    from = to + 1;
  }
  return read;
}

const NEW_LINE = 0x0a;

function readLine<T>(line: string, schema: z.ZodType<T>, where: string): T {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new CliError(`${where}: không phải JSON hợp lệ. Hãy sửa dòng này rồi chạy lại.`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new CliError(`${where}: trường "${parsed.error.issues[0]?.path.join('.')}" thiếu hoặc chưa đúng.`);
}
