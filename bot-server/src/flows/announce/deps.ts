import type { AnnouncementTemplate } from '@phuong-so/shared/content/announcement-templates';
import type { Actor, ApprovalSetting, Broadcast } from '@phuong-so/shared/domain/broadcast';
import type { IsHoliday } from '@phuong-so/shared/domain/sending-hours';
import type { WardNames } from '../../announcements/office.ts';
import type { RefusalReason } from '../../announcements/refusals.ts';
import type { Audience } from '../../ports/audience.ts';
import type { Broadcasts } from '../../ports/broadcasts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Deliveries } from '../../ports/deliveries.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { NoticeWishes } from '../../ports/notice-wishes.ts';
import type { People } from '../../ports/people.ts';
import type { ScamSigns } from '../../scam-check/compile-signs.ts';
import type { AroundDeps } from '../around-announcement.ts';
import type { WardChannels } from '../prepare-announcement.ts';

/** What writing, sending and answering announcements needs: the same in the app and in chat. */
export interface AnnounceDeps extends AroundDeps {
  readonly broadcasts: Broadcasts;
  readonly deliveries: Deliveries;
  readonly audience: Audience;
  readonly wishes: NoticeWishes;
  readonly people: People;
  /** The scheduler's: what is due by it goes out. */
  readonly clock: Clock;
  readonly isHoliday: IsHoliday;
  readonly channels: (ward: string) => WardChannels;
  /** Announcements a second to one account; null = as fast as Zalo answers. */
  readonly perSecond: number | null;
  /** null for a ward that there is not. */
  readonly ward: (key: string) => AnnouncingWard | null;
  readonly scamSigns: ScamSigns;
  readonly templates: readonly AnnouncementTemplate[];
  readonly metrics: Pick<Metrics, 'count'>;
}

export interface AnnouncingWard extends WardNames {
  readonly approval: ApprovalSetting;
}

/** Who acts, by the right that holds at this moment; `demo`: a persona of the demonstration. */
export interface DeskActor extends Actor {
  readonly demo: boolean;
}

/** One press of a button. `key`: the same press sent twice is one. `version`: what the person saw; null = whatever it is. */
export interface Press {
  readonly key: string | null;
  readonly version: number | null;
}

export type Outcome =
  | { readonly kind: 'done'; readonly broadcast: Broadcast }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

export const refuse = (reason: RefusalReason) => ({ kind: 'refused', reason }) as const;
