import { ANNOUNCEMENT_KINDS } from '@phuong-so/shared/contracts/announcements';
import type { Kit } from './kit.sqlite.ts';

/** What wards tell their people, and who has read it. */
export function announcementTables({ table, index, unique, id, text, choice, ms, flag }: Kit) {
  return {
    announcements: table(
      'announcements',
      {
        id: id(),
        code: text('code').notNull(),
        ward: text('ward').notNull(),
        /** null = the whole ward; else the first of its rows in `announcement_groups`. */
        groupId: text('group_id'),
        kind: choice('kind', ANNOUNCEMENT_KINDS).notNull(),
        title: text('title').notNull(),
        body: text('body').notNull(),
        sender: text('sender').notNull(),
        publishedAt: ms('published_at').notNull(),
        correctedAt: ms('corrected_at'),
        eventAt: ms('event_at'),
        eventPlace: text('event_place'),
        demo: flag('demo').notNull(),
        withdrawnAt: ms('withdrawn_at'),
      },
      (t) => [
        unique('announcements_code').on(t.ward, t.code),
        index('announcements_feed').on(t.ward, t.publishedAt, t.id),
      ],
    ),

    /** Neighbourhood groups that an announcement is for; none = the whole ward. `id` is announcement and group. */
    announcementGroups: table(
      'announcement_groups',
      {
        id: id(),
        announcementId: text('announcement_id').notNull(),
        groupId: text('group_id').notNull(),
      },
      (t) => [index('announcement_groups_of').on(t.announcementId), index('announcement_groups_group').on(t.groupId)],
    ),

    announcementReads: table(
      'announcement_reads',
      {
        id: id(),
        announcementId: text('announcement_id').notNull(),
        subject: text('subject').notNull(),
        at: ms('at').notNull(),
      },
      (t) => [index('announcement_reads_subject').on(t.subject)],
    ),
  };
}
