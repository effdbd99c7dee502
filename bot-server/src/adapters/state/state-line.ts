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
import { MESSAGE_KINDS } from '@phuong-so/shared/domain/chat';
import * as z from 'zod';
import { ALARM_KINDS } from '../../ports/alarms.ts';
import { FILE_TYPES } from '../../ports/attachments.ts';
import { AGE_BANDS, CLASS_NOTICES, PLACE_STATES } from '../../ports/classes.ts';
import { GRANTED_ROLES } from '../../ports/rights.ts';
import { SEND_PATHS } from '../../ports/zalo-oa.ts';
import { workRowSchemas } from './state-line-work.ts';
import { MESSAGE_STATUSES, type Tables } from './tables.ts';
import { CODE_KINDS } from './tables-people.ts';

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
    // An export of an earlier version has none of these.
    ...{ ward: maybe.default(null), interactedAt: time.default(null), leftAt: time.default(null) },
  }),
  outboxMessages: z.strictObject({
    ...{ id: text, threadId: text, oaId: text, userId: text, kind: z.enum(MESSAGE_KINDS), text: maybe, part: int },
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
  people: z.strictObject({
    ...{ id: text, ward: maybe, groupId: maybe, notifications: z.boolean(), notificationsAt: time },
    ...{ createdDay: int, lastSeenDay: int, tries: int, triesSince: time },
  }),
  grants: z.strictObject({
    ...{ id: text, subject: text, role: z.enum(GRANTED_ROLES), ward: text, unit: maybe, groupId: maybe },
    ...{ grantedBy: text, grantedAt: int, revokedAt: time },
    // An export of an earlier version knows no heads of units.
    head: z.boolean().nullable().default(null),
  }),
  linkCodes: z.strictObject({
    ...{ id: text, kind: z.enum(CODE_KINDS), expiresAt: int, oaId: maybe, userId: maybe },
    ...{ role: z.enum(GRANTED_ROLES).nullable(), ward: maybe, unit: maybe, groupId: maybe, grantedBy: maybe },
    head: z.boolean().nullable().default(null),
  }),
  personChats: z.strictObject({ id: text, subject: text, oaId: text, userId: text, verifiedAt: int }),
  announcements: z.strictObject({
    ...{ id: text, code: text, ward: text, groupId: maybe, kind: z.enum(ANNOUNCEMENT_KINDS), title: text, body: text },
    ...{ sender: text, publishedAt: int, correctedAt: time, eventAt: time, eventPlace: maybe },
    ...{ demo: z.boolean(), withdrawnAt: time },
  }),
  announcementGroups: z.strictObject({ id: text, announcementId: text, groupId: text }),
  announcementReads: z.strictObject({ id: text, announcementId: text, subject: text, at: int }),
  broadcasts: z.strictObject({
    ...{ id: text, code: text, ward: text, groups: text, kind: z.enum(ANNOUNCEMENT_KINDS), title: text, body: text },
    ...{ eventAt: time, eventPlace: maybe, asks: z.enum(REPLY_ASKS), sendAt: time, repeat: z.enum(REPEAT_RULES) },
    ...{ anchor: time, emergencyReason: maybe, attachment: maybe, state: z.enum(BROADCAST_STATES), sender: text },
    ...{ createdBy: text, revision: int, version: int, note: maybe, approveUntil: time, pressKey: maybe },
    ...{ createdAt: int, sentAt: time, demo: z.boolean(), dueAt: time, claimToken: maybe, leaseUntil: time },
    ...{ preparing: maybe, prepared: int },
  }),
  broadcastRevisions: z.strictObject({
    ...{
      id: text,
      broadcastId: text,
      revision: int,
      title: text,
      body: text,
      eventAt: time,
      eventPlace: maybe,
      at: int,
    },
  }),
  broadcastLog: z.strictObject({
    ...{ id: text, broadcastId: text, at: int, act: z.enum(BROADCAST_ACTS), bySubject: text, office: text },
    ...{ note: maybe, revision: int, version: int },
  }),
  deliveries: z.strictObject({
    ...{ id: text, broadcastId: text, revision: int, recipient: text, channel: z.enum(CHANNELS), groupId: maybe },
    ...{ oaId: maybe, userId: maybe, state: z.enum(DELIVERY_STATES), reason: z.enum(UNREACHED_REASONS).nullable() },
    ...{ priority: int, dueAt: time, expiresAt: time, claimToken: maybe, claimedAt: time, leaseUntil: time },
    ...{ attempts: int, toldRevision: time, messageId: maybe, sentAt: time, receivedAt: time, seenAt: time },
    verdict: maybe,
  }),
  attachments: z.strictObject({
    ...{ id: text, ward: text, createdBy: text, name: text, type: z.enum(FILE_TYPES), createdAt: int },
    demo: z.boolean(),
  }),
  attachmentParts: z.strictObject({ id: text, attachmentId: text, number: int, content: text }),
  broadcastAnswers: z.strictObject({
    ...{ id: text, broadcastId: text, recipient: text, answer: z.enum(ANSWERS), people: int, at: int },
  }),
  wrongReports: z.strictObject({ id: text, broadcastId: text, recipient: text, why: z.enum(WRONG_REASONS), at: int }),
  noticeChoices: z.strictObject({ id: text, muted: text, chat: z.boolean(), updatedAt: int }),
  lessonProgress: z.strictObject({
    ...{ id: text, learner: text, course: text, lesson: text, step: int, finishedAt: time, updatedAt: int },
  }),
  quizAttempts: z.strictObject({
    ...{ id: text, learner: text, course: text, answers: text, right: int, total: int, finishedAt: int },
  }),
  certificates: z.strictObject({
    ...{ id: text, learner: text, course: text, ward: text, name: text, issuedAt: int, demo: z.boolean() },
  }),
  studyReminders: z.strictObject({
    ...{ id: text, oaId: text, userId: text, course: text, dueAt: int, sent: int, agreedAt: int },
  }),
  classes: z.strictObject({
    ...{ id: text, ward: text, groupId: maybe, course: maybe, title: text, place: text, startsAt: int, endsAt: int },
    ...{ seats: int, teacher: text, openedBy: text, cancelledAt: time, cancelReason: maybe, demo: z.boolean() },
  }),
  classPlaces: z.strictObject({
    ...{ id: text, classId: text, learner: text, state: z.enum(PLACE_STATES), calledName: maybe, groupId: maybe },
    ...{ ageBand: z.enum(AGE_BANDS).nullable(), askedAt: int, remindedAt: time, attendedAt: time },
    owed: z.enum(CLASS_NOTICES).nullable(),
  }),
  ...workRowSchemas,
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
  line('people'),
  line('grants'),
  line('linkCodes'),
  line('personChats'),
  line('announcements'),
  line('announcementGroups'),
  line('announcementReads'),
  line('broadcasts'),
  line('broadcastRevisions'),
  line('broadcastLog'),
  line('deliveries'),
  line('attachments'),
  line('attachmentParts'),
  line('broadcastAnswers'),
  line('wrongReports'),
  line('noticeChoices'),
  line('lessonProgress'),
  line('quizAttempts'),
  line('certificates'),
  line('studyReminders'),
  line('classes'),
  line('classPlaces'),
  line('workItems'),
  line('workItemUnits'),
  line('workLog'),
  line('supersededPlans'),
  line('workReports'),
  line('keptTargets'),
  line('targetValues'),
  line('workReminders'),
  line('workReminderDays'),
  line('reportDrafts'),
  line('reportVersions'),
  line('obstacles'),
  line('obstacleLog'),
]) as unknown as z.ZodType<StateLine>;
