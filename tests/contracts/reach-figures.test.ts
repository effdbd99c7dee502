import { beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateAnnouncements } from '../../bot-server/src/adapters/state/repos/announcements.ts';
import { stateBroadcasts } from '../../bot-server/src/adapters/state/repos/broadcasts.ts';
import { stateDeliveries } from '../../bot-server/src/adapters/state/repos/deliveries.ts';
import { stateNoticeWishes } from '../../bot-server/src/adapters/state/repos/notice-wishes.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import { stateReachFigures } from '../../bot-server/src/adapters/state/repos/reach-figures.ts';
import type { NewBroadcast } from '../../bot-server/src/ports/broadcasts.ts';
import type { NewDelivery } from '../../bot-server/src/ports/deliveries.ts';
import type { ReachFigures } from '../../bot-server/src/ports/reach-figures.ts';
import { claimedDue, newDelivery, published } from '../fakes/broadcast-samples.ts';
import { seedResidents } from '../fakes/many-residents.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';

const HOUR = 3_600_000;
const OA = '100';
/** 2026-12-01 08:30 in Vietnam. */
const AT = Date.parse('2026-12-01T08:30:00+07:00');

describeState('figures of reach', (open) => {
  let figures: ReachFigures;
  beforeEach(() => {
    figures = stateReachFigures(open().state, { demo: false });
  });

  async function prepared(at: number, rows: readonly NewDelivery[], change: Partial<NewBroadcast> = {}) {
    const { state } = open();
    const broadcasts = stateBroadcasts(state, randomIds, { demo: false });
    const one = await published(broadcasts, at, change);
    const claim = await claimedDue(broadcasts, at);
    await stateDeliveries(state, randomIds).prepare(claim, { rows, messages: rows.length, next: null, now: at });
    return one;
  }
  const inFeed = (number: number) => newDelivery(number, { channel: 'feed', state: 'sent', chat: null, dueAt: null });
  const sent = (number: number) => newDelivery(number, { state: 'sent', dueAt: null });
  const of = (from = AT - HOUR, until = AT + HOUR) => figures.of({ ward: 'w', from, until, oaIds: [OA] });

  test('adds up by channel, kind and hour; each person once; of the ward and the days that are asked for alone', async () => {
    const { state } = open();
    const closed = newDelivery(3, { state: 'failed', reason: 'muted', dueAt: null });
    const one = await prepared(AT, [sent(1), inFeed(1), sent(2), closed, inFeed(3)]);
    await prepared(AT, [sent(1)], { kind: 'fee' });
    await prepared(AT, [sent(1)], { ward: 'other' });
    await prepared(AT - 2 * HOUR, [sent(1)]);
    const announcements = stateAnnouncements(state, randomIds, { demo: false });
    // The same person by two ways, at ten in the evening and later: read once.
    await announcements.markRead(one.id, 'zalo:1', AT + 13.5 * HOUR);
    await announcements.markRead(one.id, 'zalo:3', AT + 16 * HOUR);
    const wishes = stateNoticeWishes(state);
    await wishes.answer(one.id, 'zalo:2', { answer: 'yes', people: 4, at: AT });
    const found = await of();
    expect(found).toMatchObject({ broadcasts: 2, unsubscribed: 0 });
    expect([...found.byChannel].sort((a, b) => (a.channel < b.channel ? -1 : 1))).toEqual([
      { channel: 'feed', sent: 2, seen: 2, answered: 0 },
      { channel: 'oa', sent: 3, seen: 0, answered: 1 },
    ]);
    expect([...found.byKind].sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      { kind: 'fee', people: 1, seen: 0, answered: 0 },
      { kind: 'meeting', people: 3, seen: 2, answered: 1 },
    ]);
    expect(found.readsByHour).toEqual([
      { hour: 0, reads: 1 },
      { hour: 22, reads: 1 },
    ]);
    expect(await of(AT + HOUR, AT + 2 * HOUR)).toMatchObject({
      broadcasts: 0,
      byChannel: [],
      byKind: [],
      readsByHour: [],
    });
  });

  test('who mutes what: people of the ward in the app and in its chats, nobody of another ward', async () => {
    const { state } = open();
    const [wishes, people] = [stateNoticeWishes(state), statePeople(state, movingClock())];
    await people.choose('zalo:here', { ward: 'w' });
    await people.choose('zalo:there', { ward: 'other' });
    await seedResidents(state, OA, 1);
    await seedResidents(state, '200', 1);
    for (const id of ['zalo:here', 'zalo:there', `chat:${OA}:person-0`, 'chat:200:person-0']) {
      await wishes.choose(id, { muted: ['fee'], chat: !id.startsWith('chat') }, AT);
    }
    const { muted, unsubscribed } = await of();
    expect([[...muted], unsubscribed]).toEqual([[['fee', 2]], 1]);
  });
});
