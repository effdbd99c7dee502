import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { MOST_ATTACHMENT_BYTES } from '@phuong-so/shared/contracts/broadcasts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '../../bot-server/src/api/create-api.ts';
import { MOST_UNUSED, StorageFull } from '../../bot-server/src/ports/attachments.ts';
import { pdf, SMALL } from '../fakes/attachment-samples.ts';
import { newBroadcast, taken } from '../fakes/broadcast-samples.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
let ward: string;
let otherWard: string;
let leader: string;
let official: string;
beforeAll(async () => {
  server = await testServer();
  [ward = '', otherWard = ''] = server.deps.index.wards().map(({ key }) => key);
  leader = await server.signIn('leader', ward, { group: 'trinh-dien-1' });
  official = await server.signIn('official', ward);
});
afterAll(() => server.close());

const put = (body: unknown, token: string | null, name = 'x.jpg', of = ward) =>
  server.call('POST', `/api/v1/attachments?ward=${of}&name=${encodeURIComponent(name)}`, { body, token });
const get = (id: string, token: string | null = null, headers = {}) =>
  server.call('GET', `/api/v1/attachments/${id}`, { token, headers });
const written = (attachment: string, groups = ['trinh-dien-1']) =>
  server.deps.announce.broadcasts.write(
    newBroadcast({ ward, groups, attachment, demo: true, sender: 'Tổ trưởng tổ dân phố 1 (trình diễn)' }),
    { subject: 'x', office: 'x', at: 1 },
  );

test('a picture goes up under what it is, and comes back with its type, never to be taken for a page', async () => {
  const { status, json } = await put(SMALL.jpg, leader, 'IMG_1.html');
  expect([status, json]).toEqual([201, { id: expect.any(String), name: 'Ảnh.jpg', kind: 'image' }]);
  const back = await get(json.id, leader);
  expect([back.status, Buffer.compare(back.bytes, SMALL.jpg)]).toEqual([200, 0]);
  expect(Object.fromEntries(back.headers)).toMatchObject({
    ...{
      'content-type': 'image/jpeg',
      'content-length': String(SMALL.jpg.length),
      'x-content-type-options': 'nosniff',
    },
    ...{ 'cache-control': 'no-store', 'content-disposition': expect.stringMatching(/^inline; filename="Anh\.jpg"/) },
    'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
  });
});

test('a paper keeps its name, Vietnamese letters included', async () => {
  const { json } = await put(await pdf(), official, 'Giấy mời (số 5).pdf');
  expect(json).toMatchObject({ name: 'Giấy mời (số 5).pdf', kind: 'pdf' });
  const { headers } = await get(json.id, official);
  expect(headers.get('content-type')).toBe('application/pdf');
  const star = /filename\*=UTF-8''(\S+)$/.exec(headers.get('content-disposition') ?? '')?.[1] ?? '';
  expect(decodeURIComponent(star)).toBe('Giấy mời (số 5).pdf');
});

describe('who may see it', () => {
  const statuses = async (id: string) => {
    const neighbour = await server.signIn('leader', ward, { group: 'trinh-dien-2' });
    const resident = await server.signIn('resident', ward);
    const stranger = await server.signIn('official', otherWard);
    const all = [null, resident, neighbour, stranger, leader, official];
    return Promise.all(all.map(async (token) => (await get(id, token)).status));
  };

  test('before it goes with anything, whoever put it up; with a draft, who may see the draft; once out, everybody', async () => {
    const { id } = (await put(SMALL.png, leader)).json;
    expect(await statuses(id)).toEqual([404, 404, 404, 404, 200, 404]);
    const draft = await written(id);
    expect(await statuses(id)).toEqual([404, 404, 404, 404, 200, 200]);
    const { broadcasts } = server.deps.announce;
    const scheduled = await taken(broadcasts, draft, { act: 'scheduled', change: { state: 'scheduled', sendAt: 5 } });
    await taken(broadcasts, scheduled, { act: 'published', change: { state: 'sending' } });
    expect(await statuses(id)).toEqual([200, 200, 200, 200, 200, 200]);
    const first = await get(id);
    expect(first.headers.get('cache-control')).toBe('private, max-age=3600');
    const again = await get(id, null, { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  test('whoever announces nothing in the ward puts nothing up', async () => {
    const groupless = await server.signIn('leader', ward);
    const tries = [null, await server.signIn('resident', ward), groupless, await server.signIn('official', otherWard)];
    const replies = await Promise.all(tries.map((token) => put(SMALL.jpg, token)));
    expect(replies.map(({ status }) => status)).toEqual([401, 403, 403, 403]);
    expect((await put(SMALL.jpg, official, 'x', 'khong-co')).status).toBe(404);
  });
});

describe('refused, with what to do, and nothing left behind', () => {
  const stored = async () => {
    const { db, tables } = server.service.state;
    return (await db.select().from(tables.attachmentParts)).length;
  };
  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 415, 'file_kind'],
    ['half a picture', SMALL.jpg.subarray(0, 500), 422, 'file_unreadable'],
    ['nothing', new Uint8Array(), 415, 'file_kind'],
  ])('%s', async (_name, body, status, code) => {
    const before = await stored();
    const reply = await put(body, official);
    expect([reply.status, reply.json.error.code]).toEqual([status, code]);
    expect(reply.json.error.message.length).toBeGreaterThan(20);
    expect(await stored()).toBe(before);
  });

  test('too long by its own statement, or as it goes on', async () => {
    const before = await stored();
    const long = new Uint8Array(MOST_ATTACHMENT_BYTES + 1);
    long.set(SMALL.jpg);
    const stated = await server.call('POST', `/api/v1/attachments?ward=${ward}`, {
      ...{ body: long, token: official, headers: { 'content-length': String(long.length) } },
    });
    const unstated = await put(long, official);
    expect([stated, unstated].map(({ status, json }) => [status, json.error.code])).toEqual([
      [413, 'file_too_large'],
      [413, 'file_too_large'],
    ]);
    expect(await stored()).toBe(before);
    const elsewhere = await server.call('POST', '/api/v1/ask', { body: 'x'.repeat(70_000) });
    expect(elsewhere.json.error.code).toBe('body_too_large');
  });

  test('a full disk', async () => {
    const keep = async () => {
      throw new StorageFull();
    };
    const full = await testServer({ DEMO: '1' }, { attachments: { ...server.deps.attachments, keep } });
    const token = await full.signIn('official', ward);
    const reply = await full.call('POST', `/api/v1/attachments?ward=${ward}`, { body: SMALL.jpg, token });
    expect([reply.status, reply.json.error.code]).toEqual([507, 'storage_full']);
    expect(full.logged.join('')).not.toContain('"level":50');
    await full.close();
  });

  test('more than one person needs', async () => {
    const filled = await testServer({ DEMO: '1' });
    const token = await filled.signIn('official', ward);
    const one = { ward, name: 'x', type: 'image/jpeg', bytes: SMALL.jpg, createdAt: 1, demo: true } as const;
    const { subject } = filled.deps.sessions.read(token) ?? { subject: '' };
    for (let count = 0; count < MOST_UNUSED; count += 1)
      await filled.deps.attachments.keep({ ...one, createdBy: subject });
    const reply = await filled.call('POST', `/api/v1/attachments?ward=${ward}`, { body: SMALL.jpg, token });
    expect([reply.status, reply.json.error.code]).toEqual([409, 'too_many_files']);
    await filled.close();
  });
});

test('a connection that breaks in the middle leaves nothing, and is no fault of the service', async () => {
  const live = await testServer();
  const open = serve({ fetch: createApi(live.deps).fetch, port: 0, hostname: '127.0.0.1' });
  await once(open, 'listening');
  const { port } = open.address() as AddressInfo;
  const token = await live.signIn('official', ward);
  for (const headers of [{ 'content-length': String(SMALL.jpg.length) }, { 'transfer-encoding': 'chunked' }]) {
    const sent = request({
      ...{ port, host: '127.0.0.1', method: 'POST', path: `/api/v1/attachments?ward=${ward}` },
      headers: { ...headers, authorization: `Bearer ${token}` },
    });
    sent.on('error', () => {});
    await new Promise((resolve) => sent.write(SMALL.jpg.subarray(0, 700), resolve));
    const before = live.logged.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    sent.destroy();
    await expect.poll(() => live.logged.length).toBeGreaterThan(before);
  }
  expect(live.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  expect(await live.service.state.db.select().from(live.service.state.tables.attachments)).toEqual([]);
  open.close();
  await live.close();
});
