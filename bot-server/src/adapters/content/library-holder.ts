import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Library } from '../../ports/library.ts';
import { listFolder } from './list-folder.ts';
import { readLibrary } from './read-library.ts';

/** Files of the library that stand in no folder of their own. */
const SINGLE_FILES = ['links.yaml', 'finder.yaml', 'scam-practice.yaml'];

/** Serves the library of a data folder and reads it again when its files have changed. */
export class LibraryHolder {
  readonly #dataDir: string;
  #current: Library;
  /** Taken before the files were read, so that a change in between is noticed. */
  #stamp: string;
  #timer: NodeJS.Timeout | null = null;

  private constructor(dataDir: string, library: Library, stamp: string) {
    this.#dataDir = dataDir;
    this.#current = library;
    this.#stamp = stamp;
  }

  /** @throws ContentError */
  static async open(dataDir: string): Promise<LibraryHolder> {
    const stamp = await libraryStamp(dataDir);
    return new LibraryHolder(dataDir, await readLibrary(dataDir), stamp);
  }

  /** Ask once per request and use that one throughout. */
  current(): Library {
    return this.#current;
  }

  /** Reads anew when a file has changed. @throws ContentError; the library served so far goes on being served */
  async reload(): Promise<'unchanged' | 'changed'> {
    const stamp = await libraryStamp(this.#dataDir);
    if (stamp === this.#stamp) return 'unchanged';
    this.#stamp = stamp;
    this.#current = await readLibrary(this.#dataDir);
    return 'changed';
  }

  /** Looks for changed files every `everyMs`. Does not keep the process alive. */
  watch(everyMs: number, report: (outcome: 'changed' | Error) => void): void {
    this.close();
    const look = async () => {
      try {
        if ((await this.reload()) === 'changed') report('changed');
      } catch (error) {
        report(error instanceof Error ? error : new Error(String(error)));
      }
      if (this.#timer !== null) this.#timer.refresh();
    };
    this.#timer = setTimeout(() => void look(), everyMs).unref();
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** Names, sizes and times of all files that the library is read from. */
async function libraryStamp(dataDir: string): Promise<string> {
  const wards = (await listFolder(path.join(dataDir, 'wards'))).map(({ name }) => `wards/${name}/services`);
  const courses = (await listFolder(path.join(dataDir, 'courses'))).flatMap(({ name }) => [
    `courses/${name}`,
    `courses/${name}/pictures`,
  ]);
  const folders = ['services', 'phrasings', ...courses, ...wards].map((name) => path.join(dataDir, name));
  const inFolders = await Promise.all(
    folders.map(async (folder) => (await listFolder(folder)).map(({ name }) => path.join(folder, name))),
  );
  const single = (await listFolder(dataDir)).filter(({ name }) => SINGLE_FILES.includes(name));
  const files = [...single.map(({ name }) => path.join(dataDir, name)), ...inFolders.flat()];
  return (await Promise.all(files.map(stampOf))).join('\n');
}

async function stampOf(file: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(file);
  return `${file} ${size} ${mtimeMs} ${ino}`;
}
