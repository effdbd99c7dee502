import { FILE_TYPES } from '../../ports/attachments.ts';
import type { Kit } from './kit.sqlite.ts';

/** Files that go with announcements. `broadcasts.attachment` names the one that a broadcast has. */
export function attachmentTables({ table, index, id, text, choice, int, ms, flag }: Kit) {
  return {
    attachments: table(
      'attachments',
      {
        id: id(),
        ward: text('ward').notNull(),
        createdBy: text('created_by').notNull(),
        name: text('name').notNull(),
        type: choice('type', FILE_TYPES).notNull(),
        createdAt: ms('created_at').notNull(),
        demo: flag('demo').notNull(),
      },
      (t) => [index('attachments_writer').on(t.createdBy), index('attachments_created').on(t.createdAt)],
    ),

    /**
     * A file in pieces: a backup, an export and a move to the other database take it along like any other row, and none of
     * them holds a whole file at once. `id` is attachment and number; `content` is base64.
     */
    attachmentParts: table(
      'attachment_parts',
      {
        id: id(),
        attachmentId: text('attachment_id').notNull(),
        number: int('number').notNull(),
        content: text('content').notNull(),
      },
      (t) => [index('attachment_parts_of').on(t.attachmentId, t.number)],
    ),
  };
}
