import { type AdvancingDeps, advanceBroadcasts } from '../flows/advance-broadcasts.ts';
import { type AnswerChatDeps, answerNextChat } from '../flows/answer-next-chat.ts';
import { AccountSender, type SendingDeps } from '../flows/send-due-messages.ts';
import { type Pause, type Repeating, repeat } from './repeat.ts';

export interface WorkerDeps {
  readonly answering: Omit<AnswerChatDeps, 'onMessages'>;
  /** Chats that are answered side by side: whoever sent a long recording keeps nobody else waiting. */
  readonly answersAtOnce: number;
  readonly sending: SendingDeps;
  readonly announcing: Omit<AdvancingDeps, 'onPrepared'>;
  /** Accounts that this process sends for, and the Mini App's notifications where there are any. */
  readonly lanes: readonly string[];
  /** Done when the worker starts and then every minute: tokens are kept fresh, what is old is forgotten. */
  readonly keepHouse: () => Promise<void>;
  /** Done every minute: gives how many messages to people it has put into the outbox. */
  readonly sendReminders: () => Promise<number>;
}

export interface Worker {
  /** Finishes what has begun; what is left waits in the database. */
  stop(): Promise<void>;
}

/**
 * How long a sender looks away: messages made in this process wake it, but what waits for its pace or for a retry wakes
 * nobody. Every look asks the database four times for each account: 20 times a second, five idle accounts took half a core.
 */
const SENDER_PAUSES: Pause = { shortest: 20, longest: 320 };
/** Chats become due by the clock, which wakes nobody: one small query decides how late their answer begins. */
const LOOKS_FOR_CHATS_EVERY_MS = 15;
/** What is scheduled goes within a second of its time. */
const LOOKS_FOR_BROADCASTS_EVERY_MS = 500;
const HOUSE_EVERY_MS = 60_000;
const REMINDERS_EVERY_MS = 60_000;

/** Answers chats, sends messages and announcements until it is stopped. Any number of workers may share one database. */
export function startWorker(deps: WorkerDeps): Worker {
  const { answering, sending, announcing, lanes, keepHouse, sendReminders } = deps;
  const senders = new Map<string, { sender: AccountSender; loop: Repeating }>();
  for (const oaId of lanes) {
    const sender = new AccountSender(sending, oaId, () => senders.get(oaId)?.loop.wake());
    senders.set(oaId, { sender, loop: repeat(() => sender.start(), SENDER_PAUSES, sending.onError) });
  }
  const onMessages = (oaId: string) => {
    senders.get(oaId)?.sender.expectReplies();
    senders.get(oaId)?.loop.wake();
  };
  const answers = Array.from({ length: deps.answersAtOnce }, () =>
    repeat(() => answerNextChat({ ...answering, onMessages }), LOOKS_FOR_CHATS_EVERY_MS, answering.onError),
  );
  const reminders = repeat(
    async () => {
      if ((await sendReminders()) > 0) for (const { loop } of senders.values()) loop.wake();
      return false;
    },
    REMINDERS_EVERY_MS,
    answering.onError,
  );
  const onPrepared = () => {
    for (const { loop } of senders.values()) loop.wake();
  };
  const announcements = repeat(
    () => advanceBroadcasts({ ...announcing, onPrepared }),
    LOOKS_FOR_BROADCASTS_EVERY_MS,
    announcing.onError,
  );
  const house = repeat(() => keepHouse().then(() => false), HOUSE_EVERY_MS, answering.onError);
  return {
    async stop() {
      await Promise.all([
        ...answers.map((one) => one.stop()),
        reminders.stop(),
        announcements.stop(),
        house.stop(),
        ...[...senders.values()].map(({ loop }) => loop.stop()),
      ]);
      await Promise.all([...senders.values()].map(({ sender }) => sender.settled()));
    },
  };
}
