import { existsSync } from 'node:fs';
import { exportState, importState } from '../adapters/state/export-state.ts';
import { replaceState } from '../adapters/state/replace-state.ts';
import { openSqliteState } from '../adapters/state/sqlite-state.ts';
import type { State } from '../adapters/state/state.ts';
import { stateLineSchema } from '../adapters/state/state-line.ts';
import { composeState } from '../app/compose.ts';
import { readConfig } from '../app/config.ts';
import { adminAlarms } from './admin-alarms.ts';
import { adminAnnounce } from './admin-announce.ts';
import { adminEraseUser } from './admin-erase-user.ts';
import { adminOa } from './admin-oa.ts';
import { adminGrant, adminInvite, adminRevoke } from './admin-rights.ts';
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

const OWN_ARGUMENTS: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  ...{ oa: adminOa, alarms: adminAlarms, 'erase-user': adminEraseUser },
  ...{ invite: adminInvite, grant: adminGrant, revoke: adminRevoke, announce: adminAnnounce },
};

const OTHERS = [
  'npm run admin -- oa authorise',
  'npm run admin -- alarms',
  'npm run admin -- erase-user MÃ_OA MÃ_NGƯỜI_DÙNG',
  ...['invite', 'grant', 'revoke', 'announce'].map((task) => `npm run admin -- ${task}`),
];

const WITHOUT_TOKENS = 'Mã truy cập của Official Account không được chép theo: quản trị viên cần cấp quyền lại.';

/** The operator's tasks on what the service has stored. */
export async function admin([name, ...args]: readonly string[]): Promise<void> {
  const own = name !== undefined && Object.hasOwn(OWN_ARGUMENTS, name) ? OWN_ARGUMENTS[name] : undefined;
  if (own) return own(args);
  const [file, ...more] = args;
  const task = name !== undefined && Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
  const known = Object.keys(TASKS).map((one) => `npm run admin -- ${one} TỆP`);
  if (!task)
    throw new CliError(`Không có việc quản trị "${name ?? ''}". Các việc: ${[...known, ...OTHERS].join('; ')}.`);
  if (file === undefined || more.length > 0) throw new CliError(`Cần đúng một tệp: npm run admin -- ${name} TỆP`);
  await task(file);
}

/** May run while the service runs: the copy is of one moment. */
async function backup(file: string): Promise<void> {
  const stateFile = sqliteFile('pg_dump');
  refuseExisting(file);
  requireState(stateFile);
  const state = openSqliteState(stateFile);
  try {
    await state.backup(file);
  } finally {
    await state.close();
  }
  print(`Đã sao lưu vào ${file}.`);
}

/** The service must be stopped: it would go on writing to the state that is being replaced. */
async function restore(file: string): Promise<void> {
  const stateFile = sqliteFile('pg_restore');
  if (!existsSync(file)) throw new CliError(`Không tìm thấy tệp ${file}. Hãy kiểm tra lại đường dẫn.`);
  const problem = await replaceState(stateFile, file);
  if (problem !== null)
    throw new CliError(`${file} không phải bản sao lưu của dịch vụ này (${problem}); dữ liệu hiện có được giữ nguyên.`);
  print(`Đã khôi phục từ ${file}.`);
}

/** JSON lines that any later version, on any database, can read back. They hold what people wrote: for the owner only. */
async function exportTo(file: string): Promise<void> {
  refuseExisting(file);
  const { database } = readConfig();
  if (database.kind === 'sqlite') requireState(database.file);
  let count = 0;
  async function* lines(state: State): AsyncGenerator<string> {
    for await (const line of exportState(state)) {
      count += 1;
      yield `${JSON.stringify(line)}\n`;
    }
  }
  await withState((state) => writeWhole(file, lines(state), 0o600));
  print(`Đã xuất ${count} dòng vào ${file}. ${WITHOUT_TOKENS}`);
}

async function importFrom(file: string): Promise<void> {
  const lines = await readJsonLines(file, stateLineSchema);
  await withState((state) => importState(state, lines));
  print(`Đã nhập ${lines.length} dòng từ ${file}. ${WITHOUT_TOKENS}`);
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new CliError(`Tệp ${file} đã có. Hãy chọn tên khác để không ghi đè.`);
}

/** @throws CliError that names PostgreSQL's own tool for what only concerns a file */
function sqliteFile(tool: string): string {
  const { database } = readConfig();
  if (database.kind === 'sqlite') return database.file;
  throw new CliError(`Dữ liệu nằm trên PostgreSQL: hãy dùng ${tool} với DATABASE_URL. (Use ${tool}.)`);
}

function requireState(stateFile: string): void {
  if (!existsSync(stateFile)) throw new CliError(`Chưa có dữ liệu ở ${stateFile}: dịch vụ chưa chạy lần nào.`);
}

async function withState<T>(work: (state: State) => Promise<T>): Promise<T> {
  const state = await composeState(readConfig());
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}
