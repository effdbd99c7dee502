import type { AnnouncementKind } from '@phuong-so/shared/domain/broadcast';
import type { Channel } from '@phuong-so/shared/domain/delivery';

/** Which form of announcement reaches people: sums over a ward, nobody named. */
export interface ReachFigures {
  /** Of what was published from `from` until before `until`, epoch ms. */
  of(request: ReachRequest): Promise<WardReach>;
}

export interface ReachRequest {
  readonly ward: string;
  readonly from: number;
  readonly until: number;
  /** Accounts that serve this ward alone: their chats belong to it. */
  readonly oaIds: readonly string[];
}

export interface WardReach {
  readonly broadcasts: number;
  /** First messages, not corrections. Who answered counts under each channel by which it came. */
  readonly byChannel: readonly {
    readonly channel: Channel;
    readonly sent: number;
    readonly seen: number;
    readonly answered: number;
  }[];
  /** Each person once for each announcement. */
  readonly byKind: readonly KindReach[];
  /** First reads by the hour of the day in Vietnam, 0 to 23. */
  readonly readsByHour: readonly { readonly hour: number; readonly reads: number }[];
  /** People of the ward who mute a kind, now. */
  readonly muted: ReadonlyMap<AnnouncementKind, number>;
  /** People of the ward who have said that the account shall send nothing unasked, now. */
  readonly unsubscribed: number;
}

export interface KindReach {
  readonly kind: AnnouncementKind;
  readonly people: number;
  readonly seen: number;
  readonly answered: number;
}
