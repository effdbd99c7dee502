import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oauthClient } from './oauth-client.ts';
import { openapiClient } from './openapi-client.ts';
import { challengeOf, newVerifier } from './pkce.ts';

interface Seen {
  readonly method: string | undefined;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: Server;
let base: string;
let seen: Seen[];
let answer: RequestListener;

beforeEach(async () => {
  seen = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '', 'http://zalo');
    seen.push({ method: request.method, url, headers: request.headers, body: Buffer.concat(chunks).toString() });
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const replies = (status: number, body: unknown, headers: Record<string, string> = {}): RequestListener => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return (_, response) => void response.writeHead(status, headers).end(text);
};
const oa = (timeLimitMs = 2000) => openapiClient({ openapiUrl: base, fetch, timeLimitMs });
const oauth = () => oauthClient({ oauthUrl: base, appId: '77', appSecret: 'app-secret', fetch, timeLimitMs: 2000 });
const message = { userId: 'u1', text: 'Chào bác' };
const send = () => oa().send('v3.0/oa/message/cs', 'token-1', message);
const none = { perMinute: null, remaining: null };

test('a message goes out as documented and the id comes back', async () => {
  answer = replies(200, '{"error":0,"message":"Success","data":{"message_id":388613280878808645,"sent_time":"1"}}', {
    'X-RateLimit-Limit': '100',
    'X-RateLimit-Remain': '99',
  });
  const limits = { perMinute: 100, remaining: 99 };
  expect(await send()).toEqual({ kind: 'answered', error: 0, value: { messageId: '388613280878808645' }, limits });
  expect(seen[0]).toMatchObject({
    method: 'POST',
    headers: { access_token: 'token-1', 'content-type': 'application/json' },
  });
  expect(seen[0]?.url.pathname).toBe('/v3.0/oa/message/cs');
  expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ recipient: { user_id: 'u1' }, message: { text: 'Chào bác' } });
});

test('buttons stay within the platform’s limits', async () => {
  answer = replies(200, { error: 0, data: { message_id: 'm' } });
  const buttons = Array.from({ length: 7 }, (_, at) => ({ title: `${at}`.repeat(101), text: 'x'.repeat(1001) }));
  await oa().send('v2.0/oa/message', 't', { ...message, buttons });
  const sent = JSON.parse(seen[0]?.body ?? '').message.attachment.payload.buttons;
  expect(sent).toHaveLength(5);
  expect(sent[1]).toEqual({ title: '1'.repeat(100), type: 'oa.query.show', payload: 'x'.repeat(1000) });
});

test.each([
  ['a refusal as HTTP 200', 200, { error: -235, message: 'This API does not support this type of OA' }, -235],
  ['a refusal as HTTP 400', 400, { error: '-201' }, -201],
  ['HTTP 401 whatever it says', 401, 'no token', -216],
  ['HTTP 429 without words', 429, '', -32],
])('%s is Zalo’s own word', async (_what, status, body, error) => {
  answer = replies(status, body);
  expect(await send()).toEqual({ kind: 'answered', error, value: null, limits: none });
});

test.each([
  ['a server error', 502, '<html>'],
  ['a server error with JSON', 500, { error: -200 }],
  ['a page instead of JSON', 200, '<html>'],
  ['half an answer', 200, '{"error":0,"data":{"mess'],
  ['a success without an id', 200, { error: 0, message: 'Success' }],
  ['an answer without a verdict', 200, { data: { message_id: 'm' } }],
  ['a success by its words only', 404, { error: 0, data: { message_id: 'm' } }],
  ['more than anyone would send', 200, `{"error":0,"data":{"message_id":"${'m'.repeat(300_000)}"}}`],
])('%s leaves open whether the message arrived', async (_what, status, body) => {
  answer = replies(status, body);
  expect((await send()).kind).toBe('unknown');
});

test('a cut connection and a time-out leave it open too', async () => {
  answer = (request) => void request.socket.destroy();
  expect((await send()).kind).toBe('unknown');
  answer = () => undefined;
  expect(await oa(60).send('v3.0/oa/message/cs', 't', message)).toEqual({ kind: 'unknown', reason: 'time_limit' });
  answer = (_, response) => void response.writeHead(200).write('{"error":');
  expect(await oa(60).account('t')).toEqual({ kind: 'unknown', reason: 'time_limit' });
});

test('a refused connection, an unknown host and an impossible header never left', async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  expect(await send()).toEqual({ kind: 'not_sent', reason: 'ECONNREFUSED' });
  const failed = (code: string) => async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  };
  const result = (code: string) => openapiClient({ openapiUrl: base, fetch: failed(code) }).account('t');
  expect(await result('ENOTFOUND')).toEqual({ kind: 'not_sent', reason: 'ENOTFOUND' });
  expect(await result('CERT_HAS_EXPIRED')).toEqual({ kind: 'not_sent', reason: 'CERT_HAS_EXPIRED' });
  expect(await result('ECONNRESET')).toEqual({ kind: 'unknown', reason: 'ECONNRESET' });
  expect(await oa().send('v2.0/oa/message', 'a\nb', message)).toEqual({
    kind: 'not_sent',
    reason: 'malformed_request',
  });
});

test('a redirection is not followed: the token stays with Zalo', async () => {
  answer = replies(302, '', { location: `${base}/elsewhere` });
  expect(await send()).toEqual({ kind: 'unknown', reason: 'http_302' });
  expect(seen).toHaveLength(1);
});

test('a conversation is read newest first, ids and times as strings or numbers', async () => {
  answer = replies(200, {
    error: 0,
    data: [
      { message_id: 'a', src: 0, time: 1717061839659, type: 'text', message: 'Chào bác' },
      { message_id: 12, src: '1', time: '1717061839999', type: 'text', message: 'Chào' },
      { message_id: 'c', from_id: 'u1', time: 1717061839000, type: 'photo', message: 'https://x' },
      { message_id: 'no time' },
    ],
  });
  const result = await oa().conversation('token-1', 'u1', 10);
  expect(result).toMatchObject({ kind: 'answered', error: 0 });
  expect(result.kind === 'answered' && result.value).toEqual([
    { messageId: '12', from: 'person', text: 'Chào', at: 1717061839999 },
    { messageId: 'a', from: 'account', text: 'Chào bác', at: 1717061839659 },
    { messageId: 'c', from: 'person', text: '', at: 1717061839000 },
  ]);
  expect(seen[0]?.url.pathname).toBe('/v2.0/oa/conversation');
  expect(JSON.parse(seen[0]?.url.searchParams.get('data') ?? '')).toEqual({ user_id: 'u1', offset: 10, count: 10 });
});

test('an account tells what it is, as much as Zalo says', async () => {
  answer = replies(200, {
    error: 0,
    data: { oaid: '9', name: 'UBND', oa_type: '4', is_verified: true, package_name: 'X' },
  });
  const full = { oaId: '9', name: 'UBND', type: 4, isVerified: true, packageName: 'X' };
  expect(await oa().account('t')).toMatchObject({ error: 0, value: full });
  answer = replies(200, '{"error":0,"data":{"oaid":388613280878808645,"is_verified":"odd","oa_type":null}}');
  const bare = { oaId: '388613280878808645', name: '', type: null, isVerified: null, packageName: null };
  expect(await oa().account('t')).toMatchObject({ error: 0, value: bare });
});

test.each([
  [{ access_token: 'a', refresh_token: 'r', expires_in: '90000' }, 90000],
  [{ access_token: 'a', refresh_token: 'r', expires_in: 3600, error: 0 }, 3600],
  [{ access_token: 'a', refresh_token: 'r', expire_in: '7200' }, 7200],
  [{ access_token: 'a', refresh_token: 'r', expires_in: 'soon' }, 3600],
])('a refresh gives a new pair: %o', async (body, expiresIn) => {
  answer = replies(200, body);
  const value = { accessToken: 'a', refreshToken: 'r', expiresIn };
  expect(await oauth().refresh('old')).toEqual({ kind: 'answered', error: 0, value, limits: none });
  expect(seen[0]).toMatchObject({ method: 'POST', headers: { secret_key: 'app-secret' } });
  expect(seen[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  const form = { refresh_token: 'old', grant_type: 'refresh_token', app_id: '77' };
  expect(Object.fromEntries(new URLSearchParams(seen[0]?.body))).toEqual(form);
  expect(seen[0]?.url.pathname).toBe('/v4/oa/access_token');
});

test.each([
  [200, { error: -14020, error_name: 'Invalid refresh token' }, { kind: 'answered', error: -14020 }],
  [400, { error: '-14014' }, { kind: 'answered', error: -14014 }],
  [200, { access_token: 'a', refresh_token: 'r', error: -1 }, { kind: 'answered', error: -1 }],
  [200, { access_token: 'a' }, { kind: 'unknown' }],
  [401, 'no', { kind: 'unknown' }],
  [503, { error: -14020 }, { kind: 'unknown' }],
])('a refresh that fails: %d %o', async (status, body, expected) => {
  answer = replies(status, body);
  expect(await oauth().refresh('old')).toMatchObject(expected);
});

test('a code is exchanged with its verifier, and the link carries only the challenge', async () => {
  answer = replies(200, { access_token: 'a', refresh_token: 'r', expires_in: '90000' });
  const verifier = newVerifier();
  expect(verifier).toMatch(/^[A-Za-z0-9]{43}$/);
  expect(newVerifier()).not.toBe(verifier);
  await oauth().exchange('c0de', verifier);
  const form = { code: 'c0de', grant_type: 'authorization_code', code_verifier: verifier, app_id: '77' };
  expect(Object.fromEntries(new URLSearchParams(seen[0]?.body))).toEqual(form);
  const link = new URL(oauth().permissionUrl('https://phuong.example/zalo', challengeOf(verifier), 's'));
  expect(link.pathname).toBe('/v4/oa/permission');
  expect(Object.fromEntries(link.searchParams)).toEqual({
    ...{ app_id: '77', redirect_uri: 'https://phuong.example/zalo', state: 's' },
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  expect(String(link)).not.toContain(verifier);
});

test('no failure carries a token, a secret or a text', async () => {
  const results: unknown[] = [];
  for (const reply of [
    replies(200, 'token-1 Chào bác app-secret'),
    replies(500, 'token-1'),
    (_: unknown, r: { destroy(): void }) => r.destroy(),
  ]) {
    answer = reply as RequestListener;
    results.push(await send(), await oauth().refresh('token-1'));
  }
  expect(JSON.stringify(results)).not.toMatch(/token-1|Chào|app-secret/);
});
