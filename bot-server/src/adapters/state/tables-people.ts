import { GRANTED_ROLES } from '../../ports/rights.ts';
import type { Kit } from './kit.sqlite.ts';

export const CODE_KINDS = ['role', 'chat'] as const;

/** Who uses the Mini App: what they chose, what they may do, which chat is theirs. No name, no phone, no time of day. */
export function peopleTables({ table, index, id, text, choice, int, ms, flag }: Kit) {
  return {
    /** `id` is the subject. Days are numbers: 20261121. `tries`: wrong codes since `tries_since`. */
    people: table('people', {
      id: id(),
      ward: text('ward'),
      groupId: text('group_id'),
      notifications: flag('notifications').notNull(),
      notificationsAt: ms('notifications_at'),
      createdDay: int('created_day').notNull(),
      lastSeenDay: int('last_seen_day').notNull(),
      tries: int('tries').notNull(),
      triesSince: ms('tries_since'),
    }),

    /** One row of a person at most is not revoked. */
    grants: table(
      'grants',
      {
        id: id(),
        subject: text('subject').notNull(),
        role: choice('role', GRANTED_ROLES).notNull(),
        ward: text('ward').notNull(),
        unit: text('unit'),
        groupId: text('group_id'),
        grantedBy: text('granted_by').notNull(),
        grantedAt: ms('granted_at').notNull(),
        revokedAt: ms('revoked_at'),
        /** Leads the unit; null in a row that an earlier version wrote. */
        head: flag('head'),
      },
      (t) => [index('grants_subject').on(t.subject)],
    ),

    /** `id` is a slow hash of the code. A used one is gone. The chat's columns or the right's are filled, by `kind`. */
    linkCodes: table('link_codes', {
      id: id(),
      kind: choice('kind', CODE_KINDS).notNull(),
      expiresAt: ms('expires_at').notNull(),
      oaId: text('oa_id'),
      userId: text('user_id'),
      role: choice('role', GRANTED_ROLES),
      ward: text('ward'),
      unit: text('unit'),
      groupId: text('group_id'),
      grantedBy: text('granted_by'),
      head: flag('head'),
    }),

    /** `id` is the chat's: a chat belongs to one person. */
    personChats: table(
      'person_chats',
      {
        id: id(),
        subject: text('subject').notNull(),
        oaId: text('oa_id').notNull(),
        userId: text('user_id').notNull(),
        verifiedAt: ms('verified_at').notNull(),
      },
      (t) => [index('person_chats_subject').on(t.subject)],
    ),
  };
}
