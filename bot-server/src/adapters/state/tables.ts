import { MESSAGE_KINDS } from '@phuong-so/shared/domain/chat';
import { ALARM_KINDS } from '../../ports/alarms.ts';
import { SEND_PATHS } from '../../ports/zalo-oa.ts';
import type { Kit } from './kit.sqlite.ts';
import { announcementTables } from './tables-announcements.ts';
import { attachmentTables } from './tables-attachments.ts';
import { broadcastTables } from './tables-broadcasts.ts';
import { learningTables } from './tables-learning.ts';
import { peopleTables } from './tables-people.ts';
import { workTables } from './tables-work.ts';

export const MESSAGE_STATUSES = ['pending', 'sent', 'dead'] as const;

/**
 * Every table of the state, written once for both databases. Ids are made in code; nothing is ordered by text that a
 * person sees; JSON stands in text columns that only its repository reads.
 */
export function defineTables(kit: Kit) {
  return {
    ...chatTables(kit),
    ...outboxTable(kit),
    ...accountTables(kit),
    ...peopleTables(kit),
    ...announcementTables(kit),
    ...broadcastTables(kit),
    ...attachmentTables(kit),
    ...learningTables(kit),
    ...workTables(kit),
  };
}

export type Tables = ReturnType<typeof defineTables>;

function chatTables({ table, index, id, text, json, int, ms }: Kit) {
  return {
    /** What each conversation was last about: resolved ids as JSON, never the words of a message. */
    conversations: table('conversations', {
      id: id(),
      ward: text('ward').notNull(),
      topic: json('topic').notNull(),
      updatedAt: ms('updated_at').notNull(),
    }),

    /**
     * Events of chats. One that is done or erased keeps its id, so that a repeated delivery is known, and when it came;
     * `thread_id` is null then and nothing tells whose it was.
     */
    inboxEvents: table(
      'inbox_events',
      {
        id: id(),
        threadId: text('thread_id'),
        oaId: text('oa_id'),
        userId: text('user_id'),
        event: json('event'),
        at: ms('at'),
        dueAt: ms('due_at'),
        acceptedAt: ms('accepted_at').notNull(),
        /** Tells apart what one process accepted in the same millisecond. */
        position: int('position').notNull(),
      },
      (t) => [index('inbox_events_thread').on(t.threadId, t.dueAt), index('inbox_events_accepted').on(t.acceptedAt)],
    ),

    /** `due_at` is the earliest of the thread's waiting events; null when none waits. `state` is null until a first finish. */
    chatThreads: table(
      'chat_threads',
      {
        id: id(),
        oaId: text('oa_id').notNull(),
        userId: text('user_id').notNull(),
        state: json('state'),
        dueAt: ms('due_at'),
        claimToken: text('claim_token'),
        leaseUntil: ms('lease_until'),
        attempt: int('attempt').notNull(),
        lastMessageAt: ms('last_message_at').notNull(),
        /** The ward chosen in the chat, and the two times of `Contact`: kept beside `state` to be queried. */
        ward: text('ward'),
        interactedAt: ms('interacted_at'),
        leftAt: ms('left_at'),
      },
      (t) => [index('chat_threads_due').on(t.dueAt)],
    ),
  };
}

function outboxTable({ table, index, id, text, json, choice, int, ms }: Kit) {
  return {
    /** Messages to people. A settled one has lost its words. `tried_at`: since when one of its tries may have arrived. */
    outboxMessages: table(
      'outbox_messages',
      {
        id: id(),
        threadId: text('thread_id').notNull(),
        oaId: text('oa_id').notNull(),
        userId: text('user_id').notNull(),
        kind: choice('kind', MESSAGE_KINDS).notNull(),
        text: text('text'),
        part: int('part').notNull(),
        createdAt: ms('created_at').notNull(),
        expiresAt: ms('expires_at').notNull(),
        topic: json('topic'),
        /** null = none; also null in a row that an earlier version wrote. */
        choices: json('choices'),
        status: choice('status', MESSAGE_STATUSES).notNull(),
        dueAt: ms('due_at').notNull(),
        claimToken: text('claim_token'),
        claimedAt: ms('claimed_at'),
        leaseUntil: ms('lease_until'),
        attempts: int('attempts').notNull(),
        triedAt: ms('tried_at'),
        verdict: text('verdict'),
        messageId: text('message_id'),
        sentAt: ms('sent_at'),
        receivedAt: ms('received_at'),
        seenAt: ms('seen_at'),
      },
      (t) => [
        index('outbox_messages_waiting').on(t.status, t.oaId, t.createdAt, t.part, t.id),
        index('outbox_messages_thread').on(t.threadId, t.status, t.createdAt),
      ],
    ),
  };
}

function accountTables({ table, id, text, choice, int, ms, flag }: Kit) {
  return {
    /** One row for each account; the token columns are null while it is only locked, before a first authorisation. */
    oaTokens: table('oa_tokens', {
      id: id(),
      accessToken: text('access_token'),
      refreshToken: text('refresh_token'),
      obtainedAt: ms('obtained_at'),
      expiresAt: ms('expires_at'),
      usedAt: ms('used_at'),
      refused: flag('refused').notNull(),
      lockToken: text('lock_token'),
      lockedUntil: ms('locked_until'),
    }),

    officialAccounts: table('official_accounts', {
      id: id(),
      type: int('type'),
      sendPath: choice('send_path', SEND_PATHS).notNull(),
      pausedUntil: ms('paused_until'),
      requestsPerMinute: int('requests_per_minute'),
    }),

    alarms: table('alarms', {
      id: id(),
      kind: choice('kind', ALARM_KINDS).notNull(),
      subject: text('subject').notNull(),
      advice: text('advice').notNull(),
      since: ms('since').notNull(),
      lastAt: ms('last_at').notNull(),
      count: int('count').notNull(),
    }),
  };
}
