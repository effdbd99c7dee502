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
  const text = (await readInputFile(file)).toString('utf8').replace(/^\uFEFF/, '');
  return text
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [readLine(line, schema, `${file}, dòng ${at + 1}`)]));
}

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
