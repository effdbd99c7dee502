import { type Kept, KeptValue, keptRecord } from '../../reading/kept-value.ts';
import type { DeviceStorage } from '../../zalo/platform.ts';
import { emptyDraft, type SendingDraft } from './sending-draft.ts';

/** What was typed and where it belongs. */
export interface KeptDraft {
  /** Who typed it: nobody else is shown it. */
  readonly owner: string;
  /** Of the first saving: saved twice it is one draft. */
  readonly key: string;
  readonly fields: SendingDraft;
  /** What the server has, and as of which version these words go on from it; null = it has not seen it. */
  readonly base: { readonly id: string; readonly version: number } | null;
  /** Epoch ms. */
  readonly changedAt: number;
}

/** Name of the one that the server has not seen. */
export const NEW_DRAFT = 'new';
/** Name of a correction that is being written. */
export const correctionName = (id: string) => `correction ${id}`;

/** Announcements that are being written, kept on this device while they are typed. Leaving a page loses nothing. */
export class DraftStore {
  readonly #kept: KeptValue<Readonly<Record<string, KeptDraft>>>;

  constructor(storage: DeviceStorage) {
    const parse = (kept: unknown) => keptRecord(kept, readDraft);
    this.#kept = new KeptValue({ storage, key: 'phuong-so.sending-drafts', initial: {}, parse });
  }

  readonly snapshot = (): Kept<Readonly<Record<string, KeptDraft>>> => this.#kept.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#kept.subscribe(listener);

  keep(name: string, draft: KeptDraft): Promise<void> {
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

/** The draft of this name if this person typed it. */
export function draftOfOwner(
  drafts: Readonly<Record<string, KeptDraft>>,
  name: string,
  owner: string,
): KeptDraft | null {
  const found = drafts[name];
  return found?.owner === owner ? found : null;
}

/** What an older version of the app kept may lack fields; those begin empty. */
function readDraft(value: unknown): KeptDraft | null {
  const { owner, key, fields, base, changedAt } = value as Partial<KeptDraft>;
  if (typeof owner !== 'string' || typeof key !== 'string' || typeof fields !== 'object' || fields === null)
    return null;
  const known = { ...emptyDraft([]), ...fields };
  return { owner, key, fields: known, base: base ?? null, changedAt: typeof changedAt === 'number' ? changedAt : 0 };
}
