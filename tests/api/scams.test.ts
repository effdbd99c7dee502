import { messageCheckReply, scamPracticeReply } from '@phuong-so/shared/contracts/learning';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

async function check(text: string) {
  const { status, json } = await server.call('POST', '/api/v1/messages/check', { body: { text } });
  expect(status).toBe(200);
  return messageCheckReply.parse(json);
}

test('a scam is told by its signs, each with the words that show it and why', async () => {
  const text = 'Công an phường đây, bác đọc mã OTP rồi tải ứng dụng tại vneid-vidu000.top ngay';
  const reply = await check(text);
  expect(reply.verdict).toBe('likely_scam');
  expect(reply.signs.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['otp', 'link', 'app_install']));
  for (const { found, why } of reply.signs) {
    expect(text).toContain(found);
    expect(why.length).toBeGreaterThan(20);
  }
  expect(reply.advice.join(' ')).toMatch(/Đừng làm theo.*Đừng bấm.*Công an phường.*ngân hàng.*113/);
});

test('no signs: the same standing advice, and nothing that calls the message safe', async () => {
  const { verdict, signs, advice } = await check('Mai 9h tổ mình quét dọn ngõ nhé');
  expect([verdict, signs]).toEqual(['no_signs', []]);
  const [said = '', ...always] = advice;
  expect(said).toContain('chưa có nghĩa là tin này đáng tin');
  expect(always).toEqual((await check('Đọc mã OTP cho em')).advice.slice(1));
  expect(advice.join(' ')).not.toMatch(/an toàn|yên tâm/i);
});

test('an announcement of the ward is to be compared with the announcement itself', async () => {
  const [first] = await server.deps.announcements.recent(server.deps.index.wards()[0]?.key ?? '', 1);
  const { advice } = await check(`${first?.body} ${first?.code}`);
  expect(advice.filter((line) => line.includes(first?.code ?? '?'))).toHaveLength(1);
});

test('what was pasted is neither kept nor logged', async () => {
  const secret = 'chuyển khoản bimattuyetdoi vào stk 000000';
  await check(secret);
  expect(server.logged.join('\n')).toContain('/api/v1/messages/check');
  expect(server.logged.join('\n')).not.toContain('bimattuyetdoi');
});

test.each([
  ['', 400],
  ['   ', 400],
  ['a'.repeat(5000), 200],
  ['a'.repeat(5001), 400],
])('%# a text that is empty or too long is refused', async (text, status) => {
  expect((await server.call('POST', '/api/v1/messages/check', { body: { text } })).status).toBe(status);
});

test('too many at once are asked to wait', async () => {
  const own = await testServer();
  const call = () => own.call('POST', '/api/v1/messages/check', { body: { text: 'x' } });
  const statuses = await Promise.all(Array.from({ length: 70 }, async () => (await call()).status));
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  await own.close();
});

test('practice: the same for everybody, and what the check thinks of it goes with what is told', async () => {
  const { items } = scamPracticeReply.parse((await server.call('GET', '/api/v1/scam-practice')).json);
  for (const { id, text, is_scam } of items) {
    const { verdict } = await check(text);
    if (is_scam) expect(verdict, id).not.toBe('no_signs');
    else expect(verdict, id).toBe('no_signs');
  }
});
