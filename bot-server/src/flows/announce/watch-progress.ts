import type { Progress } from './progress.ts';

export interface WatchSettings {
  readonly read: (id: string) => Promise<Progress | null>;
  readonly onError: (error: unknown) => void;
  /** How often a broadcast is looked at while somebody watches it, ms. */
  readonly everyMs: number;
  /** So many watch at once in this process, and so many of them one person. */
  readonly most: number;
  readonly mostEach: number;
  /** Longer than this nobody is served; they ask again. ms */
  readonly longestMs: number;
}

/** Who watches. Nothing comes after `ended`. */
export interface Watcher {
  /** Subject of the session. */
  readonly person: string;
  /** The first time, and whenever something has changed. */
  readonly changed: (progress: Progress) => void;
  /** Settled, gone, broken, or watched for long enough. */
  readonly ended: () => void;
}

type Timer = ReturnType<typeof setTimeout>;

interface Looked {
  /** Each with what ends it after the longest time. */
  readonly watchers: Map<Watcher, Timer>;
  timer: Timer | null;
  last: { readonly progress: Progress; readonly shown: string } | null;
}

/**
 * People who look at how broadcasts go. All who watch one share one look at the database, and between two looks nothing is
 * held: neither a connection nor a transaction. Whoever comes later gets at once what is known.
 */
export class ProgressWatch {
  private readonly looked = new Map<string, Looked>();
  private readonly counts = new Map<string, number>();
  private watching = 0;

  constructor(private readonly settings: WatchSettings) {}

  /** Begins to watch; gives what ends it. null when too many do, or the server is about to stop. */
  watch(id: string, watcher: Watcher): (() => void) | null {
    const { most, mostEach, longestMs } = this.settings;
    const own = this.counts.get(watcher.person) ?? 0;
    if (this.watching >= most || own >= mostEach) return null;
    this.watching += 1;
    this.counts.set(watcher.person, own + 1);
    const looked = this.looked.get(id) ?? { watchers: new Map(), timer: null, last: null };
    this.looked.set(id, looked);
    looked.watchers.set(
      watcher,
      setTimeout(() => this.end(id, looked, watcher), longestMs),
    );
    if (looked.last !== null) watcher.changed(looked.last.progress);
    else if (looked.watchers.size === 1) this.look(id, looked);
    return () => void this.leave(id, looked, watcher);
  }

  /** Ends all; nobody is taken any more. */
  close(): void {
    this.watching = Number.POSITIVE_INFINITY;
    for (const [id, looked] of this.looked) this.endAll(id, looked);
  }

  private look(id: string, looked: Looked): void {
    this.settings.read(id).then(
      (progress) => this.tell(id, looked, progress),
      (error: unknown) => {
        this.settings.onError(error);
        this.endAll(id, looked);
      },
    );
  }

  private tell(id: string, looked: Looked, progress: Progress | null): void {
    if (progress === null) {
      this.endAll(id, looked);
      return;
    }
    const shown = JSON.stringify(progress);
    if (shown !== looked.last?.shown) {
      looked.last = { progress, shown };
      for (const watcher of [...looked.watchers.keys()]) watcher.changed(progress);
    }
    if (progress.isSettled) this.endAll(id, looked);
    else if (looked.watchers.size > 0) {
      looked.timer = setTimeout(() => this.look(id, looked), this.settings.everyMs);
    }
  }

  private endAll(id: string, looked: Looked): void {
    for (const watcher of [...looked.watchers.keys()]) this.end(id, looked, watcher);
  }

  private end(id: string, looked: Looked, watcher: Watcher): void {
    if (this.leave(id, looked, watcher)) watcher.ended();
  }

  /** False when they had left already. */
  private leave(id: string, looked: Looked, watcher: Watcher): boolean {
    clearTimeout(looked.watchers.get(watcher));
    if (!looked.watchers.delete(watcher)) return false;
    this.watching -= 1;
    const own = (this.counts.get(watcher.person) ?? 1) - 1;
    if (own > 0) this.counts.set(watcher.person, own);
    else this.counts.delete(watcher.person);
    if (looked.watchers.size > 0) return true;
    if (looked.timer !== null) clearTimeout(looked.timer);
    if (this.looked.get(id) === looked) this.looked.delete(id);
    return true;
  }
}
