import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
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
      expect(said).toContain(`“${text}”`);
      expect(said).toMatch(/\n1\. Lừa đảo\n2\. Thật$/);
      const verdict = only(await chat.say(isScam ? '1' : 'thật'));
      expect(verdict).toMatch(/^Đúng rồi!/);
      for (const told of [...signs, whatToDo, whereToReport ?? '']) expect(verdict).toContain(told);
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
