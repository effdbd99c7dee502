import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { type Kept, KeptValue, keptRecord } from '../../reading/kept-value.ts';
import type { DeviceStorage } from '../../zalo/platform.ts';

/** Ward key → id of the neighbourhood group; null = asked and answered "the whole ward"; absent = never asked. */
export type ChosenGroups = Readonly<Record<string, string | null>>;

/** The neighbourhood group chosen for each ward; kept on this device. */
export class GroupStore {
  readonly #kept: KeptValue<ChosenGroups>;

  constructor(storage: DeviceStorage) {
    this.#kept = new KeptValue<ChosenGroups>({ storage, key: 'phuong-so.group', initial: {}, parse: parseGroups });
  }

  readonly snapshot = (): Kept<ChosenGroups> => this.#kept.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#kept.subscribe(listener);

  load(): Promise<void> {
    return this.#kept.load();
  }

  /** `groupId` null = only what the whole ward is told. */
  choose(wardKey: string, groupId: string | null): Promise<void> {
    return this.#kept.change((groups) => ({ ...groups, [wardKey]: groupId }));
  }

  forget(): Promise<void> {
    return this.#kept.forget();
  }
}

/** The chosen group of this ward; null when none was chosen or the ward no longer has it. */
export function groupOf(groups: ChosenGroups, ward: WardReply): WardReply['groups'][number] | null {
  const chosen = groups[ward.key];
  return ward.groups.find(({ id }) => id === chosen) ?? null;
}

function parseGroups(kept: unknown): ChosenGroups {
  // A wrapper tells a kept null from an entry that cannot be read.
  const read = keptRecord(kept, (value) => (value === null || typeof value === 'string' ? { id: value } : null));
  return Object.fromEntries(Object.entries(read).map(([ward, { id }]) => [ward, id]));
}
