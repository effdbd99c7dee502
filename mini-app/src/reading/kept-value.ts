import type { DeviceStorage } from '../zalo/platform.ts';

export interface Kept<T> {
  /** False until the device's memory has been read. */
  readonly ready: boolean;
  readonly value: T;
}

interface KeptValueOptions<T> {
  readonly storage: DeviceStorage;
  readonly key: string;
  /** What holds on a device that remembers nothing. */
  readonly initial: T;
  /** What was kept, which may be of an older version or damaged; may throw. */
  readonly parse: (kept: unknown) => T;
}

/** Something small that the app remembers on this device alone. Read when somebody first wants it; nothing here rejects. */
export class KeptValue<T> {
  #kept: Kept<T>;
  #loading: Promise<void> | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly options: KeptValueOptions<T>) {
    this.#kept = { ready: false, value: options.initial };
  }

  readonly snapshot = (): Kept<T> => this.#kept;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    void this.load();
    return () => this.#listeners.delete(listener);
  };

  /** Reads the device's memory, once. */
  load(): Promise<void> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  /** Changes the value at once for all pages, then keeps it. What was kept before is read first, so that it is not lost. */
  async change(next: (value: T) => T): Promise<void> {
    await this.load();
    const value = next(this.#kept.value);
    if (value === this.#kept.value) return;
    this.#show(value);
    await this.options.storage.write(this.options.key, JSON.stringify(value));
  }

  async forget(): Promise<void> {
    await this.load();
    this.#show(this.options.initial);
    await this.options.storage.remove(this.options.key);
  }

  async #read(): Promise<void> {
    const { storage, key, initial, parse } = this.options;
    const text = await storage.read(key);
    this.#show(text === null ? initial : parseOr(initial, parse, text));
  }

  #show(value: T): void {
    this.#kept = { ready: true, value };
    for (const listener of this.#listeners) listener();
  }
}

function parseOr<T>(initial: T, parse: (kept: unknown) => T, text: string): T {
  try {
    return parse(JSON.parse(text));
  } catch {
    return initial;
  }
}

/** The texts among what was kept; anything else is left out. */
export function keptTexts(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
}

/** The entries of a kept record whose value can be read. */
export function keptRecord<T>(kept: unknown, read: (value: unknown) => T | null): Readonly<Record<string, T>> {
  const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      const known = read(value);
      return known === null ? [] : [[name, known] as const];
    }),
  );
}
