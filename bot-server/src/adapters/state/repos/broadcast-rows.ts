import { ANNOUNCEMENT_KINDS } from '@phuong-so/shared/contracts/announcements';
import type { Broadcast, BroadcastContent } from '@phuong-so/shared/domain/broadcast';
import type { BroadcastChange } from '@phuong-so/shared/domain/broadcast-steps';
import * as z from 'zod';
import type { Tables } from '../tables.ts';

type Row = Tables['broadcasts']['$inferSelect'];

const groupsSchema = z.array(z.string());
const kindsSchema = z.array(z.enum(ANNOUNCEMENT_KINDS).catch('general'));

export function broadcastOf(row: Row): Broadcast {
  const { id, code, ward, kind, title, body, asks, sendAt, repeat, anchor, emergencyReason, attachment } = row;
  const { state, sender, createdBy, revision, version, note, approveUntil, pressKey, createdAt, sentAt, demo } = row;
  return {
    ...{ id, code, ward, kind, title, body, asks, sendAt, repeat, anchor, emergencyReason, attachment },
    ...{ state, sender, createdBy, revision, version, note, approveUntil, pressKey, createdAt, sentAt, demo },
    groups: groupsSchema.parse(JSON.parse(row.groups)),
    event: row.eventAt === null ? null : { startsAt: row.eventAt, place: row.eventPlace },
  };
}

/** PostgreSQL takes no NUL character in a text. */
const clean = (text: string) => text.replaceAll('\0', '');
const maybeClean = (text: string | null) => (text === null ? null : clean(text));

/** Columns for what is named, and for nothing else. */
export function columnsOf(given: BroadcastChange | BroadcastContent) {
  const { groups, event, title, body, note, emergencyReason, ...same }: BroadcastChange = given;
  return {
    ...same,
    ...(title === undefined ? {} : { title: clean(title) }),
    ...(body === undefined ? {} : { body: clean(body) }),
    ...(note === undefined ? {} : { note: maybeClean(note) }),
    ...(emergencyReason === undefined ? {} : { emergencyReason: maybeClean(emergencyReason) }),
    ...(groups === undefined ? {} : { groups: JSON.stringify(groups) }),
    ...(event === undefined ? {} : { eventAt: event?.startsAt ?? null, eventPlace: maybeClean(event?.place ?? null) }),
  };
}

export const mutedToJson = (muted: readonly string[]): string => JSON.stringify(kindsSchema.parse(muted));
export const mutedFromJson = (json: string) => kindsSchema.parse(JSON.parse(json));
