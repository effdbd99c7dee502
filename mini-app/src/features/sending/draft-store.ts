import { KeptDrafts } from '../../reading/kept-drafts.ts';
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

/** Announcements that are being written. */
export class DraftStore extends KeptDrafts<KeptDraft> {
  constructor(storage: DeviceStorage) {
    super({ storage, key: 'phuong-so.sending-drafts', read: readDraft });
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
