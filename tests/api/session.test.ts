import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fakes/test-server.ts';

const SECRET = 'a-session-secret-of-at-least-32-letters';
let server: TestServer;
let zalo: Server | null = null;
afterEach(async () => {
  await server.close();
  zalo?.close();
  zalo = null;
});

test('a demo session does not exist outside demo mode, and its token is worth nothing there', async () => {
  const demo = await testServer({ DEMO: '1', SESSION_SECRET: SECRET });
  const ward = demo.deps.index.wards()[0]?.key ?? '';
  const token = await demo.signIn('admin', ward);
  await demo.close();
  server = await testServer({ DEMO: '0', SESSION_SECRET: SECRET });
  const reply = await server.call('POST', '/api/v1/session/demo', { body: { persona: 'admin', ward } });
  expect(reply.status).toBe(404);
  expect((await server.call('GET', '/api/v1/me', { token })).status).toBe(401);
});

test('a demo session says who it is', async () => {
  server = await testServer();
  const ward = server.deps.index.wards()[0]?.key ?? '';
  const token = await server.signIn('official', ward, { unit: 'Phòng Kinh tế' });
  const { json } = await server.call('GET', '/api/v1/me', { token });
  expect(json.user).toMatchObject({ role: 'official', ward, unit: 'Phòng Kinh tế', demo: true });
});

describe('signing in with Zalo', () => {
  let seen: IncomingHttpHeaders = {};

  /** A server in the place of graph.zalo.me. */
  async function zaloAnswers(body: unknown, status = 200): Promise<void> {
    zalo = createServer((request, response) => {
      seen = request.headers;
      response
        .writeHead(status, { 'content-type': 'text/json' })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    await new Promise<void>((resolve) => zalo?.listen(0, '127.0.0.1', resolve));
    const { port } = zalo.address() as AddressInfo;
    server = await testServer({ ZALO_APP_ID: '1', ZALO_APP_SECRET: 'shh', ZALO_GRAPH_URL: `http://127.0.0.1:${port}` });
  }

  const signIn = () => server.call('POST', '/api/v1/session', { body: { accessToken: 'token-1' } });

  test('the token is checked with the proof that Zalo asks for, and the person is a resident', async () => {
    await zaloAnswers({ id: '42', name: 'Nguyễn Thị A', error: 0, message: 'Success' });
    const reply = await signIn();
    expect(reply.status).toBe(200);
    expect(reply.json.user).toMatchObject({ id: 'zalo:42', name: 'Nguyễn Thị A', role: 'resident', ward: null });
    expect(seen.access_token).toBe('token-1');
    expect(seen.appsecret_proof).toBe(createHmac('sha256', 'shh').update('token-1').digest('hex'));
    expect((await server.call('GET', '/api/v1/me', { token: reply.json.token })).status).toBe(200);
  });

  test('a refusal inside a 200 is a refusal', async () => {
    await zaloAnswers({ error: 452, message: 'Session key invalid' });
    expect([(await signIn()).status, (await signIn()).json.error.code]).toEqual([401, 'zalo_token_refused']);
  });

  test.each([['<html>'], [{}], [{ error: 'x' }]])('an answer that is not Zalo’s is "try later": %j', async (body) => {
    await zaloAnswers(body, 502);
    const reply = await signIn();
    expect([reply.status, reply.json.error.code]).toEqual([503, 'zalo_unavailable']);
    expect(reply.headers.get('retry-after')).toBe('30');
  });

  test('an empty token, as the SDK gives it in a browser, never signs in', async () => {
    await zaloAnswers({ id: '42', error: 0 });
    expect((await server.call('POST', '/api/v1/session', { body: { accessToken: '' } })).status).toBe(400);
  });
});
