import type { Announcement, NewAnnouncement } from '../../bot-server/src/ports/announcements.ts';

export function newAnnouncement(change: Partial<NewAnnouncement> = {}): NewAnnouncement {
  return {
    ...{ ward: 'w', groups: [], kind: 'general', title: 'Họp tổ', body: 'Mời bà con đến họp.', sender: 'UBND phường' },
    ...{ publishedAt: 1_000, event: null },
    ...change,
  };
}

export function announcement(change: Partial<Announcement> = {}): Announcement {
  return { ...newAnnouncement(), id: 'a1', code: 'TB-7K2M9', correctedAt: null, demo: false, ...change };
}
