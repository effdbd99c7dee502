import * as z from 'zod';
import { ALARM_KINDS } from '../../ports/alarms.ts';
import { SEND_PATHS } from '../../ports/zalo-oa.ts';
import { MESSAGE_STATUSES, type Tables } from './tables.ts';

const text = z.string();
const maybe = z.string().nullable();
const int = z.int();
const time = z.int().nullable();

/**
 * The rows of an export, table by table, independent of the database that holds them. `oaTokens` is left out on purpose:
 * whoever has such a file could speak as the ward; the account is authorised anew instead.
 */
export const rowSchemas = {
  conversations: z.strictObject({ id: text, ward: text, topic: text, updatedAt: int }),
  inboxEvents: z.strictObject({
    ...{ id: text, threadId: maybe, oaId: maybe, userId: maybe, event: maybe },
    ...{ at: time, dueAt: time, acceptedAt: int, position: int },
  }),
  chatThreads: z.strictObject({
    ...{ id: text, oaId: text, userId: text, state: maybe, dueAt: time },
    ...{ claimToken: maybe, leaseUntil: time, attempt: int, lastMessageAt: int },
  }),
  outboxMessages: z.strictObject({
    ...{ id: text, threadId: text, oaId: text, userId: text, kind: z.enum(['reply']), text: maybe, part: int },
    // An export of an earlier version has no choices.
    ...{
      createdAt: int,
      expiresAt: int,
      topic: maybe,
      choices: maybe.default(null),
      status: z.enum(MESSAGE_STATUSES),
      dueAt: int,
    },
    ...{ claimToken: maybe, claimedAt: time, leaseUntil: time, attempts: int, triedAt: time, verdict: maybe },
    ...{ messageId: maybe, sentAt: time, receivedAt: time, seenAt: time },
  }),
  officialAccounts: z.strictObject({
    ...{ id: text, type: time, sendPath: z.enum(SEND_PATHS), pausedUntil: time, requestsPerMinute: time },
  }),
  alarms: z.strictObject({
    ...{ id: text, kind: z.enum(ALARM_KINDS), subject: text, advice: text, since: int, lastAt: int, count: int },
  }),
} satisfies { [Name in Exclude<keyof Tables, 'oaTokens'>]: z.ZodType<Tables[Name]['$inferSelect']> };

export type ExportedTable = keyof typeof rowSchemas;

/** One stored row, as a line of an export. */
export type StateLine = { [Name in ExportedTable]: { table: Name; row: Tables[Name]['$inferSelect'] } }[ExportedTable];

const line = <const Name extends ExportedTable>(table: Name) =>
  z.strictObject({ table: z.literal(table), row: rowSchemas[table] });

export const stateLineSchema: z.ZodType<StateLine> = z.discriminatedUnion('table', [
  line('conversations'),
  line('inboxEvents'),
  line('chatThreads'),
  line('outboxMessages'),
  line('officialAccounts'),
  line('alarms'),
]) as unknown as z.ZodType<StateLine>;
