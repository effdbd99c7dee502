import { open, rename, rm } from 'node:fs/promises';
import { CliError } from './cli-error.ts';

/**
 * Writes a file so that nobody ever sees half of it: under another name first, then renamed. `content`: its parts, in order,
 * of which only one is in memory. @throws CliError
 */
export async function writeWhole(
  file: string,
  content: AsyncIterable<string> | Iterable<string>,
  mode = 0o666,
): Promise<void> {
  const temporary = `${file}.${process.pid}.part`;
  try {
    const handle = await open(temporary, 'w', mode);
    try {
      for await (const part of content) await handle.write(part);
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new CliError(`Không ghi được tệp ${file} (${code}). Hãy kiểm tra thư mục và quyền ghi.`);
  }
}
