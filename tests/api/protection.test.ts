import { afterEach, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
afterEach(() => server.close());

function firstWard(): string {
  return server.deps.index.wards()[0]?.key ?? '';
}

test('a body over 64 kB is refused, whether or not it names its length', async () => {
  server = await testServer();
  const body = JSON.stringify({ ward: firstWard(), question: 'a'.repeat(70_000) });
  expect((await server.call('POST', '/api/v1/ask', { body })).status).toBe(413);
  const named = await server.call('POST', '/api/v1/ask', { body, headers: { 'content-length': '70040' } });
  expect(named.status).toBe(413);
  expect(named.json.error.code).toBe('body_too_large');
});

test('a question may have 2,000 letters as people count them, and no more', async () => {
  server = await testServer();
  const ask = (question: string) => server.call('POST', '/api/v1/ask', { body: { ward: firstWard(), question } });
  expect((await ask('ế'.repeat(2000).normalize('NFD'))).status).toBe(200);
  const long = await ask('ế'.repeat(2001));
  expect([long.status, long.json.error.code]).toEqual([400, 'question_too_long']);
  expect(long.json.error.message).toContain('2.000');
  expect((await ask(' \n ')).json.error.code).toBe('question_empty');
});

test.each([
  ['{"ward":', 400, 'invalid_json'],
  ['[]', 400, 'invalid_input'],
  ['{"ward":"x"}', 400, 'invalid_input'],
  ['{"ward":"khong-co","question":"Ai ký?"}', 404, 'unknown_ward'],
  ['{"ward":"../../etc","question":"Ai ký?"}', 404, 'unknown_ward'],
  ['{"ward":"__proto__","question":"Ai ký?"}', 404, 'unknown_ward'],
  ['{"question":"Ai ký?","conversationId":"a b"}', 400, 'invalid_input'],
])('a body that cannot be used gets a clear refusal: %s', async (body, status, code) => {
  server = await testServer();
  const reply = await server.call('POST', '/api/v1/ask', { body });
  expect([reply.status, reply.json.error.code]).toEqual([status, code]);
});

test('a flood of questions from one address is slowed down, and told for how long', async () => {
  server = await testServer();
  const ask = () => server.call('POST', '/api/v1/ask', { body: { question: 'chào' } });
  const replies = await Promise.all(Array.from({ length: 90 }, ask));
  const slowed = replies.filter(({ status }) => status === 429);
  expect(slowed.length).toBeGreaterThan(20);
  expect(Number(slowed[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(slowed[0]?.json.error.message).toContain('chờ');
  const signedIn = await server.signIn('resident', firstWard());
  const reply = await server.call('POST', '/api/v1/ask', { body: { question: 'chào' }, token: signedIn });
  expect(reply.status, 'a person who signed in has a turn of their own').toBe(200);
});

test('behind a proxy callers are told apart by what the proxy saw, not by what they claim', async () => {
  server = await testServer({ DEMO: '1', PUBLIC_URL: 'https://phuong.example' });
  const ask = (forwarded: string) =>
    server.call('POST', '/api/v1/ask', { body: { question: 'chào' }, headers: { 'x-forwarded-for': forwarded } });
  const replies = await Promise.all(Array.from({ length: 90 }, (_, i) => ask(`10.0.0.${i}, 203.0.113.5`)));
  expect(replies.some(({ status }) => status === 429)).toBe(true);
  expect((await ask('203.0.113.6')).status).toBe(200);
});

test('without a proxy X-Forwarded-For changes nothing', async () => {
  server = await testServer();
  const ask = (i: number) =>
    server.call('POST', '/api/v1/ask', { body: { question: 'chào' }, headers: { 'x-forwarded-for': `10.0.0.${i}` } });
  const replies = await Promise.all(Array.from({ length: 90 }, (_, i) => ask(i)));
  expect(replies.some(({ status }) => status === 429)).toBe(true);
});

test('a fault inside shows nothing of itself, and the log has where it happened under the request’s id', async () => {
  const answer = () => Promise.reject(new Error('secret detail in /srv/app.ts'));
  server = await testServer({ DEMO: '1' }, { answer });
  const reply = await server.call('POST', '/api/v1/ask', { body: { ward: firstWard(), question: 'Ai ký?' } });
  expect(reply.status).toBe(500);
  expect(reply.text).not.toMatch(/secret|\.ts|Error/);
  const id = reply.headers.get('x-request-id') ?? 'none';
  const logged = server.logged.find((line) => line.includes('request failed'));
  expect(logged).toContain(id);
  expect(logged).toContain('protection.test.ts');
  // The message of an error may quote what the person typed.
  expect(server.logged.join('')).not.toContain('secret detail');
});

test('no line of the log holds a person’s words, address or token', async () => {
  server = await testServer();
  const token = await server.signIn('official', firstWard(), { unit: 'Phòng Bí Mật' });
  await server.call('POST', '/api/v1/ask', {
    body: { ward: firstWard(), question: 'số điện thoại 0912345678' },
    token,
  });
  await server.call('GET', `/api/v1/tasks?ward=${firstWard()}&unit=0912345678`, { token });
  const log = server.logged.join('');
  expect(log).toContain('/api/v1/tasks');
  expect(log).not.toMatch(/0912345678|Bí Mật/);
  expect(log).not.toContain(token);
});

test('replies are data: they cannot be framed or sniffed, and only Zalo’s pages may read them', async () => {
  server = await testServer({ DEMO: '0' });
  const from = (origin: string) => server.call('GET', '/api/v1/wards', { headers: { origin } });
  for (const origin of ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn']) {
    expect((await from(origin)).headers.get('access-control-allow-origin')).toBe(origin);
  }
  const strangers = [
    'https://evil.example',
    'https://h5.zdn.vn.evil.example',
    'http://h5.zdn.vn',
    'http://localhost:3000',
  ];
  for (const origin of [...strangers, 'null']) {
    expect((await from(origin)).headers.get('access-control-allow-origin'), origin).toBeNull();
  }
  const { headers } = await from('https://h5.zdn.vn');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('access-control-allow-credentials')).toBeNull();
  for (const name of ['etag', 'retry-after', 'x-request-id']) {
    expect(headers.get('access-control-expose-headers')?.split(','), name).toContain(name);
  }
});

test('before a request of its own kind a page of Zalo’s is told what it may send', async () => {
  server = await testServer();
  for (const method of ['GET', 'POST', 'PATCH', 'DELETE']) {
    const { headers } = await server.call('OPTIONS', '/api/v1/ask', {
      headers: { origin: 'https://h5.zdn.vn', 'access-control-request-method': method },
    });
    expect(headers.get('access-control-allow-methods')?.split(',')).toContain(method);
    for (const name of ['authorization', 'content-type', 'if-none-match']) {
      expect(headers.get('access-control-allow-headers')?.split(','), name).toContain(name);
    }
  }
});

test('the page that is being written may call in a demonstration, and where it is configured', async () => {
  const origin = 'http://localhost:3000';
  server = await testServer({ DEMO: '1' });
  expect((await server.call('GET', '/api/v1/wards', { headers: { origin } })).headers.get(ALLOWED)).toBe(origin);
  await server.close();
  server = await testServer({ DEMO: '0', DEV_ORIGIN: 'http://192.168.1.5:3000' });
  expect((await server.call('GET', '/api/v1/wards', { headers: { origin } })).headers.get(ALLOWED)).toBeNull();
  const configured = { origin: 'http://192.168.1.5:3000' };
  expect((await server.call('GET', '/api/v1/wards', { headers: configured })).headers.get(ALLOWED)).not.toBeNull();
});

const ALLOWED = 'access-control-allow-origin';
