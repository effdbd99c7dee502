import type { OutboxMessage } from '@phuong-so/shared/domain/chat';
import { expect, test } from 'vitest';
import type { ChatLine } from '../ports/zalo-oa.ts';
import { findDelivered } from './find-delivered.ts';

const NONE = new Set<string>();
const TRIED_AT = 1_000_000;
const message: OutboxMessage = {
  ...{
    id: 'm',
    oaId: 'oa',
    userId: 'u',
    kind: 'reply',
    part: 0,
    createdAt: 0,
    expiresAt: 9e9,
    topic: null,
    choices: [],
  },
  text: 'Hạn nộp báo cáo:\ntrước ngày 30/11.',
};
const line = (change: Partial<ChatLine> = {}): ChatLine => ({
  ...{ messageId: 'z1', from: 'account', text: message.text, at: TRIED_AT + 500 },
  ...change,
});

test('finds the message by its words, however Zalo wrote its spaces and letters', () => {
  const asShown = line({ text: ' Hạn nộp báo cáo: trước ngày 30/11. '.normalize('NFD') });
  expect(findDelivered(message, TRIED_AT, [line({ messageId: 'z0', text: 'khác' }), asShown], NONE)).toBe(asShown);
});

test.each([
  ['other words', line({ text: 'Hạn nộp báo cáo: trước ngày 30/12.' })],
  ['the person quoting us', line({ from: 'person' })],
  ['the same answer of an earlier question', line({ at: TRIED_AT - 120_000 })],
])('does not take %s for it', (_what, other) => {
  expect(findDelivered(message, TRIED_AT, [other], NONE)).toBeNull();
});

test('does not take another message that is known to be sent for it', () => {
  expect(findDelivered(message, TRIED_AT, [line()], new Set(['z1']))).toBeNull();
});
