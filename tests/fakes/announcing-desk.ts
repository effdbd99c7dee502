import type { Broadcast } from '@phuong-so/shared/domain/broadcast';
import { NO_APPROVAL } from '@phuong-so/shared/domain/broadcast';
import { submit } from '@phuong-so/shared/domain/broadcast-steps';
import { newThread } from '@phuong-so/shared/domain/chat';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateAudience } from '../../bot-server/src/adapters/state/repos/audience.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import { stateRights } from '../../bot-server/src/adapters/state/repos/rights.ts';
import { advanceBroadcasts } from '../../bot-server/src/flows/advance-broadcasts.ts';
import type { WardChannels } from '../../bot-server/src/flows/prepare-announcement.ts';
import type { NewBroadcast } from '../../bot-server/src/ports/broadcasts.ts';
import { newBroadcast } from './broadcast-samples.ts';
import { chatEvent } from './chat-samples.ts';
import { type DeskOptions, deliveryDesk, OA } from './delivery-desk.ts';

/** "Văn phòng" of the ward: may announce to everybody. */
export const OFFICIAL = {
  subject: 'zalo:official',
  role: 'official',
  ward: 'w',
  unit: 'Văn phòng',
  group: null,
} as const;
export const GROUP_LEADER = { subject: 'zalo:leader', role: 'leader', ward: 'w', unit: null, group: 'to-5' } as const;

export type AnnouncingDesk = Awaited<ReturnType<typeof announcingDesk>>;

/** The delivery desk with the scheduler, a ward of one account, an official and a leader. */
export async function announcingDesk(
  options: DeskOptions & { readonly perSecond?: number; readonly channels?: Partial<WardChannels> } = {},
) {
  const desk = await deliveryDesk({ patienceMs: 5_000, ...options });
  const { state, clock, control, broadcasts, deliveries, alarms, metrics, isHoliday } = desk;
  const rights = stateRights(state, clock, randomIds);
  const chats = stateChatStore(state, clock, randomIds);
  const people = statePeople(state, clock);
  for (const { subject, ...right } of [OFFICIAL, GROUP_LEADER]) await rights.give(subject, right, 'test');
  const errors: unknown[] = [];
  const advancing = {
    ...{ broadcasts, deliveries, rights, clock, metrics, alarms, isHoliday, audience: stateAudience(state) },
    channels: () => ({ oa: true, mini_app: false, zbs: false, oaIds: [OA], groupChats: [], ...options.channels }),
    perSecond: options.perSecond ?? null,
    onError: (error: unknown) => void errors.push(error),
    onPrepared: () => {},
  };
  const whole = {
    ...desk,
    ...{ rights, chats, people },
    /** Somebody who wrote so long ago, and whom Zalo knows to have. */
    async resident(userId: string, hoursAgo = 1): Promise<void> {
      const at = clock.now().getTime() - hoursAgo * 3_600_000;
      control.person(userId).set({ lastInteractionAt: at });
      await chats.accept([chatEvent(`${userId} ${at}`, { oaId: OA, userId, at })], 0);
      const claim = await chats.claim(clock.now().getTime(), 1_000);
      if (claim === null) throw new Error('nothing to claim');
      await chats.finish(claim, { thread: { ...newThread(claim.thread), lastMessageAt: at }, messages: [] });
    },
    /** Writes and submits one as the official, or as somebody else. */
    async announce(change: Partial<NewBroadcast> = {}, actor: Parameters<typeof submit>[1] = OFFICIAL) {
      const now = clock.now().getTime();
      const by = { subject: actor.subject, office: 'Văn phòng', at: now };
      const draft = await broadcasts.write(newBroadcast({ groups: [], ...change }), by);
      const step = submit(draft, actor, NO_APPROVAL, now);
      if (step.kind === 'refused') throw new Error(step.reason);
      const taken = await broadcasts.take(draft, { ...step, by });
      if (taken === null) throw new Error('somebody else was faster');
      return taken;
    },
    /** Everything that is due of the scheduler at this moment. */
    async advance(): Promise<void> {
      while (await advanceBroadcasts(advancing));
      if (errors.length > 0) throw errors[0];
    },
    /** Published, prepared, and sent by a clock that goes from one due time to the next. */
    async play(mostMs?: number): Promise<void> {
      await whole.advance();
      await desk.sendAll(mostMs);
      await whole.advance();
    },
    now: async ({ id }: Pick<Broadcast, 'id'>): Promise<Broadcast> => {
      const found = await broadcasts.byId(id);
      if (found === null) throw new Error('no such broadcast');
      return found;
    },
    /** "oa sent 3", … */
    totals: async ({ id }: Pick<Broadcast, 'id'>) =>
      (await deliveries.totals(id))
        .map(({ revision, channel, state: at, reason, count }) =>
          [...(revision > 0 ? [`#${revision}`] : []), channel, at, ...(reason ? [reason] : []), count].join(' '),
        )
        .sort(),
  };
  return whole;
}
