import { existsSync } from 'node:fs';
import { openState } from '../adapters/state/open-state.ts';
import { replaceState } from '../adapters/state/replace-state.ts';
import { readConfig } from '../app/config.ts';
import { CliError } from './cli-error.ts';
import { print } from './output.ts';

const TASKS: Readonly<Record<string, (file: string) => Promise<void>>> = { backup, restore };

/** The operator's tasks on what the service has stored. */
export async function admin([name, file, ...more]: readonly string[]): Promise<void> {
  const task = name !== undefined && Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
  const known = Object.keys(TASKS).map((one) => `npm run admin -- ${one} TỆP`);
  if (!task) throw new CliError(`Không có việc quản trị "${name ?? ''}". Các việc: ${known.join('; ')}.`);
  if (file === undefined || more.length > 0) throw new CliError(`Cần đúng một tệp: npm run admin -- ${name} TỆP`);
  await task(file);
}

/** May run while the service runs: the copy is of one moment. */
async function backup(file: string): Promise<void> {
  if (existsSync(file)) throw new CliError(`Tệp ${file} đã có. Hãy chọn tên khác để không ghi đè bản sao cũ.`);
  const { stateFile } = readConfig();
  if (!existsSync(stateFile)) throw new CliError(`Chưa có dữ liệu ở ${stateFile}: dịch vụ chưa chạy lần nào.`);
  const state = openState(stateFile);
  try {
    await state.backup(file);
  } finally {
    state.close();
  }
  print(`Đã sao lưu vào ${file}.`);
}

/** The service must be stopped: it would go on writing to the state that is being replaced. */
async function restore(file: string): Promise<void> {
  if (!existsSync(file)) throw new CliError(`Không tìm thấy tệp ${file}. Hãy kiểm tra lại đường dẫn.`);
  const { stateFile } = readConfig();
  const problem = replaceState(stateFile, file);
  if (problem !== null)
    throw new CliError(`${file} không phải bản sao lưu của dịch vụ này (${problem}); dữ liệu hiện có được giữ nguyên.`);
  print(`Đã khôi phục từ ${file}.`);
}
