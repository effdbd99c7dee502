import { newThread } from '@phuong-so/shared/domain/chat';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateChatStore } from '../../bot-server/src/adapters/state/repos/chat-store.ts';
import { stateClasses } from '../../bot-server/src/adapters/state/repos/classes.ts';
import { stateLearning } from '../../bot-server/src/adapters/state/repos/learning.ts';
import { stateLinkCodes } from '../../bot-server/src/adapters/state/repos/link-codes.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import { stateReportDrafts } from '../../bot-server/src/adapters/state/repos/report-drafts.ts';
import { stateRights } from '../../bot-server/src/adapters/state/repos/rights.ts';
import { stateWork } from '../../bot-server/src/adapters/state/repos/work.ts';
import { stateWorkReminders } from '../../bot-server/src/adapters/state/repos/work-reminders.ts';
import { type RemindersDeps, sendReminders } from '../../bot-server/src/flows/send-reminders.ts';
import type { NoticeDeps } from '../../bot-server/src/learning/notices/deps.ts';
import { type DeskOptions, deliveryDesk, OA } from './delivery-desk.ts';

/** Everything that tells people unasked, on a real database, with sending against a simulated Zalo. */
export async function noticeDesk(options: DeskOptions = {}, change: Partial<NoticeDeps> = {}) {
  // Nothing goes wrong here: a busy machine must not look as if something did.
  const desk = await deliveryDesk({ patienceMs: 20_000, ...options });
  const { state, clock, control, outbox } = desk;
  const classes = stateClasses(state, randomIds, { demo: false });
  const learning = stateLearning(state, { demo: false, wardOfAccount: () => 'w' });
  const people = statePeople(state, clock);
  const chats = stateChatStore(state, clock, randomIds);
  const codes = stateLinkCodes(state, clock, randomIds);
  const notices: NoticeDeps = {
    ...{ classes, learning, people, chats, outbox, clock, paid: false, library: { courses: [] } },
    accounts: [{ oaId: OA, ward: 'w' }],
    wardName: () => 'phường Mẫu',
    ...change,
  };
  const deps: RemindersDeps = {
    ...notices,
    officials: {
      ...{ ...notices, wards: () => [], ward: () => null },
      reportDrafts: stateReportDrafts(state, randomIds, { demo: false }),
      work: stateWork(state, randomIds, { demo: false }),
      reminders: stateWorkReminders(state, randomIds),
      rights: stateRights(state, clock, randomIds),
    },
  };
  return {
    ...{ ...desk, classes, learning, people, chats, deps },
    /** The person writes, and the assistant has answered: Zalo and we both know when they last did. */
    async writes(userId: string, change: object = {}): Promise<void> {
      control.person(userId).writes('Cho bác hỏi');
      const at = clock.now().getTime();
      const event = {
        id: `${userId} ${at}`,
        oaId: OA,
        userId,
        kind: 'text' as const,
        text: 'x',
        messageIds: [],
        quotedMessageId: null,
        at,
      };
      await chats.accept([event], at);
      const claim = await chats.claim(at, 1_000);
      if (claim === null) throw new Error('nothing to claim');
      const thread = { ...newThread({ oaId: OA, userId }), lastMessageAt: at, greetedAt: at, ...change };
      await chats.finish(claim, { thread, messages: [] });
    },
    /** The chat is proven to be theirs. */
    joins: async (subject: string, userId: string) =>
      codes.redeem(subject, (await codes.forChat({ oaId: OA, userId })).code),
    /** What the worker does in a minute; then all that is due is sent. Gives how many messages were made. */
    async minute(): Promise<number> {
      const made = await sendReminders(deps);
      await desk.sendDue();
      return made;
    },
  };
}

export type NoticeDesk = Awaited<ReturnType<typeof noticeDesk>>;
