import type { WardReply } from '@phuong-so/shared/contracts/wards';
import type { PhuongSoApi } from '../../api/phuong-so-api.ts';
import { parseKeptWard } from '../../api/phuong-so-api.ts';
import type { DeviceStorage } from '../../zalo/platform.ts';

const KEY = 'phuong-so.ward';

export interface WardSnapshot {
  /** False until the device's memory has been read. */
  readonly remembered: boolean;
  readonly list: 'loading' | 'ready' | 'failed';
  readonly wards: readonly WardReply[];
  /** The ward that questions go to; null = the person must choose. */
  readonly chosen: WardReply | null;
  /** The server shows itself: everyone may take any role. */
  readonly demo: boolean;
}

export interface WardDependencies {
  readonly api: Pick<PhuongSoApi, 'wards'>;
  readonly storage: DeviceStorage;
}

/** The wards that the server knows, and the one chosen on this device. */
export class WardStore {
  #snapshot: WardSnapshot = { remembered: false, list: 'loading', wards: [], chosen: null, demo: false };
  readonly #listeners = new Set<() => void>();

  constructor(private readonly dependencies: WardDependencies) {}

  readonly snapshot = (): WardSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** `preferredKey`: the ward that the app was opened for (a link from the ward's own page); it wins over memory. */
  async load(preferredKey: string | null): Promise<void> {
    const kept = parseKeptWard(await this.dependencies.storage.read(KEY));
    this.#show({ remembered: true, chosen: preferredKey === null || kept?.key === preferredKey ? kept : null });
    await this.reload(preferredKey);
  }

  /** Asks the server for the wards again. */
  async reload(preferredKey: string | null = null): Promise<void> {
    this.#show({ list: 'loading' });
    try {
      const { wards, demo = false } = await this.dependencies.api.wards();
      const wanted = preferredKey ?? this.#snapshot.chosen?.key ?? null;
      // Only one ward on this server: there is nothing to choose.
      const chosen = wards.find(({ key }) => key === wanted) ?? (wards.length === 1 ? (wards[0] ?? null) : null);
      this.#show({ list: 'ready', wards, chosen, demo });
      if (chosen !== null) await this.#keep(chosen);
    } catch {
      this.#show({ list: 'failed' });
    }
  }

  async choose(ward: WardReply): Promise<void> {
    this.#show({ chosen: ward });
    await this.#keep(ward);
  }

  /** No ward chosen, as on a new device. */
  async forget(): Promise<void> {
    this.#show({ chosen: null });
    await this.dependencies.storage.remove(KEY);
  }

  async #keep(ward: WardReply): Promise<void> {
    await this.dependencies.storage.write(KEY, JSON.stringify(ward));
  }

  #show(change: Partial<WardSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
