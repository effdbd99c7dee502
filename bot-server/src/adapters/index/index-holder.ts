import { unwatchFile, watchFile } from 'node:fs';
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

  /** Errors: IndexUnusableError when the folder holds no usable build. */
  constructor(folder: string) {
    this.#folder = folder;
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

  /** Reloads whenever the manifest's time changes, looked at every `everyMs`. Does not keep the process alive. */
  watch(everyMs: number, report: (outcome: 'changed' | Error) => void): void {
    this.#stopWatching?.();
    const manifest = path.join(this.#folder, MANIFEST_FILE);
    const look = (): void => {
      try {
        if (this.reload() === 'changed') report('changed');
      } catch (error) {
        report(error instanceof Error ? error : new Error(String(error)));
      }
    };
    watchFile(manifest, { interval: everyMs, persistent: false }, look);
    this.#stopWatching = () => unwatchFile(manifest, look);
  }

  close(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#previous?.close();
    this.#previous = null;
    this.#current.close();
  }
}
