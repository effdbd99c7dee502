import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { acquaintedChat } from '../fixtures/chat.ts';
import { realService } from '../fixtures/real-service.ts';

let service: Service;
beforeAll(async () => {
  service = await realService();
});
afterAll(() => service.close());

test.each(['liên kết', 'Liên kết tài khoản', 'lien ket tai khoan', 'cho bác xin mã liên kết với', 'ket noi mini app'])(
  '“%s” is answered with a code, what to do with it, and that nobody else may have it',
  async (line) => {
    const chat = await acquaintedChat(service);
    const said = await chat.say(line);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('ABCD-EFGH');
    expect(said[0]).toMatch(/10 phút[\s\S]*Liên kết tài khoản[\s\S]*đừng đưa mã cho ai/);
    expect(chat.asked).toEqual([]);
  },
);

test('asked twice at once, one code is given; a question that only speaks of linking goes to the plan', async () => {
  const chat = await acquaintedChat(service);
  expect(await chat.say('liên kết', 'lien ket tai khoan')).toHaveLength(1);
  const question = 'liên kết giữa các đơn vị do ai phụ trách';
  await chat.say(question);
  expect(chat.asked).toEqual([question]);
});

test('while an official is writing with the person, the assistant keeps out', async () => {
  const chat = await acquaintedChat(service);
  await chat.say({ kind: 'staff_message' });
  expect(await chat.say('liên kết')).toEqual([]);
});
