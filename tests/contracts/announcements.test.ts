import { beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateAnnouncements } from '../../bot-server/src/adapters/state/repos/announcements.ts';
import { replaceDemoAnnouncements } from '../../bot-server/src/adapters/state/repos/demo-announcements.ts';
import type { Announcements, FeedPlace } from '../../bot-server/src/ports/announcements.ts';
import { announcement, newAnnouncement } from '../fakes/announcement-samples.ts';
import { describeState } from '../fakes/test-database.ts';

describeState('announcements', (open) => {
  let announcements: Announcements;
  beforeEach(() => {
    announcements = stateAnnouncements(open().state, randomIds, { demo: false });
  });
  const titles = (list: readonly { readonly title: string }[]) => list.map(({ title }) => title);
  const feed = (change: { ward?: string; group?: string; limit?: number; after?: FeedPlace | null } = {}) =>
    announcements.feed({ ward: 'w', group: null, limit: 10, after: null, ...change });

  test('what is published is found by id and code, whole', async () => {
    const event = { startsAt: 5_000, place: 'Nhà văn hóa' };
    const published = await announcements.publish(newAnnouncement({ groups: ['to-5'], event }));
    expect(published).toMatchObject({
      ...newAnnouncement({ groups: ['to-5'], event }),
      demo: false,
      correctedAt: null,
    });
    expect(published.code).toMatch(/^TB-[2-9A-HJKMNP-Z]{5}$/);
    expect(await announcements.byId(published.id)).toEqual(published);
    expect(await announcements.byCodes('w', [published.code, 'TB-22222'])).toEqual([published]);
    expect(await announcements.byCodes('v', [published.code])).toEqual([]);
    expect(await announcements.byCodes('w', [])).toEqual([]);
    expect(await announcements.byId('no-such')).toBeNull();
  });

  test('the feed is the ward’s, newest first; a group’s feed has its own beside', async () => {
    await announcements.publish(newAnnouncement({ title: 'cũ', publishedAt: 1 }));
    await announcements.publish(newAnnouncement({ title: 'tổ 5', groups: ['to-5'], publishedAt: 2 }));
    await announcements.publish(newAnnouncement({ title: 'tổ 6', groups: ['to-6'], publishedAt: 3 }));
    await announcements.publish(newAnnouncement({ title: 'phường khác', ward: 'v', publishedAt: 4 }));
    await announcements.publish(newAnnouncement({ title: 'mới', publishedAt: 5 }));
    expect(titles((await feed()).announcements)).toEqual(['mới', 'cũ']);
    expect(titles((await feed({ group: 'to-5' })).announcements)).toEqual(['mới', 'tổ 5', 'cũ']);
    expect(titles((await feed({ group: 'no such' })).announcements)).toEqual(['mới', 'cũ']);
    expect(titles(await announcements.recent('w', 3))).toEqual(['mới', 'tổ 6', 'tổ 5']);
  });

  test('pages hold each announcement once while new ones come, also those of one moment', async () => {
    for (let at = 0; at < 10; at++) {
      await announcements.publish(newAnnouncement({ title: `${at}`, publishedAt: Math.floor(at / 4) }));
    }
    const seen: string[] = [];
    let after: FeedPlace | null = null;
    do {
      const page = await feed({ limit: 3, after });
      seen.push(...titles(page.announcements));
      after = page.next;
      await announcements.publish(newAnnouncement({ title: 'mới', publishedAt: 99 }));
    } while (after !== null);
    expect(seen).toHaveLength(10);
    expect([...seen].sort()).toEqual(Array.from({ length: 10 }, (_, at) => `${at}`));
    expect(seen.slice(0, 2).sort()).toEqual(['8', '9']);
  });

  test('read once or twice is read, for that person alone', async () => {
    const { id } = await announcements.publish(newAnnouncement());
    const other = await announcements.publish(newAnnouncement());
    await announcements.markRead(id, 'zalo:1', 5);
    await announcements.markRead(id, 'zalo:1', 6);
    expect(await announcements.readBy('zalo:1', [id, other.id])).toEqual(new Set([id]));
    expect(await announcements.readBy('zalo:2', [id])).toEqual(new Set());
    expect(await announcements.readBy('zalo:1', [])).toEqual(new Set());
    const { db, tables } = open().state;
    expect(await db.select({ at: tables.announcementReads.at }).from(tables.announcementReads)).toEqual([{ at: 5 }]);
  });

  test('what was withdrawn is not there any more', async () => {
    const { id, code } = await announcements.publish(newAnnouncement());
    const { db, tables } = open().state;
    await db.update(tables.announcements).set({ withdrawnAt: 9 });
    expect([await announcements.byId(id), await announcements.byCodes('w', [code])]).toEqual([null, []]);
    expect([(await feed()).announcements, await announcements.recent('w', 5)]).toEqual([[], []]);
  });

  test('a demonstration’s announcements are replaced, never real ones, and are not there outside it', async () => {
    const { state } = open();
    const shown = stateAnnouncements(state, randomIds, { demo: true });
    const real = await announcements.publish(newAnnouncement({ title: 'thật', publishedAt: 1 }));
    const made = announcement({ id: 'demo-1', title: 'trình diễn', publishedAt: 2 });
    await replaceDemoAnnouncements(state, [made, announcement({ id: 'demo-2', code: 'TB-22222', ward: 'v' })]);
    await replaceDemoAnnouncements(state, [made]);
    expect(titles(await shown.recent('w', 5))).toEqual(['trình diễn', 'thật']);
    expect(await shown.recent('v', 5)).toEqual([]);
    expect(await shown.byId('demo-1')).toMatchObject({ demo: true });
    expect(await announcements.byId('demo-1')).toBeNull();
    expect(await announcements.byCodes('w', [made.code])).toEqual([]);
    expect((await feed()).announcements).toEqual([real]);
    await replaceDemoAnnouncements(state, []);
    expect(titles(await shown.recent('w', 5))).toEqual(['thật']);
  });
});
