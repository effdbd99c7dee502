/** Pictures and papers that go with announcements and with reports of officials' work. Each belongs to a ward and to whoever put it up. */
export interface Attachments {
  /**
   * Stores it wholly or not at all; on the disk when it resolves. null when the writer has `MOST_UNUSED` in no announcement.
   * @throws StorageFull
   */
  keep(file: NewAttachment): Promise<Attachment | null>;
  /** null when there is none with this id, or it belongs to a demonstration and this is none. */
  about(id: string): Promise<Attachment | null>;
  /** The file itself; null as above. */
  content(id: string): Promise<Uint8Array | null>;
  /** Ids of the broadcasts that it goes with; those that were cancelled, or whose announcement was withdrawn, do not count. */
  usedBy(id: string): Promise<readonly string[]>;
  /** Whether it goes with a report of officials' work of its ward. */
  isEvidence(id: string): Promise<boolean>;
  /** Forgets what was put up before this time, epoch ms, and goes with no broadcast and no report. Gives how many. */
  prune(before: number): Promise<number>;
}

export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type FileType = (typeof FILE_TYPES)[number];

export interface NewAttachment {
  readonly ward: string;
  /** Subject of whoever put it up; "" once they have had themselves erased. */
  readonly createdBy: string;
  /** As people see it: "Ảnh.jpg", "Giấy mời.pdf". */
  readonly name: string;
  readonly type: FileType;
  readonly bytes: Uint8Array;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly demo: boolean;
}

export interface Attachment extends Omit<NewAttachment, 'bytes'> {
  readonly id: string;
}

/** So many may lie unused by one person: a draft in hand and a few tries. */
export const MOST_UNUSED = 10;

/** There is no room for it; nothing of it was kept. */
export class StorageFull extends Error {}
