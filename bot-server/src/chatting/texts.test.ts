import { describe, expect, it } from 'vitest';
import * as texts from './texts.ts';

const LONG_WARD = 'phường '.padEnd(60, 'Dài ');

describe('the greeting', () => {
  it('is short and says: a machine, what it does, how to reach a person', () => {
    const text = texts.greeting(LONG_WARD);
    expect(text.length).toBeLessThanOrEqual(350);
    expect(text).toMatch(/trợ lý tự động/);
    expect(text).toMatch(/không phải cán bộ/);
    expect(text).toMatch(/gõ 0 để gặp cán bộ/i);
    expect(text).toMatch(/gõ MENU/i);
  });
});

describe('the hand-over', () => {
  it('promises nothing that the ward has not configured', () => {
    expect(texts.handover(undefined)).not.toMatch(/\d/);
    expect(texts.handover({})).not.toMatch(/Giờ làm việc|gọi/);
    const told = texts.handover({ hours: '8h–17h, thứ Hai đến thứ Sáu.', hotline: '024 1234 5678' });
    expect(told).toContain('Giờ làm việc: 8h–17h, thứ Hai đến thứ Sáu.');
    expect(told).toContain('024 1234 5678');
  });
});

describe('what cannot be read', () => {
  it('is one message for several things, and says what to do instead', () => {
    expect(texts.insteadOf(['image', 'gif', 'image'])).toMatch(/^Tôi chưa xem được ảnh\. .*tin nhắn lạ/);
    expect(texts.insteadOf(['audio'])).toMatch(/không cần dấu/);
    expect(texts.insteadOf(['image', 'audio'])).toMatch(/ảnh.*thoại/);
  });
});

it('numbers are offered the way people say them', () => {
  expect(texts.offer(1)).toBe('Gõ 1 để hỏi tiếp:');
  expect(texts.offer(2)).toBe('Gõ 1 hoặc 2 để hỏi tiếp:');
  expect(texts.offer(3)).toBe('Gõ 1, 2 hoặc 3 để hỏi tiếp:');
});
