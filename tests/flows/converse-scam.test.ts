import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { withoutLinks } from '../../bot-server/src/chatting/scam/texts.ts';
import { acquaintedChat, LIBRARY } from '../fixtures/chat.ts';
import { realService } from '../fixtures/real-service.ts';

let service: Service;
beforeAll(async () => {
  service = await realService();
});
afterAll(() => service.close());

const only = (texts: readonly string[]): string => {
  expect(texts).toHaveLength(1);
  return texts[0] ?? '';
};

it.each(['luyện lừa đảo', 'lua dao hay that'])(
  '“%s”: every message is announced as made up, then what gave it away',
  async (line) => {
    const chat = await acquaintedChat(service, { questionsPerMinute: 100 });
    let said = only(await chat.say(line));
    for (const { text, isScam, signs, whatToDo, whereToReport } of LIBRARY.scamPractice) {
      expect(said).toContain('do tôi bịa ra để luyện, không có thật');
      expect(said).toContain(`“${withoutLinks(text)}”`);
      expect(said).not.toMatch(/[a-z\d]\.[a-z]{2}/i);
      expect(said).toMatch(/\n1\. Lừa đảo\n2\. Thật$/);
      const verdict = only(await chat.say(isScam ? '1' : 'thật'));
      expect(verdict).toMatch(/^Đúng rồi!/);
      for (const told of [...signs.map(withoutLinks), whatToDo, whereToReport ?? '']) expect(verdict).toContain(told);
      said = only(await chat.say('tiếp'));
    }
    const count = LIBRARY.scamPractice.length;
    expect(said).toContain(`xem hết ${count} tin, đoán đúng ${count} tin`);
  },
);

it('a wrong guess is told kindly; “nghỉ” ends it', async () => {
  const chat = await acquaintedChat(service);
  await chat.say('luyện lừa đảo');
  expect(only(await chat.say(LIBRARY.scamPractice[0]?.isScam ? '2' : '1'))).toMatch(/^Chưa đúng\./);
  expect(only(await chat.say('nghỉ'))).toMatch(/LUYỆN LỪA ĐẢO/);
  expect(chat.thread.activity).toBeNull();
});

const PASTED = 'Con bạn đang cấp cứu ở bệnh viện, chuyển gấp 30 triệu vào tài khoản này để mổ, đừng gọi cho ai';

it.each(['kiểm tra tin nhắn', 'kiem tra tin nhan lua dao'])(
  '“%s” asks for the words, and looks at whatever is pasted',
  async (line) => {
    const chat = await acquaintedChat(service);
    expect(only(await chat.say(line))).toMatch(/dán.*Đừng bấm đường link/);
    const checked = only(await chat.say(PASTED));
    expect(checked).toMatch(/lừa đảo/);
    expect(checked).toMatch(/113/);
    expect(checked).not.toMatch(/an toàn để/);
    expect(chat.thread.activity).toBeNull();
    expect(JSON.stringify(chat.thread)).not.toContain('30 triệu');
  },
);

it('a plain question, a command or danger typed instead is no message to check', async () => {
  const chat = await acquaintedChat(service);
  await chat.say('kiểm tra tin nhắn');
  expect(only(await chat.say('ai ký kế hoạch này?'))).toMatch(/ký ban hành[\s\S]*TIẾP để quay lại phần kiểm tra/);
  await chat.say('tiếp');
  expect(only(await chat.say('cháy nhà rồi cứu với'))).toContain('114');
  await chat.say('kiểm tra tin nhắn');
  expect(only(await chat.say('thôi'))).toMatch(/dừng ở đây/);
  await chat.say('kiểm tra tin nhắn');
  chat.clock.advance(31 * 60_000);
  expect((await chat.say('wifi nha van hoa co chua'))[0]).toContain('Trích nguồn:');
});
