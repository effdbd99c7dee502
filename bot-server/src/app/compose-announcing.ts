import { systemClock } from '../adapters/clock/system-clock.ts';
import { randomIds } from '../adapters/ids/random-ids.ts';
import { stateAudience } from '../adapters/state/repos/audience.ts';
import { stateBroadcasts } from '../adapters/state/repos/broadcasts.ts';
import { stateDeliveries } from '../adapters/state/repos/deliveries.ts';
import { stateRights } from '../adapters/state/repos/rights.ts';
import { AnnouncementWords } from '../flows/announcement-words.ts';
import type { WardChannels } from '../flows/prepare-announcement.ts';
import type { Holidays } from '../ports/holidays.ts';
import type { Service } from './compose.ts';
import type { Config } from './config.ts';

export interface AnnouncingSources {
  /** Accounts that can send; `ward` null = it serves several, and each person has chosen one. */
  readonly accounts: readonly { readonly oaId: string; readonly ward: string | null }[];
  readonly holidays: Holidays;
  /** Announcements a second; null = as fast as Zalo answers. */
  readonly perSecond: number | null;
}

/** What writing, planning and sending announcements need of the state and the configuration. */
export function composeAnnouncing({ demo }: Config, { state, index }: Service, sources: AnnouncingSources) {
  const { accounts, holidays, perSecond } = sources;
  const channels = (ward: string): WardChannels => {
    const oaIds = accounts.flatMap((account) => (account.ward === ward ? [account.oaId] : []));
    // Notifications of the Mini App and template messages are not configured anywhere yet: nobody is told that they go.
    return { oa: accounts.some((one) => one.ward === ward || one.ward === null), mini_app: false, zbs: false, oaIds };
  };
  const broadcasts = stateBroadcasts(state, randomIds, { demo });
  const wardName = (ward: string) => index.current().ward(ward)?.profile.name ?? null;
  return {
    broadcasts,
    words: new AnnouncementWords({ broadcasts, wardName }),
    deliveries: stateDeliveries(state, randomIds),
    audience: stateAudience(state),
    rights: stateRights(state, systemClock, randomIds),
    channels,
    isHoliday: (day: string) => holidays.on(day) !== null,
    wardName,
    perSecond,
  };
}
