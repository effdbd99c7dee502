import { announcementReply } from '@phuong-so/shared/contracts/announcements';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareDemo } from '../../bot-server/src/app/demo-announcements.ts';
import { newAnnouncement } from '../fakes/announcement-samples.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
let ward: string;
let otherWard: string;
beforeAll(async () => {
  server = await testServer({ DEMO: '0' });
  [ward = '', otherWard = ''] = server.deps.index.wards().map(({ key }) => key);
  const { publish } = server.deps.announcements;
  for (let at = 0; at < 5; at++) await publish(newAnnouncement({ ward, title: `Tin ${at}`, publishedAt: at }));
  await publish(newAnnouncement({ ward, title: 'Tin của tổ', groups: ['to-5'], publishedAt: 9 }));
});
afterAll(() => server.close());

const feed = (query: string, token: string | null = null) =>
  server.call('GET', `/api/v1/announcements?${query}`, { token });
const titles = (reply: Awaited<ReturnType<typeof feed>>) =>
  reply.json.announcements.map(({ title }: { title: string }) => title);

test('pages follow each other to the end', async () => {
  const first = await feed(`ward=${ward}&limit=3`);
  expect(titles(first)).toEqual(['Tin 4', 'Tin 3', 'Tin 2']);
  const second = await feed(`ward=${ward}&limit=3&cursor=${encodeURIComponent(first.json.next_cursor)}`);
  expect([titles(second), second.json.next_cursor]).toEqual([['Tin 1', 'Tin 0'], null]);
  expect(titles(await feed(`ward=${ward}&group=to-5&limit=2`))).toEqual(['Tin của tổ', 'Tin 4']);
  expect(titles(await feed(`ward=${otherWard}`))).toEqual([]);
});

test.each([
  ['ward=no-such', 404],
  ['', 400],
  ['ward=W&limit=0', 400],
  ['ward=W&limit=51', 400],
  ['ward=W&cursor=x', 400],
  ["ward=W&cursor=1.'or", 400],
])('%s is refused', async (query, status) => {
  expect((await feed(query.replace('W', ward))).status).toBe(status);
});

test('one is found in its own ward alone; without signing in nobody has read it', async () => {
  const [newest] = (await feed(`ward=${ward}`)).json.announcements;
  const one = await server.call('GET', `/api/v1/announcements/${newest.id}?ward=${ward}`);
  expect(one.json).toEqual({ ...newest, asks: 'none', my_answer: null, attachment: null, before: null });
  expect(announcementReply.parse(one.json)).toMatchObject({
    read: null,
    demo: false,
    published_at: '1970-01-01T00:00:00.004Z',
  });
  expect((await server.call('GET', `/api/v1/announcements/${newest.id}?ward=${otherWard}`)).status).toBe(404);
  expect((await server.call('GET', `/api/v1/announcements/no-such?ward=${ward}`)).status).toBe(404);
});

test('a pasted message leaves nothing behind but its verdict', async () => {
  const text = 'Gửi tiền cho cô Chim Én số 0912345678, mã TB-22222';
  const reply = await server.call('POST', '/api/v1/announcements/check', { body: { ward, text } });
  expect(reply.json).toMatchObject({
    verdict: 'unknown',
    announcement: null,
    advice: expect.stringContaining('Đừng chuyển tiền'),
  });
  const whole = { ward, text: 'Mời bà con đến họp.' };
  const genuine = await server.call('POST', '/api/v1/announcements/check', { body: whole });
  expect(genuine.json).toMatchObject({ verdict: 'genuine', announcement: { body: whole.text } });
  const { db, tables } = server.service.state;
  const rows = await Promise.all(Object.values(tables).map((table) => db.select().from(table)));
  expect(JSON.stringify(rows) + server.logged.join('\n')).not.toMatch(/Chim Én|0912345678|TB-22222/);
});

describe('a demonstration', () => {
  let demo: TestServer;
  beforeAll(async () => {
    demo = await testServer();
  });
  afterAll(() => demo.close());
  const shown = async (key: string, token: string | null = null) =>
    (await demo.call('GET', `/api/v1/announcements?ward=${key}`, { token })).json.announcements;

  test('has three announcements in every ward that say what they are, with nothing in them to call, open or pay', async () => {
    for (const { key } of demo.deps.index.wards()) {
      const all = await shown(key);
      expect(all).toHaveLength(3);
      for (const { title, sender, body, demo: isDemo } of all) {
        expect([title, sender, isDemo]).toEqual([
          expect.stringMatching(/^Bản trình diễn/),
          expect.stringMatching(/^Bản trình diễn/),
          true,
        ]);
        expect(body).not.toMatch(/\d{3}|https?:|đồng/);
      }
    }
  });

  test('what was read stays read, also after a restart; others have their own marks', async () => {
    const token = await demo.signIn('resident', ward);
    const [first] = await shown(ward, token);
    expect(first.read).toBe(false);
    for (let twice = 0; twice < 2; twice++) {
      const reply = await demo.call('POST', `/api/v1/announcements/${first.id}/read`, { token });
      expect(reply.json).toEqual({ read: true });
    }
    await prepareDemo(demo.service, true);
    expect((await shown(ward, token)).map(({ read }: { read: boolean }) => read)).toEqual([true, false, false]);
    const [same] = await shown(ward, await demo.signIn('resident', ward));
    expect([same.id, same.read]).toEqual([first.id, false]);
    expect((await demo.call('POST', '/api/v1/announcements/no-such/read', { token })).status).toBe(404);
  });

  test('nothing of it is left when the real service starts on the same data', async () => {
    const { db, tables } = demo.service.state;
    await prepareDemo(demo.service, false);
    for (const table of [tables.announcements, tables.people, tables.announcementReads]) {
      expect(await db.select().from(table)).toEqual([]);
    }
  });
});
