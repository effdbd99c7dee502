import { describe, expect, it } from 'vitest';
import { channelSentence, hourSentence, monthsUntil, shareWords } from './reach-words.ts';

describe('what is said of who was reached', () => {
  it('gives a percentage only of numbers that bear one', () => {
    expect(shareWords({ of: 120, seen: 45, answered: 12 }, 'lượt')).toBe(
      '45 trong 120 lượt đã xem (38 %), 12 lượt trả lời',
    );
    expect(shareWords({ of: 29, seen: 29, answered: 0 }, 'người')).toBe('29 trong 29 người đã xem, chưa ai trả lời');
  });

  it('compares ways only when both have been used enough and differ clearly', () => {
    const channel = (name: 'feed' | 'oa', sent: number, seen: number) => ({ channel: name, sent, seen, answered: 0 });
    expect(channelSentence([channel('oa', 100, 80), channel('feed', 29, 1)])).toMatch(/^Chưa đủ số/);
    expect(channelSentence([channel('oa', 100, 45), channel('feed', 100, 40)])).toBe('Các cách được xem gần như nhau.');
    expect(channelSentence([channel('feed', 100, 20), channel('oa', 200, 160)])).toMatch(
      /^Được xem nhiều nhất là tin nhắn Zalo.*80 %.*20 %\.$/,
    );
  });

  it('names an hour only when enough was read', () => {
    expect(hourSentence([])).toBe('Chưa ghi được lượt xem nào.');
    expect(hourSentence([{ hour: 19, reads: 12 }])).toMatch(/còn ít quá/);
    expect(
      hourSentence([
        { hour: 7, reads: 10 },
        { hour: 23, reads: 25 },
      ]),
    ).toBe('Bà con xem nhiều nhất trong khoảng 23 giờ đến 0 giờ: 25 trong 35 lượt xem.');
  });
});

it('counts months back over the turn of the year, with their last days', () => {
  const months = monthsUntil('2026-03-15');
  expect(months).toHaveLength(12);
  expect(months[1]).toEqual({ value: '2026-02', title: 'Tháng 2/2026', from: '2026-02-01', until: '2026-02-28' });
  expect(months[3]).toMatchObject({ title: 'Tháng 12/2025', until: '2025-12-31' });
});
