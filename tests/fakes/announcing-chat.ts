import { type ApprovalSetting, NO_APPROVAL } from '@phuong-so/shared/domain/broadcast';
import type { ChatEvent, ChatThread } from '@phuong-so/shared/domain/chat';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateLinkCodes } from '../../bot-server/src/adapters/state/repos/link-codes.ts';
import { stateNoticeWishes } from '../../bot-server/src/adapters/state/repos/notice-wishes.ts';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { answerNextChat } from '../../bot-server/src/flows/answer-next-chat.ts';
import { converse } from '../../bot-server/src/flows/converse.ts';
import { bareDeps } from '../fixtures/chat.ts';
import { announcingInChat } from './announce-deps.ts';
import { announcingDesk } from './announcing-desk.ts';
import { chatEvent } from './chat-samples.ts';
import type { DeskOptions } from './delivery-desk.ts';
import { OA } from './delivery-desk.ts';

const GROUPS = [
  { id: 'to-5', name: 'Tổ dân phố 5' },
  { id: 'to-6', name: 'Tổ dân phố 6' },
];

export type AnnouncingChat = Awaited<ReturnType<typeof announcingChat>>;

/**
 * The announcing desk with people who write to it: what they type goes through the inbox, the answer through the outbox and
 * the simulated Zalo onto their phones. Ward "w" has two groups; "zalo:official" and "zalo:leader" hold their rights.
 */
export async function announcingChat(
  service: Service,
  options: DeskOptions & { readonly approval?: Partial<ApprovalSetting> } = {},
) {
  const desk = await announcingDesk(options);
  const { state, clock, chats, control, people } = desk;
  const approval = { ...NO_APPROVAL, ...options.approval };
  const ward = (key: string) => (key === 'w' ? { name: 'phường Sao Mai', groups: GROUPS, approval } : null);
  const inChat = announcingInChat({ state, clock, scamSigns: service.scamSigns, ward, oaIds: [OA] });
  const plans = service.index.current();
  const facts = plans.ward(plans.wards()[0]?.key ?? '');
  const deps = {
    ...bareDeps(service),
    ...inChat,
    index: {
      wards: () => [{ ...plans.wards()[0], key: 'w', name: 'phường Sao Mai' }] as ReturnType<typeof plans.wards>,
      ward: () => facts && { ...facts, profile: { ...facts.profile, key: 'w', groups: GROUPS } },
    },
    settings: { ward: 'w', oaName: 'Phường Số', staffQuietMinutes: 60, questionsPerMinute: 100 },
  };
  const answering = {
    ...{ chats, clock, outbox: desk.outbox, deliveries: desk.deliveries, alarms: desk.alarms, metrics: desk.metrics },
    converse: (claim: Parameters<typeof converse>[1]) => converse(deps, claim),
    onMessages: () => {},
    onError: (error: unknown) => {
      throw error;
    },
  };
  let written = 0;
  async function settle(): Promise<void> {
    while (await answerNextChat(answering));
    await desk.sendDue();
  }
  const chat = {
    ...{ ...desk, deps, wishes: stateNoticeWishes(state) },
    /** What the person types, a second after what was before, and what the assistant then says. */
    async say(userId: string, ...lines: readonly (string | { text: string; quotes: string })[]): Promise<string[]> {
      const before = control.delivered(userId).length;
      const events = lines.map((line) => {
        clock.advance(1_000);
        written += 1;
        const at = clock.now().getTime();
        control.person(userId).set({ lastInteractionAt: at });
        const said = typeof line === 'string' ? { text: line } : { text: line.text, quotedMessageId: line.quotes };
        return chatEvent(`${written}`, { oaId: OA, userId, at, ...said });
      });
      await chats.accept(events, 0);
      await settle();
      return control
        .delivered(userId)
        .slice(before)
        .map(({ text }) => text);
    },
    /** One turn by itself: nothing of the thread or the messages is kept. */
    turn: (thread: ChatThread, ...events: ChatEvent[]) =>
      converse(deps, { thread, events, now: clock.now().getTime() + 1_000 }),
    /** Somebody who has been greeted, and lives in the group that is named. */
    async neighbour(userId: string, group: string | null = null, subject = `zalo:app-${userId}`): Promise<void> {
      await people.choose(subject, { ward: 'w', group });
      await chat.link(userId, subject);
      await chat.say(userId, 'xin chào');
      // A greeting alone is given some seconds for the question.
      clock.advance(60_000);
      await settle();
    },
    /** The chat is proven to be this person's of the Mini App. */
    async link(userId: string, subject: string): Promise<void> {
      const codes = stateLinkCodes(state, clock, randomIds);
      const { code } = await codes.forChat({ oaId: OA, userId });
      await codes.redeem(subject, code);
    },
    /** What is on the phone now that was not said in answer to anything. */
    last: (userId: string) => control.delivered(userId).at(-1)?.text ?? '',
    lastId: (userId: string) => control.delivered(userId).at(-1)?.messageId ?? '',
    all: async () =>
      (await desk.broadcasts.list({ ward: 'w', group: null, state: null, limit: 50, after: null })).broadcasts,
  };
  return chat;
}
