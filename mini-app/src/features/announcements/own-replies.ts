import type { AnnouncementDetail } from '../../api/announcement-endpoints.ts';
import { type Kept, KeptValue, keptRecord } from '../../reading/kept-value.ts';
import type { DeviceStorage } from '../../zalo/platform.ts';

export interface OwnAnswer {
  readonly answer: 'yes' | 'no' | 'read';
  /** How many come, the person included; 0 unless "yes". */
  readonly people: number;
}

/** What the person of this device has said of one announcement. */
export interface OwnReply {
  /** `sent` false: it is to be sent again, there was no network. null = nothing was answered. */
  readonly answer: (OwnAnswer & { readonly sent: boolean }) | null;
  /** Has said that it is wrong. */
  readonly reported: boolean;
}

export type OwnReplies = Readonly<Record<string, OwnReply>>;

const NONE: OwnReply = { answer: null, reported: false };
/** More than a ward asks in years; the oldest are forgotten first. */
const MOST = 200;

/** Answers and reports by the announcement's id, as this device knows them; the server has the last word. */
export class OwnReplyStore {
  readonly #kept: KeptValue<OwnReplies>;

  constructor(storage: DeviceStorage) {
    this.#kept = new KeptValue<OwnReplies>({ storage, key: 'phuong-so.replies', initial: {}, parse: parseReplies });
  }

  readonly snapshot = (): Kept<OwnReplies> => this.#kept.snapshot();

  readonly subscribe = (listener: () => void): (() => void) => this.#kept.subscribe(listener);

  /** Chosen, and not yet known to the server. */
  choose(id: string, answer: OwnAnswer): Promise<void> {
    return this.#change(id, { answer: { ...answer, sent: false } });
  }

  /** What the server has; null = nothing. */
  sent(id: string, answer: OwnAnswer | null): Promise<void> {
    return this.#change(id, { answer: answer && { ...answer, sent: true } });
  }

  reported(id: string): Promise<void> {
    return this.#change(id, { reported: true });
  }

  forget(): Promise<void> {
    return this.#kept.forget();
  }

  #change(id: string, change: Partial<OwnReply>): Promise<void> {
    return this.#kept.change((replies) => {
      const { [id]: before = NONE, ...others } = replies;
      return Object.fromEntries([...Object.entries(others), [id, { ...before, ...change }] as const].slice(-MOST));
    });
  }
}

/** An answer as the server tells it; null = none, or one that this version does not know. */
export function ownAnswer(told: AnnouncementDetail['my_answer']): OwnAnswer | null {
  return readAnswer(told);
}

function readAnswer(value: unknown): OwnAnswer | null {
  const { answer, people } = (value ?? {}) as Partial<Record<keyof OwnAnswer, unknown>>;
  if (answer !== 'yes' && answer !== 'no' && answer !== 'read') return null;
  return { answer, people: typeof people === 'number' ? people : 0 };
}

function parseReplies(kept: unknown): OwnReplies {
  return keptRecord(kept, (value) => {
    if (typeof value !== 'object' || value === null) return null;
    const { answer, reported } = value as { answer?: { sent?: unknown }; reported?: unknown };
    const known = readAnswer(answer);
    return { answer: known && { ...known, sent: answer?.sent === true }, reported: reported === true };
  });
}
