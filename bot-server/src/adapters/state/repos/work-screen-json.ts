import { PROGRESS_STATES } from '@phuong-so/shared/contracts/work-words';
import { WORK_LISTS } from '@phuong-so/shared/domain/chat-screen-work';
import * as z from 'zod';

const id = z.string();
const said = z.object({
  state: z.enum(PROGRESS_STATES),
  percent: z.int().nullable(),
  count: z.object({ value: z.number(), of: z.number(), what: z.string() }).nullable(),
  note: z.string(),
  obstacle: z.string(),
});

/** The screens of `chat-screen-work.ts` as they are stored. */
export const WORK_SCREENS = [
  z.object({ kind: z.literal('work_list'), of: z.enum(WORK_LISTS), from: z.int().min(0) }),
  z.object({ kind: z.literal('work_task'), id }),
  z.object({ kind: z.literal('work_report'), id, said }),
  z.object({ kind: z.literal('work_write'), id, said, at: z.int() }),
  z.object({ kind: z.literal('work_drop') }),
  z.object({ kind: z.literal('work_mute'), id, until: z.string() }),
  z.object({ kind: z.literal('work_quiet'), id, until: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('work_unmute'), id }),
] as const;
