import { CHAT_EVENT_KINDS } from '@phuong-so/shared/domain/chat';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import { playChat } from '../fixtures/chat.ts';
import { realService } from '../fixtures/real-service.ts';

let service: Service;
beforeAll(async () => {
  service = await realService();
});
afterAll(() => service.close());

const PIECES = ['menu', '0', '1', 'số 2', 'đổi phường', '*', 'à nhầm', 'ai ký kế hoạch?', 'phòng nào', 'cảm ơn', '😀'];
const text = fc.oneof(
  fc.constantFrom(...PIECES),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.constantFrom(...PIECES, '\u202E', '\u0301', 'Trần Liễu', '?', '\n'), { maxLength: 8 })
    .map((all) => all.join(' ')),
);
const event = fc.record({
  kind: fc.constantFrom(...CHAT_EVENT_KINDS),
  text: fc.option(text),
  quotedMessageId: fc.option(fc.constantFrom('zalo-1', 'x')),
});

it('any events in any chat are answered with messages that Zalo takes, or not at all', async () => {
  const turns = fc.array(fc.array(event, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(turns, fc.constantFrom('tran-lieu', null), async (all, ward) => {
      const chat = playChat(service, { ward, questionsPerMinute: 20 });
      for (const one of all) {
        const { messages } = await chat.turn(...one);
        for (const message of messages) {
          expect(message.text.length).toBeLessThanOrEqual(2_000);
          expect(message.text.trim()).not.toBe('');
          expect(message.text.isWellFormed()).toBe(true);
        }
      }
      const ids = chat.sent.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 150 },
  );
});

it('a message of any length is answered in a moment', async () => {
  for (const piece of ['* ', '😀', 'à nhầm ', ' ', '1 ', 'phòng nào làm gì? ', '/-heart', '“', 'a']) {
    const chat = playChat(service);
    const started = performance.now();
    await chat.say(piece.repeat(20_000), `${piece.repeat(20_000)}x`);
    expect(performance.now() - started).toBeLessThan(3_000);
  }
});
