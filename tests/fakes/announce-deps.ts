import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateAudience } from '../../bot-server/src/adapters/state/repos/audience.ts';
import { stateBroadcasts } from '../../bot-server/src/adapters/state/repos/broadcasts.ts';
import { stateDeliveries } from '../../bot-server/src/adapters/state/repos/deliveries.ts';
import { stateNoticeWishes } from '../../bot-server/src/adapters/state/repos/notice-wishes.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import { stateRights } from '../../bot-server/src/adapters/state/repos/rights.ts';
import type { State } from '../../bot-server/src/adapters/state/state.ts';
import type { AnnouncingWard } from '../../bot-server/src/flows/announce/deps.ts';
import { announceInChat, type ChatDeskDeps } from '../../bot-server/src/flows/announce/in-chat.ts';
import { noticesInChat } from '../../bot-server/src/flows/announce/notices-in-chat.ts';
import type { Clock } from '../../bot-server/src/ports/clock.ts';
import type { ScamSigns } from '../../bot-server/src/scam-check/compile-signs.ts';

export interface AnnouncingWorld {
  readonly state: State;
  readonly clock: Clock;
  readonly scamSigns: ScamSigns;
  /** null for a ward that there is not. */
  readonly ward: (key: string) => AnnouncingWard | null;
  readonly oaIds: readonly string[];
}

/** What announcements need, over a state: no holidays, no pace, the chat as the only channel beside the app's list. */
export function announceDeps({ state, clock, scamSigns, ward, oaIds }: AnnouncingWorld): ChatDeskDeps {
  return {
    broadcasts: stateBroadcasts(state, randomIds, { demo: false }),
    deliveries: stateDeliveries(state, randomIds),
    audience: stateAudience(state),
    wishes: stateNoticeWishes(state),
    people: statePeople(state, clock),
    rights: stateRights(state, clock, randomIds),
    ...{ clock, scamSigns, ward, isHoliday: () => false, perSecond: null },
    channels: () => ({ oa: true, mini_app: false, zbs: false, groupChats: [], oaIds }),
    ...{ template: () => null, wardName: (key: string) => ward(key)?.name ?? null, announcementLink: () => null },
    ...{ attachment: async () => null, templates: [], metrics: { count: () => {} } },
  };
}

/** The same as the chat uses it. */
export function announcingInChat(world: AnnouncingWorld) {
  const deps = announceDeps(world);
  return { announcing: announceInChat(deps), notices: noticesInChat(deps) };
}
