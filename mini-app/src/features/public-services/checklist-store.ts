import { type Kept, KeptValue, keptRecord, keptTexts } from '../../reading/kept-value.ts';
import type { DeviceStorage } from '../../zalo/platform.ts';

/** Service id → names of the papers that are ready. By name: when the list changes, a tick never slips to another paper. */
export type TickedPapers = Readonly<Record<string, readonly string[]>>;

/** Which papers somebody has ready for each procedure; kept on this device. */
export class ChecklistStore {
  readonly #kept: KeptValue<TickedPapers>;

  constructor(storage: DeviceStorage) {
    const parse = (kept: unknown) => keptRecord(kept, keptTexts);
    this.#kept = new KeptValue<TickedPapers>({ storage, key: 'phuong-so.checklist', initial: {}, parse });
  }

  readonly snapshot = (): Kept<TickedPapers> => this.#kept.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#kept.subscribe(listener);

  tick(serviceId: string, paper: string, ready: boolean): Promise<void> {
    return this.#kept.change((all) => {
      const others = (all[serviceId] ?? []).filter((name) => name !== paper);
      return { ...all, [serviceId]: ready ? [...others, paper] : others };
    });
  }

  /** Takes all ticks of one procedure away. */
  reset(serviceId: string): Promise<void> {
    return this.#kept.change(({ [serviceId]: _, ...others }) => others);
  }

  forget(): Promise<void> {
    return this.#kept.forget();
  }
}
