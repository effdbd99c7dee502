import * as z from 'zod';
import { ANNOUNCEMENT_KINDS } from '../contracts/announcements.ts';
import { REPLY_ASKS } from '../contracts/broadcasts.ts';

/** data/announcement-templates.yaml: the same lengths as an announcement may have. */
export const announcementTemplatesSchema = z.strictObject({
  reviewed: z.iso.date(),
  templates: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      name: z.string().trim().min(3).max(60),
      kind: z.enum(ANNOUNCEMENT_KINDS),
      asks: z.enum(REPLY_ASKS),
      title: z.string().trim().min(3).max(120),
      body: z.string().trim().min(3).max(1500),
    }),
  ),
});
export type AnnouncementTemplate = z.infer<typeof announcementTemplatesSchema>['templates'][number];
