import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AnnouncingServer, announcingServer, GROUP, OA } from '../fakes/announcing-server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let desk: AnnouncingServer;
beforeEach(async () => {
  desk = await announcingServer();
});
afterEach(() => desk.close());

const get = async (id: string, what: string, who = 'official') =>
  (await desk.call(who, 'GET', `/broadcasts/${id}/${what}`)).json;

/** What a stream has sent so far, and the way out of it. */
async function follow(id: string, who = 'official') {
  const response = await desk.stream(who, `/broadcasts/${id}/progress/stream`);
  const reader = response.body?.getReader();
  let text = '';
  let isOver = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      text += decoder.decode(value);
    }
    isOver = true;
  })();
  return {
    response,
    states: () =>
      [...text.matchAll(/^data: (.*)$/gm)].map(
        ([, data]) => JSON.parse(data ?? '') as { state: string; reached: number },
      ),
    text: () => text,
    isOver: () => isOver,
    async leave(): Promise<void> {
      await reader?.cancel();
      await reading;
    },
  };
}

test('the sums are everybody: reached, waiting, and those to tell in person by group and reason, without names and numbers', async () => {
  await desk.writers(4);
  await desk.live(GROUP ?? null, 'lan', 'hung');
  const { id } = await desk.published({ groups: [] }, 'official');
  desk.clock.advance(MINUTE);
  expect(await desk.deliver(3)).toBe(3);
  const lines = [{ oaId: OA, userId: 'person-0' }] as const;
  await desk.announce.deliveries.noteReceipt(
    lines[0],
    [await messageOf('person-0')],
    'seen',
    desk.clock.now().getTime(),
  );
  await desk.call('lan', 'POST', `/announcements/${id}/read`);
  const json = await get(id, 'progress');
  expect(json).toMatchObject({ state: 'sending', people: 6, reached: 4, waiting: 1, seen: 2, correction: [] });
  expect(json.reads_by_hour).toEqual([{ hour: '2026-12-01T01:00:00.000Z', reads: 2 }]);
  const unreached = await get(id, 'unreached');
  const groups = unreached.groups.map((one: { group: string; people: number }) => [one.group, one.people]);
  expect(groups).toEqual([[GROUP, 1]]);
  expect(unreached.groups[0].reasons).toMatchObject([
    { reason: 'not_linked', people: 1, explanation: expect.any(String) },
  ]);
  expect(JSON.stringify(unreached)).not.toMatch(/zalo:|person-|\d{9}/);
  expect(groups.reduce((sum: number, [, people]: [string, number]) => sum + people, json.reached + json.waiting)).toBe(
    json.people,
  );
});

async function messageOf(userId: string): Promise<string> {
  const rows = await desk.state.db.select().from(desk.state.tables.deliveries);
  return rows.find((row) => row.userId === userId)?.messageId ?? '';
}

test('a correction has its own figures', async () => {
  await desk.writers(2);
  const { id } = await desk.published({ groups: [] }, 'official');
  desk.clock.advance(MINUTE);
  await desk.deliver();
  const words = { title: 'Họp tổ', body: 'Dời sang 20 giờ.', event: null };
  await desk.call('official', 'POST', `/broadcasts/${id}/correction`, { key: 'c', ...words });
  await desk.advance();
  expect(await get(id, 'progress')).toMatchObject({
    ...{ revision: 1, people: 2, reached: 2 },
    channels: [{ channel: 'oa', states: [{ state: 'sent', count: 2 }] }],
    correction: [{ channel: 'oa', states: [{ state: 'pending', count: 2 }] }],
  });
});

test('followed live: the state at once, every change, an empty line in between, and the end when it is sent', async () => {
  await desk.writers(2);
  const { id } = await desk.published({ groups: [] }, 'official');
  const stream = await follow(id);
  expect(stream.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(stream.response.headers.get('cache-control')).toBe('no-store');
  await expect.poll(stream.states).toMatchObject([{ state: 'sending', reached: 0 }]);
  expect(stream.text()).toMatch(/^retry: 3000\n\nevent: progress\ndata: \{/);
  await expect.poll(stream.text).toMatch(/\n: \n\n/);
  desk.clock.advance(MINUTE);
  await desk.deliver(1);
  await expect.poll(() => stream.states().at(-1)).toMatchObject({ state: 'sending', reached: 1 });
  await desk.deliver();
  await desk.advance();
  await expect.poll(stream.isOver).toBe(true);
  expect(stream.states().at(-1)).toMatchObject({ state: 'sent', reached: 2 });
});

test('many who follow one share one look at the database; who leaves is no longer looked for', async () => {
  const { id } = await desk.sent({ send_at: desk.at(HOUR) });
  let reads = 0;
  const { deliveries } = desk.announce;
  Object.assign(desk.announce, {
    deliveries: { ...deliveries, totals: (one: string) => deliveries.totals(one).finally(() => (reads += 1)) },
  });
  const people = ['official', 'official', 'official', 'official', 'deputy', 'deputy', 'leader'];
  const streams = await Promise.all(people.map((who) => follow(id, who)));
  for (const stream of streams) await expect.poll(() => stream.states().length).toBe(1);
  expect(reads).toBeLessThanOrEqual(3);
  const fifth = await desk.call('official', 'GET', `/broadcasts/${id}/progress/stream`);
  expect(desk.ended(fifth)).toEqual([503, 'too_many_followers']);
  expect((await get(id, 'progress')).state).toBe('scheduled');
  for (const stream of streams) await stream.leave();
  await expect.poll(async () => (await follow(id)).response.status).toBe(200);
  desk.server.deps.progressWatch.close();
});

test('the server stops: everybody who follows is told the end, and nobody begins', async () => {
  const { id } = await desk.sent({ send_at: desk.at(HOUR) });
  const stream = await follow(id);
  await expect.poll(() => stream.states().length).toBe(1);
  desk.server.deps.progressWatch.close();
  await expect.poll(stream.isOver).toBe(true);
  expect((await desk.call('official', 'GET', `/broadcasts/${id}/progress/stream`)).status).toBe(503);
});

test('nobody follows what they may not see', async () => {
  const { id } = await desk.sent({ send_at: desk.at(HOUR) });
  for (const who of ['otherLeader', 'otherOfficial', 'lan'])
    expect((await desk.call(who, 'GET', `/broadcasts/${id}/progress/stream`)).status).toBe(404);
  expect((await desk.call(null, 'GET', `/broadcasts/${id}/progress/stream`)).status).toBe(401);
});

test('which form reaches people: by channel, kind and hour of the day, with who mutes what; for officials of the ward alone', async () => {
  await desk.writers(3);
  await desk.live(GROUP ?? null, 'lan', 'hung');
  await desk.live(null, 'mai');
  const { wishes } = desk.announce;
  await wishes.choose('zalo:mai', { muted: ['fee', 'meeting'], chat: true }, 0);
  await wishes.choose('chat:100:person-2', { muted: ['fee'], chat: false }, 0);
  const { id } = await desk.published({ groups: [], asks: 'attending' }, 'official');
  desk.clock.advance(MINUTE);
  await desk.deliver();
  await desk.call('lan', 'POST', `/announcements/${id}/read`);
  await desk.call('lan', 'POST', `/announcements/${id}/answer`, { ward: desk.ward, answer: 'yes', people: 3 });
  const reach = (query = '', who = 'official') => desk.call(who, 'GET', `/reach?ward=${desk.ward}${query}`);
  const { json } = await reach();
  expect(json).toMatchObject({ broadcasts: 1, unsubscribed: 1, reads_by_hour: [{ hour: 8, reads: 1 }] });
  expect(json.by_channel).toEqual(
    expect.arrayContaining([
      { channel: 'feed', sent: 3, seen: 1, answered: 1 },
      { channel: 'oa', sent: 2, seen: 0, answered: 0 },
    ]),
  );
  expect(json.by_kind).toEqual([
    { kind: 'meeting', people: 6, seen: 1, answered: 1, muted: 1 },
    { kind: 'fee', people: 0, seen: 0, answered: 0, muted: 2 },
  ]);
  expect((await reach('&from=2026-11-01&until=2026-11-30')).json).toMatchObject({ broadcasts: 0, by_channel: [] });
  expect((await reach('&from=hôm-qua')).status).toBe(400);
  for (const who of ['leader', 'lan', 'otherOfficial']) expect((await reach('', who)).status, who).toBe(403);
});
