import * as z from 'zod/mini';

export const ANNOUNCEMENT_KINDS = ['general', 'meeting', 'class', 'utilities', 'health', 'fee', 'urgent'] as const;

export const announcementReply = z.object({
  id: z.string(),
  /** What a person compares with a message from elsewhere: "TB-7K2M". */
  code: z.string(),
  kind: z.enum(ANNOUNCEMENT_KINDS),
  title: z.string(),
  body: z.string(),
  /** Who it is for: null = the whole ward, else the neighbourhood group's name. */
  group: z.nullable(z.string()),
  /** "Tổ trưởng tổ dân phố 5", "UBND phường": an office, and a person's name only where the sender gave it. */
  sender: z.string(),
  /** ISO time. */
  published_at: z.string(),
  corrected_at: z.nullable(z.string()),
  event: z.nullable(z.object({ starts_at: z.string(), place: z.nullable(z.string()) })),
  /** Invented for a demonstration. */
  demo: z.boolean(),
  /** null = not signed in. */
  read: z.nullable(z.boolean()),
});
export type AnnouncementReply = z.infer<typeof announcementReply>;

export const announcementsQuery = z.object({
  ward: z.string().check(z.minLength(1), z.maxLength(60)),
  /** Id of a neighbourhood group: its announcements and the ward's. Without it only the ward's. */
  group: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(50))),
  cursor: z.optional(z.string().check(z.maxLength(200))),
});
export const announcementsReply = z.object({
  ward: z.string(),
  announcements: z.array(announcementReply),
  /** Ask for what follows with it; null = that was all. */
  next_cursor: z.nullable(z.string()),
});
export type AnnouncementsReply = z.infer<typeof announcementsReply>;

export const announcementParams = z.object({ id: z.string().check(z.minLength(1), z.maxLength(60)) });
export const announcementQuery = z.pick(announcementsQuery, { ward: true });

/** Read once or many times: the same. */
export const announcementReadReply = z.object({ read: z.literal(true) });

/** "Is this message really from the ward?", by its code or by its words. */
export const announcementCheckBody = z.object({
  ward: z.string().check(z.minLength(1), z.maxLength(60)),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(5000)),
});
export const announcementCheckReply = z.object({
  /** `genuine`: code or words are an announcement's. `altered`: like one, but words differ. `unknown`: none is like it. */
  verdict: z.enum(['genuine', 'altered', 'unknown']),
  announcement: z.nullable(announcementReply),
  /** What the person should do now, for every verdict. */
  advice: z.string(),
});
export type AnnouncementCheckReply = z.infer<typeof announcementCheckReply>;
