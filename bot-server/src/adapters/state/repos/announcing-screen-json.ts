import { ANNOUNCEMENT_KINDS } from '@phuong-so/shared/contracts/announcements';
import { REPLY_ASKS, WRONG_REASONS } from '@phuong-so/shared/contracts/broadcasts';
import * as z from 'zod';

const id = z.string();
const version = z.int();
const at = z.int().nullable();

/** The screens of `chat-screen-announcing.ts` as they are stored. */
export const ANNOUNCING_SCREENS = [
  z.object({ kind: z.literal('announce_words'), id: id.nullable() }),
  z.object({ kind: z.literal('announce_to'), id, from: z.int().min(0) }),
  z.object({ kind: z.literal('announce_group'), id, group: z.string().nullable() }),
  z.object({ kind: z.literal('announce_kind'), id, of: z.enum(ANNOUNCEMENT_KINDS) }),
  z.object({ kind: z.literal('announce_event'), id, startsAt: at }),
  z.object({ kind: z.literal('announce_time'), id }),
  z.object({ kind: z.literal('announcement'), id }),
  z.object({ kind: z.literal('announce_asks'), id, asks: z.enum(REPLY_ASKS) }),
  z.object({ kind: z.literal('announce_when'), id }),
  z.object({ kind: z.literal('announce_at'), id, sendAt: at }),
  z.object({ kind: z.literal('announce_send'), id, version }),
  z.object({ kind: z.literal('announce_keep'), id }),
  z.object({ kind: z.literal('announce_drop'), id, version }),
  z.object({ kind: z.literal('announce_progress'), id }),
  z.object({ kind: z.literal('announce_stop'), id, version }),
  z.object({ kind: z.literal('announce_review'), id }),
  z.object({ kind: z.literal('announce_approve'), id, version }),
  z.object({ kind: z.literal('announce_return'), id, version }),
  z.object({ kind: z.literal('notices') }),
  z.object({ kind: z.literal('notice'), of: z.enum([...ANNOUNCEMENT_KINDS, 'all']), on: z.boolean() }),
  z.object({ kind: z.literal('notice_wrong'), id, why: z.enum(WRONG_REASONS).nullable() }),
] as const;
