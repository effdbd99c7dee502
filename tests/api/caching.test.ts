import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '../../bot-server/src/api/create-api.ts';
import { ROUTES } from '../../bot-server/src/api/routes.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
let ward: string;
let plan: string;
beforeAll(async () => {
  server = await testServer();
  ward = server.deps.index.wards()[0]?.key ?? '';
  plan = `/api/v1/plans/${ward}/${server.deps.index.ward(ward)?.documents[0]?.documentId}`;
});
afterAll(() => server.close());

const SHARED: readonly (readonly [string, () => string])[] = [
  ['wards', () => '/api/v1/wards'],
  ['home', () => `/api/v1/home?ward=${ward}`],
  ['plans', () => `/api/v1/plans?ward=${ward}`],
  ['one plan', () => plan],
  ['tasks', () => `/api/v1/tasks?ward=${ward}`],
  ['targets', () => `/api/v1/targets?ward=${ward}`],
  ['services', () => `/api/v1/services?ward=${ward}`],
  ['courses', () => `/api/v1/courses?ward=${ward}`],
  ['app', () => '/api/v1/app'],
  ['description', () => '/api/openapi.json'],
];

describe.each(SHARED)('%s', (_name, address) => {
  test('is not sent again to who has it, with or without a session, and a page of Zalo’s may read that', async () => {
    const first = await server.call('GET', address());
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/".+"$/);
    const token = await server.signIn('official', ward);
    for (const who of [null, token]) {
      const headers = { 'if-none-match': etag, origin: 'https://h5.zdn.vn' };
      const again = await server.call('GET', address(), { token: who, headers });
      expect([again.status, again.text]).toEqual([304, '']);
      expect(again.headers.get('etag')).toBe(etag);
      expect(again.headers.get('access-control-allow-origin')).toBe('https://h5.zdn.vn');
      expect(again.headers.get('access-control-expose-headers')).toContain('etag');
    }
    expect((await server.call('GET', address(), { headers: { 'if-none-match': 'W/"old"' } })).status).toBe(200);
  });
});

test('another ward, another day and another page are another reply', async () => {
  const other = server.deps.index.wards()[1]?.key ?? '';
  const tag = async (at: TestServer, address: string) => (await at.call('GET', address)).headers.get('etag');
  const tomorrow = await testServer({ DEMO: '1', CLOCK: '2025-11-22T08:00:00+07:00' });
  const tags = await Promise.all([
    tag(server, `/api/v1/tasks?ward=${ward}`),
    tag(server, `/api/v1/tasks?ward=${other}`),
    tag(server, `/api/v1/tasks?ward=${ward}&limit=1`),
    tag(tomorrow, `/api/v1/tasks?ward=${ward}`),
  ]);
  await tomorrow.close();
  expect(new Set(tags).size).toBe(4);
});

test('nothing that depends on who asks, and no refusal, is kept anywhere', async () => {
  const token = await server.signIn('resident', ward);
  const replies = await Promise.all([
    server.call('GET', '/api/v1/me', { token }),
    server.call('POST', '/api/v1/ask', { body: { ward, question: 'Ai ký kế hoạch?' } }),
    server.call('POST', '/api/v1/session/demo', { body: { persona: 'resident', ward } }),
    server.call('GET', '/api/v1/wards', { token: 'forged' }),
    server.call('GET', '/api/v1/home?ward=khong-co', { headers: { 'if-none-match': '*' } }),
    server.call('GET', '/api/v1/khong-co'),
  ]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 401, 404, 404]);
  for (const { headers } of replies) {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('etag')).toBeNull();
  }
});

test('only what needs no session is marked as the same for all', () => {
  for (const { method, path, access, sameForAll } of ROUTES.filter((route) => route.sameForAll)) {
    expect([method, access, sameForAll], path).toEqual(['get', 'anyone', true]);
  }
});

describe('compression', () => {
  async function asked(address: string, accept: string): Promise<Response> {
    return createApi(server.deps).request(address, { headers: { 'accept-encoding': accept } });
  }

  test('a plan is sent as gzip, at a quarter of its size or less, under the same tag', async () => {
    const plain = await asked(plan, '');
    const zipped = await asked(plan, 'br, gzip');
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(zipped.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
    expect(zipped.headers.get('etag')).toBe(plain.headers.get('etag'));
    const bytes = Buffer.from(await zipped.arrayBuffer());
    const text = await plain.text();
    expect(gunzipSync(bytes).toString()).toBe(text);
    expect(bytes.length * 4).toBeLessThan(Buffer.byteLength(text));
  });

  test('what is short, and what the caller cannot read compressed, is sent as it is', async () => {
    expect((await asked('/api/v1/khong-co', 'gzip')).headers.get('content-encoding')).toBeNull();
    for (const accept of ['', 'identity', 'gzip;q=0']) {
      expect((await asked(plan, accept)).headers.get('content-encoding'), accept).toBeNull();
    }
  });
});
