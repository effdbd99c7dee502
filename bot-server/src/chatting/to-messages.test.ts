import { expect, it } from 'vitest';
import { TIMES } from './settings.ts';
import type { Reply } from './talk.ts';
import { toMessages } from './to-messages.ts';

const KEY = { oaId: 'oa', userId: 'person' };
const HOUR = 3_600_000;
function reply(text: string): Reply {
  return { text, choices: [], screens: [], buttons: [], offer: '', end: '', foot: '', topic: null };
}

it('gives the same ids for the same events in any order, another for each part, and no trace of the person', async () => {
  const stamp = { lastAt: 0, now: 1_000 };
  const first = await toMessages(KEY, [reply('a'), reply('b')], { ...stamp, eventIds: ['x', 'y'] });
  const again = await toMessages(KEY, [reply('a'), reply('b')], { ...stamp, now: 9_000, eventIds: ['y', 'x'] });
  expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
  expect(new Set(first.map(({ id }) => id)).size).toBe(2);
  expect(first.map(({ part }) => part)).toEqual([0, 1]);
  expect(first.every(({ id }) => /^[0-9a-f]{64}$/.test(id))).toBe(true);
});

it('ends before the free window does, and apologises once when late', async () => {
  const lastAt = 5 * HOUR;
  const messages = await toMessages(KEY, [reply('a'), reply('b')], {
    eventIds: ['x'],
    lastAt,
    now: lastAt + 26 * HOUR,
  });
  expect(messages[0]?.expiresAt).toBe(lastAt + TIMES.replyWindow);
  expect(messages[0]?.text).toMatch(/^Xin lỗi/);
  expect(messages[1]?.text).toBe('b');
});

it('choices go with the last part of the text that offers them', async () => {
  const choices = ['Ai chủ trì?', 'Bao giờ xong?'];
  const offering = { ...reply(Array.from({ length: 600 }, () => 'Câu này dài.').join(' ')), choices };
  const messages = await toMessages(KEY, [reply('a'), offering], { lastAt: 0, now: 0, eventIds: ['x'] });
  expect(messages.length).toBeGreaterThan(3);
  expect(messages.at(-1)?.text).toMatch(/1\. Ai chủ trì\?\n2\. Bao giờ xong\?$/);
  expect(messages.map((message) => message.choices)).toEqual([...messages.slice(1).map(() => []), choices]);
});
