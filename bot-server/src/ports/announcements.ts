import type { ANNOUNCEMENT_KINDS } from '@phuong-so/shared/contracts/announcements';

/** What wards tell their people. Lists hold one ward's alone; what was withdrawn is not there. */
export interface Announcements {
  /** Stores it under a code that no other announcement of the ward has. */
  publish(announcement: NewAnnouncement): Promise<Announcement>;
  /** Newest first: the ward's own, and with a group that group's too. What is published meanwhile moves nothing between pages. */
  feed(request: FeedRequest): Promise<FeedPage>;
  /** null when there is none with this id. */
  byId(id: string): Promise<Announcement | null>;
  /** Those of the ward with one of these codes ("TB-7K2M9"), in no order. */
  byCodes(ward: string, codes: readonly string[]): Promise<readonly Announcement[]>;
  /** The newest of the ward and all its groups, newest first. */
  recent(ward: string, limit: number): Promise<readonly Announcement[]>;
  /** Which of these the person has read. */
  readBy(subject: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** The first time counts; again is not an error. `at`: epoch ms. */
  markRead(id: string, subject: string, at: number): Promise<void>;
}

export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

export interface NewAnnouncement {
  readonly ward: string;
  /** Ids of neighbourhood groups; [] = the whole ward. */
  readonly groups: readonly string[];
  readonly kind: AnnouncementKind;
  readonly title: string;
  readonly body: string;
  /** An office: "UBND phường". */
  readonly sender: string;
  /** Epoch ms. */
  readonly publishedAt: number;
  readonly event: AnnouncedEvent | null;
}

/** `startsAt`: epoch ms. */
export interface AnnouncedEvent {
  readonly startsAt: number;
  readonly place: string | null;
}

export interface Announcement extends NewAnnouncement {
  readonly id: string;
  /** "TB-7K2M9": five letters and digits that are not mistaken for each other. */
  readonly code: string;
  readonly correctedAt: number | null;
  /** Invented for a demonstration; there is none outside demo mode. */
  readonly demo: boolean;
}

export interface FeedRequest {
  readonly ward: string;
  readonly group: string | null;
  readonly limit: number;
  /** From the page before; null = from the newest. */
  readonly after: FeedPlace | null;
}

/** Where a page ended. */
export interface FeedPlace {
  readonly publishedAt: number;
  readonly id: string;
}

export interface FeedPage {
  readonly announcements: readonly Announcement[];
  /** null = that was all. */
  readonly next: FeedPlace | null;
}
