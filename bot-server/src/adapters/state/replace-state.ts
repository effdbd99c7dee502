import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openSqliteState } from './sqlite-state.ts';

/**
 * Puts a backup in the state's place, brought up to the newest migration first. The old state stays untouched until the
 * backup has proved usable. Gives null, or why the backup is not usable.
 */
export async function replaceState(stateFile: string, backup: string): Promise<string | null> {
  const candidate = `${stateFile}.${process.pid}.part`;
  mkdirSync(path.dirname(stateFile), { recursive: true });
  copyFileSync(backup, candidate);
  try {
    const state = openSqliteState(candidate);
    const sound = state.sqlite.pragma('integrity_check', { simple: true }) === 'ok' && (await state.isReachable());
    state.sqlite.pragma('journal_mode = DELETE');
    await state.close();
    if (!sound) return 'tệp bị hỏng';
    // What the old file's log holds belongs to the old file.
    for (const ending of ['-wal', '-shm']) rmSync(stateFile + ending, { force: true });
    renameSync(candidate, stateFile);
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(candidate + ending, { force: true });
  }
}
