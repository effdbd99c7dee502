import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { MANIFEST_FILE } from '@phuong-so/shared/index-format/index-file';
import type { PlanIndex } from '../../ports/plan-index.ts';
import { readManifest } from './read-manifest.ts';
import { SqlitePlanIndex } from './sqlite-plan-index.ts';

/**
 * Serves the newest build of an index folder and changes over while running. A question keeps the build that it began
 * with: the build before the current one stays open until the next change, so nobody loses it in the middle of an answer.
 */
export class IndexHolder {
  readonly #folder: string;
  #current: SqlitePlanIndex;
  #previous: SqlitePlanIndex | null = null;
  #stopWatching: (() => void) | null = null;
  /** Taken before the build was opened, so that a change in between is noticed. */
  #stamp: string;

  /** Errors: IndexUnusableError when the folder holds no usable build. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#stamp = existsSync(path.join(folder, MANIFEST_FILE)) ? this.#manifestStamp() : '';
    this.#current = SqlitePlanIndex.open(folder);
  }

  /** Ask once per question and use that one throughout. */
  current(): PlanIndex {
    return this.#current;
  }

  /**
   * Changes over to the build that the manifest names now. Errors: IndexUnusableError; the build served so far goes on
   * being served.
   */
  reload(): 'unchanged' | 'changed' {
    if (readManifest(this.#folder).id === this.#current.id) return 'unchanged';
    const next = SqlitePlanIndex.open(this.#folder);
    this.#previous?.close();
    this.#previous = this.#current;
    this.#current = next;
    return 'changed';
  }

  /** Reloads whenever the manifest has been replaced, looked at every `everyMs`. Does not keep the process alive. */
  watch(everyMs: number, report: (outcome: 'changed' | Error) => void): void {
    this.#stopWatching?.();
    const timer = setInterval(() => {
      try {
        const seen = this.#manifestStamp();
        if (seen === this.#stamp) return;
        this.#stamp = seen;
        if (this.reload() === 'changed') report('changed');
      } catch (error) {
        report(error instanceof Error ? error : new Error(String(error)));
      }
    }, everyMs).unref();
    this.#stopWatching = () => clearInterval(timer);
  }

  /** Time and inode: a manifest is always renamed into place. */
  #manifestStamp(): string {
    const { mtimeMs, ino } = statSync(path.join(this.#folder, MANIFEST_FILE));
    return `${mtimeMs} ${ino}`;
  }

  close(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#previous?.close();
    this.#previous = null;
    this.#current.close();
  }
}
