import { beforeEach, describe, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateAnnouncements } from '../../bot-server/src/adapters/state/repos/announcements.ts';
import { stateBroadcasts } from '../../bot-server/src/adapters/state/repos/broadcasts.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import type { Announcements } from '../../bot-server/src/ports/announcements.ts';
import type { Broadcasts } from '../../bot-server/src/ports/broadcasts.ts';
import { claimedDue, LEADER, newBroadcast, published, taken } from '../fakes/broadcast-samples.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';

const NOW = 5_000;
const LEASE = 60_000;

describeState('broadcasts', (open) => {
  let broadcasts: Broadcasts;
  let announcements: Announcements;
  beforeEach(() => {
    broadcasts = stateBroadcasts(open().state, randomIds, { demo: false });
    announcements = stateAnnouncements(open().state, randomIds, { demo: false });
  });
  const feed = (group: string | null) => announcements.feed({ ward: 'w', group, limit: 9, after: null });
  const acts = async (id: string) => (await broadcasts.log(id)).map(({ act }) => act);

  test('a draft comes back as it was written, under a code of its own, and stands in no feed', async () => {
    const wanted = newBroadcast({
      ...{
        groups: ['to-5', 'to-6'],
        body: 'Mời bà con\n"đến" họp 😊',
        event: { startsAt: 1_900_000_000_000, place: 'Nhà văn hóa' },
      },
      ...{ asks: 'attending', sendAt: 1_800_000_000_000, repeat: 'weekly' },
    });
    const draft = await broadcasts.write(wanted, LEADER);
    expect(draft).toMatchObject({ ...wanted, state: 'draft', version: 1, revision: 0, createdBy: LEADER.subject });
    expect(draft.code).toMatch(/^TB-[A-Z0-9]{5}$/);
    expect(await broadcasts.byId(draft.id)).toEqual(draft);
    expect((await feed('to-5')).announcements).toEqual([]);
    expect(await broadcasts.byId('no such')).toBeNull();
  });

  test('a draft written twice with one key, also at once and by two processes, is one; another person’s key is another', async () => {
    const keyed = newBroadcast({ pressKey: 'press 1' });
    const other = stateBroadcasts(await open().another(), randomIds, { demo: false });
    const both = await Promise.all([broadcasts.write(keyed, LEADER), other.write(keyed, LEADER)]);
    const edited = await taken(broadcasts, both[0], { act: 'edited', change: { title: 'Họp tổ khác' } });
    expect([both[1].id, await broadcasts.write(keyed, LEADER)]).toEqual([both[0].id, edited]);
    expect((await broadcasts.write(keyed, { ...LEADER, subject: 'zalo:other' })).id).not.toBe(both[0].id);
    expect(await acts(both[0].id)).toEqual(['written', 'edited']);
  });

  test('a step is taken once: of two at the same version one finds it changed and does nothing', async () => {
    const draft = await broadcasts.write(newBroadcast(), LEADER);
    const step = { act: 'scheduled', change: { state: 'scheduled', sendAt: NOW }, by: LEADER, pressKey: 'k' } as const;
    const both = await Promise.all([broadcasts.take(draft, step), broadcasts.take(draft, step)]);
    expect(both.filter((one) => one !== null)).toMatchObject([{ state: 'scheduled', version: 2, pressKey: 'k' }]);
    expect(await broadcasts.take(draft, { ...step, change: { title: 'zu spät' } })).toBeNull();
    expect(await acts(draft.id)).toEqual(['written', 'scheduled']);
  });

  test('published at once by two it stands in the feed once, for its groups alone, under the same id and code', async () => {
    const { broadcast, token } = await due({ groups: ['to-5', 'to-6'] });
    const step = { act: 'published', change: { state: 'sending' }, by: LEADER, token } as const;
    const other = stateBroadcasts(await open().another(), randomIds, { demo: false });
    const both = await Promise.all([broadcasts.take(broadcast, step), other.take(broadcast, step)]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
    const { id, code } = broadcast;
    for (const group of ['to-5', 'to-6'])
      expect((await feed(group)).announcements).toMatchObject([{ id, code, groups: ['to-5', 'to-6'] }]);
    expect([(await feed(null)).announcements, (await feed('to-7')).announcements]).toEqual([[], []]);
    expect(await acts(id)).toEqual(['written', 'scheduled', 'published']);
  });

  async function due(change = {}) {
    const draft = await broadcasts.write(newBroadcast(change), LEADER);
    await taken(broadcasts, draft, { act: 'scheduled', change: { state: 'scheduled', sendAt: NOW } });
    return claimedDue(broadcasts, NOW);
  }

  test('is due by the clock, to one claimer; after a lost lease to another, and the first can do nothing any more', async () => {
    const draft = await broadcasts.write(newBroadcast(), LEADER);
    await taken(broadcasts, draft, { act: 'scheduled', change: { state: 'scheduled', sendAt: NOW } });
    expect(await broadcasts.claimDue(NOW - 1, LEASE)).toBeNull();
    const first = await claimedDue(broadcasts, NOW);
    expect(await broadcasts.claimDue(NOW + LEASE - 1, LEASE)).toBeNull();
    const second = await claimedDue(broadcasts, NOW + LEASE);
    const step = { act: 'published', change: { state: 'sending' }, by: LEADER } as const;
    expect(await broadcasts.take(first.broadcast, { ...step, token: first.token })).toBeNull();
    expect(await broadcasts.release(first, 1)).toBe(false);
    expect(await broadcasts.take(second.broadcast, { ...step, token: second.token })).toMatchObject({
      state: 'sending',
    });
  });

  test('given back it is due again when it was said to be', async () => {
    const claim = await due();
    expect(await broadcasts.release(claim, 7_000)).toBe(true);
    expect(await broadcasts.claimDue(6_999, LEASE)).toBeNull();
    expect((await claimedDue(broadcasts, 7_000)).broadcast.id).toBe(claim.broadcast.id);
  });

  test('one that was cancelled, or that waits for approval, is never due', async () => {
    const { broadcast } = await due();
    await taken(broadcasts, broadcast, { act: 'cancelled', change: { state: 'cancelled' } });
    const draft = await broadcasts.write(newBroadcast(), LEADER);
    await taken(broadcasts, draft, { act: 'submitted', change: { state: 'awaiting_approval', approveUntil: 1 } });
    expect(await broadcasts.claimDue(NOW + 10 * LEASE, LEASE)).toBeNull();
  });

  test('the next one of a series is made with the publishing, once', async () => {
    const { broadcast, token } = await due({ repeat: 'weekly', event: { startsAt: 9_000, place: 'Sân' } });
    const next = { sendAt: 50_000, eventAt: 54_000 };
    const step = { act: 'published', change: { state: 'sending', anchor: NOW }, by: LEADER, token, next } as const;
    expect([await broadcasts.take(broadcast, step), await broadcasts.take(broadcast, step)]).toMatchObject([{}, null]);
    const page = await broadcasts.list({ ward: 'w', group: null, state: 'scheduled', limit: 9, after: null });
    expect(page.broadcasts).toMatchObject([
      { sendAt: 50_000, event: { startsAt: 54_000, place: 'Sân' }, version: 1, revision: 0, repeat: 'weekly' },
    ]);
    expect(page.broadcasts[0]?.code).not.toBe(broadcast.code);
  });

  test('a correction changes what the feed shows under the same code, and both wordings are kept', async () => {
    const first = await published(broadcasts, NOW);
    const change = { title: 'Họp tổ', body: 'Đổi sang 20 giờ.', event: null, state: 'sending', revision: 1 } as const;
    await taken(broadcasts, first, { act: 'corrected', change }, 8_000);
    const [shown] = (await feed('to-5')).announcements;
    expect(shown).toMatchObject({ id: first.id, code: first.code, body: 'Đổi sang 20 giờ.', correctedAt: 8_000 });
    expect([await broadcasts.wording(first.id, 0), await broadcasts.wording(first.id, 1)]).toMatchObject([
      { body: first.body },
      { body: 'Đổi sang 20 giờ.' },
    ]);
    expect(await broadcasts.wording(first.id, 2)).toBeNull();
  });

  describe('lists', () => {
    test('one ward’s, the newest first, by pages that what is written meanwhile does not move; by group and state', async () => {
      for (const [title, at, change] of [
        ['a', 1, {}],
        ['b', 2, { groups: [] }],
        ['c', 3, { groups: ['to-5', 'to-6'] }],
        ['other ward', 4, { ward: 'other' }],
        ['d', 5, {}],
      ] as const)
        await broadcasts.write(newBroadcast({ title, ...change }), { ...LEADER, at });
      const ask = { ward: 'w', group: null, state: null, limit: 3, after: null };
      const titles = async (change = {}) =>
        (await broadcasts.list({ ...ask, ...change })).broadcasts.map(({ title }) => title);
      const page = await broadcasts.list(ask);
      await broadcasts.write(newBroadcast({ title: 'e' }), { ...LEADER, at: 6 });
      expect([page.broadcasts.map(({ title }) => title), await titles({ after: page.next })]).toEqual([
        ['d', 'c', 'b'],
        ['a'],
      ]);
      expect(await titles({ group: 'to-5', limit: 9 })).toEqual(['e', 'd', 'a']);
      expect(await titles({ state: 'sent' })).toEqual([]);
    });

    test('a demonstration’s are there in a demonstration alone', async () => {
      const { id } = await broadcasts.write(newBroadcast({ demo: true }), LEADER);
      const inDemo = stateBroadcasts(open().state, randomIds, { demo: true });
      expect([await broadcasts.byId(id), (await inDemo.byId(id))?.id]).toEqual([null, id]);
    });
  });

  test('its author erased: drafts go, what was published keeps the office and no trace of the person', async () => {
    const people = statePeople(open().state, movingClock());
    await broadcasts.write(newBroadcast({ title: 'draft' }), LEADER);
    const sent = await published(broadcasts, NOW);
    const other = await broadcasts.write(newBroadcast({ title: 'of another' }), { ...LEADER, subject: 'zalo:other' });
    const records = (await people.records(LEADER.subject)).map(({ what, rows }) => `${what}: ${rows.length}`);
    expect(records).toEqual(['Thông báo bạn đã soạn: 2', 'Việc bạn đã làm với thông báo: 4']);
    await people.erase(LEADER.subject);
    const { db, tables } = open().state;
    const left = [...(await db.select().from(tables.broadcasts)), ...(await db.select().from(tables.broadcastLog))];
    expect(JSON.stringify(left)).not.toContain(LEADER.subject);
    const page = await broadcasts.list({ ward: 'w', group: null, state: null, limit: 9, after: null });
    expect(page.broadcasts.map(({ id }) => id).sort()).toEqual([sent.id, other.id].sort());
    expect((await broadcasts.log(sent.id)).every(({ office }) => office === LEADER.office)).toBe(true);
  });
});
