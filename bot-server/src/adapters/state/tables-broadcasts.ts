import { ANNOUNCEMENT_KINDS } from '@phuong-so/shared/contracts/announcements';
import {
  ANSWERS,
  BROADCAST_ACTS,
  BROADCAST_STATES,
  CHANNELS,
  DELIVERY_STATES,
  REPEAT_RULES,
  REPLY_ASKS,
  UNREACHED_REASONS,
  WRONG_REASONS,
} from '@phuong-so/shared/contracts/broadcasts';
import type { Kit } from './kit.sqlite.ts';

/** How announcements are written, approved and sent, and what came back. What is published stands in `announcements`. */
export function broadcastTables(kit: Kit) {
  return { ...writingTables(kit), ...wordingTables(kit), ...deliveryTable(kit), ...echoTables(kit) };
}

function writingTables({ table, index, unique, id, text, json, choice, int, ms, flag }: Kit) {
  return {
    /** `id` is the announcement's from the first draft on. `due_at`: when the scheduler looks at it; null = never. */
    broadcasts: table(
      'broadcasts',
      {
        id: id(),
        code: text('code').notNull(),
        ward: text('ward').notNull(),
        groups: json('groups').notNull(),
        kind: choice('kind', ANNOUNCEMENT_KINDS).notNull(),
        title: text('title').notNull(),
        body: text('body').notNull(),
        eventAt: ms('event_at'),
        eventPlace: text('event_place'),
        asks: choice('asks', REPLY_ASKS).notNull(),
        sendAt: ms('send_at'),
        repeat: choice('repeat', REPEAT_RULES).notNull(),
        anchor: ms('anchor'),
        emergencyReason: text('emergency_reason'),
        attachment: text('attachment'),
        state: choice('state', BROADCAST_STATES).notNull(),
        sender: text('sender').notNull(),
        createdBy: text('created_by').notNull(),
        revision: int('revision').notNull(),
        version: int('version').notNull(),
        note: text('note'),
        approveUntil: ms('approve_until'),
        pressKey: text('press_key'),
        createdAt: ms('created_at').notNull(),
        sentAt: ms('sent_at'),
        demo: flag('demo').notNull(),
        dueAt: ms('due_at'),
        claimToken: text('claim_token'),
        leaseUntil: ms('lease_until'),
        /** How far the audience of this revision has been made into deliveries; null = wholly, or nothing yet to make. */
        preparing: text('preparing'),
        prepared: int('prepared').notNull(),
      },
      (t) => [
        unique('broadcasts_code').on(t.ward, t.code),
        index('broadcasts_ward').on(t.ward, t.createdAt, t.id),
        index('broadcasts_due').on(t.dueAt),
      ],
    ),
  };
}

function wordingTables({ table, index, id, text, choice, int, ms }: Kit) {
  return {
    /** The words of each revision that was published. `id` is announcement and revision. */
    broadcastRevisions: table(
      'broadcast_revisions',
      {
        id: id(),
        broadcastId: text('broadcast_id').notNull(),
        revision: int('revision').notNull(),
        title: text('title').notNull(),
        body: text('body').notNull(),
        eventAt: ms('event_at'),
        eventPlace: text('event_place'),
        at: ms('at').notNull(),
      },
      (t) => [index('broadcast_revisions_of').on(t.broadcastId)],
    ),

    /** What was done to a broadcast. `by_subject` is "" once that person has been erased; the office stays. */
    broadcastLog: table(
      'broadcast_log',
      {
        id: id(),
        broadcastId: text('broadcast_id').notNull(),
        at: ms('at').notNull(),
        act: choice('act', BROADCAST_ACTS).notNull(),
        bySubject: text('by_subject').notNull(),
        office: text('office').notNull(),
        note: text('note'),
        revision: int('revision').notNull(),
        /** The broadcast's after it: the order in which things were done. */
        version: int('version').notNull(),
      },
      (t) => [index('broadcast_log_of').on(t.broadcastId, t.version), index('broadcast_log_by').on(t.bySubject)],
    ),
  };
}

function deliveryTable({ table, index, unique, id, text, choice, int, ms }: Kit) {
  return {
    /**
     * One announcement on its way to one person by one channel. `recipient`: the person's id, see `Resident`, or "gmf:<group
     * chat>". `due_at` of an uncertain one: when the conversation is looked into; null = it has been.
     */
    deliveries: table(
      'deliveries',
      {
        id: id(),
        broadcastId: text('broadcast_id').notNull(),
        revision: int('revision').notNull(),
        recipient: text('recipient').notNull(),
        channel: choice('channel', CHANNELS).notNull(),
        groupId: text('group_id'),
        oaId: text('oa_id'),
        userId: text('user_id'),
        state: choice('state', DELIVERY_STATES).notNull(),
        reason: choice('reason', UNREACHED_REASONS),
        /** 0 = an emergency, 1 = anything else. */
        priority: int('priority').notNull(),
        dueAt: ms('due_at'),
        /** Not sent from then on: the window for messages closes. */
        expiresAt: ms('expires_at'),
        claimToken: text('claim_token'),
        claimedAt: ms('claimed_at'),
        leaseUntil: ms('lease_until'),
        attempts: int('attempts').notNull(),
        /** The revision whose words were sent. */
        toldRevision: int('told_revision'),
        messageId: text('message_id'),
        sentAt: ms('sent_at'),
        receivedAt: ms('received_at'),
        seenAt: ms('seen_at'),
        verdict: text('verdict'),
      },
      (t) => [
        unique('deliveries_once').on(t.broadcastId, t.revision, t.recipient, t.channel),
        index('deliveries_queue').on(t.oaId, t.state, t.priority, t.dueAt, t.id),
        index('deliveries_message').on(t.messageId),
        index('deliveries_recipient').on(t.recipient),
        index('deliveries_state').on(t.broadcastId, t.state),
      ],
    ),
  };
}

function echoTables({ table, index, id, text, json, choice, int, ms, flag }: Kit) {
  return {
    /** `id` is announcement and recipient. */
    broadcastAnswers: table(
      'broadcast_answers',
      {
        id: id(),
        broadcastId: text('broadcast_id').notNull(),
        recipient: text('recipient').notNull(),
        answer: choice('answer', ANSWERS).notNull(),
        people: int('people').notNull(),
        at: ms('at').notNull(),
      },
      (t) => [index('broadcast_answers_of').on(t.broadcastId), index('broadcast_answers_recipient').on(t.recipient)],
    ),

    /** "Tin này sai". `id` is announcement and recipient. */
    wrongReports: table(
      'wrong_reports',
      {
        id: id(),
        broadcastId: text('broadcast_id').notNull(),
        recipient: text('recipient').notNull(),
        why: choice('why', WRONG_REASONS).notNull(),
        at: ms('at').notNull(),
      },
      (t) => [index('wrong_reports_of').on(t.broadcastId), index('wrong_reports_recipient').on(t.recipient)],
    ),

    /** What a person wants to be sent. `id`: the person's, see `Resident`. */
    noticeChoices: table('notice_choices', {
      id: id(),
      muted: json('muted').notNull(),
      chat: flag('chat').notNull(),
      updatedAt: ms('updated_at').notNull(),
    }),
  };
}
