import type { DeviceStorage } from '../../zalo/platform.ts';

const KEY = 'phuong-so.appearance';
/** Per cent of the phone's usual text. */
export const TEXT_SIZES = [100, 115, 130, 150, 200] as const;
export type TextSize = (typeof TEXT_SIZES)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Appearance {
  readonly textSize: TextSize;
  /** `auto` follows Zalo where it tells its look, else the phone. */
  readonly theme: Theme;
}

const INITIAL: Appearance = { textSize: 100, theme: 'auto' };

/** How the app looks on this device; kept on it, and put on the page's root element at once. */
export class AppearanceStore {
  #appearance: Appearance = INITIAL;
  #hostTheme: 'light' | 'dark' | null = null;
  #least = 0;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly storage: DeviceStorage,
    private readonly root: HTMLElement,
    private readonly hostTheme: () => Promise<'light' | 'dark' | null>,
  ) {}

  readonly snapshot = (): Appearance => this.#appearance;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async load(): Promise<void> {
    this.#show(parse(await this.storage.read(KEY)));
    this.#hostTheme = await this.hostTheme();
    if (this.#hostTheme !== null) this.#show({});
  }

  async change(change: Partial<Appearance>): Promise<void> {
    this.#show(change);
    await this.storage.write(KEY, JSON.stringify(this.#appearance));
  }

  /** Letters of at least this size (per cent), until it is taken back with null; what was chosen stays chosen. */
  enlarge(least: number | null): void {
    this.#least = least ?? 0;
    this.#show({});
  }

  /** As on a new device; what was stored is forgotten. */
  async reset(): Promise<void> {
    this.#show(INITIAL);
    await this.storage.remove(KEY);
  }

  #show(change: Partial<Appearance>): void {
    this.#appearance = { ...this.#appearance, ...change };
    const { textSize, theme } = this.#appearance;
    // Everything is measured in rem, so that one number enlarges the whole app.
    const size = Math.max(textSize, this.#least);
    this.root.style.fontSize = size === 100 ? '' : `${size}%`;
    const look = theme === 'auto' ? this.#hostTheme : theme;
    if (look === null) delete this.root.dataset.theme;
    else this.root.dataset.theme = look;
    for (const listener of this.#listeners) listener();
  }
}

function parse(text: string | null): Partial<Appearance> {
  try {
    const { textSize, theme } = JSON.parse(text ?? '{}') as { textSize?: unknown; theme?: unknown };
    const size = TEXT_SIZES.find((one) => one === textSize);
    const look = THEMES.find((one) => one === theme);
    return { ...(size ? { textSize: size } : {}), ...(look ? { theme: look } : {}) };
  } catch {
    return {};
  }
}
