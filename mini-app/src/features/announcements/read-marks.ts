import { type Kept, KeptValue, keptTexts } from '../../reading/kept-value.ts';
import type { DeviceStorage } from '../../zalo/platform.ts';

/** More than a ward sends in years; the oldest are forgotten first. */
const MOST = 500;

/** Ids of the announcements that were opened on this device. */
export class ReadMarks {
  readonly #kept: KeptValue<readonly string[]>;

  constructor(storage: DeviceStorage) {
    this.#kept = new KeptValue<readonly string[]>({ storage, key: 'phuong-so.seen', initial: [], parse: keptTexts });
  }

  readonly snapshot = (): Kept<readonly string[]> => this.#kept.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#kept.subscribe(listener);

  mark(id: string): Promise<void> {
    return this.#kept.change((ids) => (ids.includes(id) ? ids : [...ids, id].slice(-MOST)));
  }

  forget(): Promise<void> {
    return this.#kept.forget();
  }
}
