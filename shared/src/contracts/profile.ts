import * as z from 'zod/mini';
import { user } from './session.ts';

/** What a person has chosen for themselves. Never a right: those are granted by the ward and stand in `user`. */
export const profile = z.object({
  ward: z.nullable(z.string()),
  /** Id of the neighbourhood group. */
  group: z.nullable(z.string()),
  /** Agreed to notifications of the Mini App. */
  notifications: z.boolean(),
  /** The Zalo chat of the same person is known, proven by a code. */
  chat_linked: z.boolean(),
});
export type Profile = z.infer<typeof profile>;

export const profileReply = z.object({ user, profile });
export type ProfileReply = z.infer<typeof profileReply>;

export const profileBody = z.partial(z.pick(profile, { ward: true, group: true, notifications: true }));

/** One-time code: of an invitation by the ward (a role), or from the OA's chat (the same person's chat). */
export const linkBody = z.object({ code: z.string().check(z.trim(), z.minLength(4), z.maxLength(40)) });
/** A new token, because rights may have changed. */
export const linkReply = z.object({ token: z.string(), user, profile, linked: z.enum(['role', 'chat']) });

/** Everything that the service keeps about the person, for download. */
export const myDataReply = z.object({
  made_at: z.string(),
  user,
  profile,
  /** Each kind of record with its rows, in words that a person can read. */
  records: z.array(z.object({ what: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })),
});
export const erasedReply = z.object({ erased: z.literal(true) });
