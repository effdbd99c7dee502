import { existsSync } from 'node:fs';
import { exportState, importState, stateLineSchema } from '../adapters/state/export-state.ts';
import { openState, type State } from '../adapters/state/open-state.ts';
import { replaceState } from '../adapters/state/replace-state.ts';
import { readConfig } from '../app/config.ts';
import { CliError } from './cli-error.ts';
import { readJsonLines } from './input-file.ts';
import { print } from './output.ts';
import { writeWhole } from './write-whole.ts';

const TASKS: Readonly<Record<string, (file: string) => Promise<void>>> = {
  backup,
  restore,
  'export-state': exportTo,
  'import-state': importFrom,
};

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
  refuseExisting(file);
  await withState((state) => state.backup(file));
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

/** JSON lines that any later version, on any database, can read back. */
async function exportTo(file: string): Promise<void> {
  refuseExisting(file);
  const lines = await withState(async (state) => [...exportState(state)].map((line) => `${JSON.stringify(line)}\n`));
  await writeWhole(file, lines.join(''));
  print(`Đã xuất ${lines.length} dòng vào ${file}.`);
}

async function importFrom(file: string): Promise<void> {
  const lines = await readJsonLines(file, stateLineSchema);
  const state = openState(readConfig().stateFile);
  try {
    importState(state, lines);
  } finally {
    state.close();
  }
  print(`Đã nhập ${lines.length} dòng từ ${file}.`);
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new CliError(`Tệp ${file} đã có. Hãy chọn tên khác để không ghi đè.`);
}

async function withState<T>(work: (state: State) => Promise<T>): Promise<T> {
  const { stateFile } = readConfig();
  if (!existsSync(stateFile)) throw new CliError(`Chưa có dữ liệu ở ${stateFile}: dịch vụ chưa chạy lần nào.`);
  const state = openState(stateFile);
  try {
    return await work(state);
  } finally {
    state.close();
  }
}
