import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Place } from '@phuong-so/shared/domain/nearest-wards';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlanIndex } from '../../bot-server/src/ports/plan-index.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let zalo: Server;
let answer: unknown;
let asked: { url: string; headers: IncomingHttpHeaders }[];
let server: TestServer;
let centres: ReadonlyMap<string, Place>;
let keys: readonly string[];
let token: string;

/** The service's own wards, which then lie where the test says. */
function placed(index: PlanIndex): Pick<PlanIndex, 'wards' | 'ward'> {
  return {
    wards: () => index.wards(),
    ward(key) {
      const facts = index.ward(key);
      const centre = centres.get(key);
      return facts && { ...facts, profile: { ...facts.profile, ...(centre ? { centre } : {}) } };
    },
  };
}

beforeEach(async () => {
  asked = [];
  zalo = createServer((request, response) => {
    const isSignIn = request.url?.startsWith('/v2.0/me?');
    if (!isSignIn) asked.push({ url: request.url ?? '', headers: request.headers });
    response.end(typeof answer === 'string' ? answer : JSON.stringify(isSignIn ? { id: '42', error: 0 } : answer));
  });
  await new Promise<void>((resolve) => zalo.listen(0, '127.0.0.1', resolve));
  const env = {
    ...{ ZALO_APP_ID: '1', ZALO_APP_SECRET: 'shh' },
    ZALO_GRAPH_URL: `http://127.0.0.1:${(zalo.address() as AddressInfo).port}`,
  };
  server = await testServer(env, {
    get index() {
      return placed(server.service.index.current()) as PlanIndex;
    },
  });
  keys = server.service.index
    .current()
    .wards()
    .map(({ key }) => key);
  centres = new Map([
    [keys[0] ?? '', [21.5, 105.5]],
    [keys[1] ?? '', [20.9, 106.1]],
  ]);
  answer = { error: 0 };
  token = (await server.call('POST', '/api/v1/session', { body: { accessToken: 'a' } })).json.token;
});
afterEach(async () => {
  await server.close();
  zalo.close();
});

const locate = () =>
  server.call('POST', '/api/v1/location', { token, body: { token: 'loc-token', accessToken: 'access-token' } });

test('the nearest ward comes first, and the place itself is neither told, stored nor logged', async () => {
  answer = { data: { provider: 'gps', latitude: '20.98765', longitude: '106.04321', timestamp: '1' }, error: 0 };
  const reply = await locate();
  expect(reply.json).toEqual({ wards: [keys[1], keys[0]] });
  const [{ url, headers } = { url: '', headers: {} }] = asked;
  expect([url, headers.access_token, headers.code, headers.secret_key]).toEqual([
    ...['/v2.0/me/info', 'access-token', 'loc-token', 'shh'],
  ]);
  const { db, tables } = server.service.state;
  const rows = await Promise.all(Object.values(tables).map((table) => db.select().from(table)));
  expect(JSON.stringify(rows) + server.logged.join('\n')).not.toMatch(/20\.98|106\.04|loc-token|access-token/);
});

test('where no ward has said where it lies, Zalo is not asked', async () => {
  centres = new Map();
  expect((await locate()).json).toEqual({ wards: [] });
  expect(asked).toEqual([]);
  const { wards } = (await server.call('GET', '/api/v1/wards')).json;
  expect(wards.map((ward: { has_centre: boolean }) => ward.has_centre)).toEqual(keys.map(() => false));
});

test.each([
  [{ error: -201, message: 'code expired' }, 400, 'location_refused'],
  [{ error: 0 }, 503, 'zalo_unavailable'],
  [{ data: { latitude: '95', longitude: '1' }, error: 0 }, 503, 'zalo_unavailable'],
  ['<html>20.98765', 503, 'zalo_unavailable'],
])('%j leaves the choice by list', async (given, status, code) => {
  answer = given;
  const reply = await locate();
  expect([reply.status, reply.json.error.code]).toEqual([status, code]);
  expect(server.logged.join('\n')).not.toContain('20.98765');
});
