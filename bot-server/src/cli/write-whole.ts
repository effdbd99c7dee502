import { rename, rm, writeFile } from 'node:fs/promises';
import { CliError } from './cli-error.ts';

/** Writes a file so that nobody ever sees half of it: under another name first, then renamed. @throws CliError */
export async function writeWhole(file: string, content: string, mode = 0o666): Promise<void> {
  const temporary = `${file}.${process.pid}.part`;
  try {
    await writeFile(temporary, content, { mode });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    throw new CliError(`Không ghi được tệp ${file} (${code}). Hãy kiểm tra thư mục và quyền ghi.`);
  }
}
