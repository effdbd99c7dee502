import type { DeviceStorage } from '../zalo/platform.ts';
import { type Kept, KeptValue, keptRecord } from './kept-value.ts';

interface KeptDraftsOptions<Draft> {
  readonly storage: DeviceStorage;
  readonly key: string;
  /** What was kept, which may be of an older version; null = it cannot be read. */
  readonly read: (kept: unknown) => Draft | null;
}

/** What is being written, by name, kept on this device while it is typed. Leaving a page loses nothing. */
export class KeptDrafts<Draft> {
  readonly #kept: KeptValue<Readonly<Record<string, Draft>>>;

  constructor({ storage, key, read }: KeptDraftsOptions<Draft>) {
    this.#kept = new KeptValue({ storage, key, initial: {}, parse: (kept) => keptRecord(kept, read) });
  }

  readonly snapshot = (): Kept<Readonly<Record<string, Draft>>> => this.#kept.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#kept.subscribe(listener);

  keep(name: string, draft: Draft): Promise<void> {
    return this.#kept.change((drafts) => ({ ...drafts, [name]: draft }));
  }

  drop(name: string): Promise<void> {
    return this.#kept.change((drafts) => {
      if (!(name in drafts)) return drafts;
      const { [name]: _dropped, ...others } = drafts;
      return others;
    });
  }

  forget(): Promise<void> {
    return this.#kept.forget();
  }
}
