import { describe, expect, test } from 'vitest';
import { readWhen, saysNearDay } from './read-when.ts';

/** Sunday evening. */
const NOW = Date.parse('2026-11-29T20:00:00+07:00');
const said = (text: string, now = NOW): string => {
  const when = readWhen(text, now);
  if (when.kind === 'none') return 'none';
  if (when.kind === 'sure') return written(when.at);
  return ['?', when.day, ...when.candidates.map(written)].filter(Boolean).join(' | ');
};
const written = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('a moment that is said wholly', () => {
  test.each([
    ['7 giờ sáng mai', '2026-11-30 07:00'],
    ['19h thứ bảy', '2026-12-05 19:00'],
    ['19h30 tối thứ 7', '2026-12-05 19:30'],
    ['7h tối mai', '2026-11-30 19:00'],
    ['tối mai 7h30', '2026-11-30 19:30'],
    ['tối thứ sáu, lúc 7 giờ rưỡi', '2026-12-04 19:30'],
    ['bảy giờ tối thứ ba', '2026-12-01 19:00'],
    ['hai giờ chiều ngày 5/12', '2026-12-05 14:00'],
    ['14h00 ngày 5/12/2026', '2026-12-05 14:00'],
    ['08h00 ngày 05/12', '2026-12-05 08:00'],
    ['lúc 19:30 thứ bảy, ngày 5/12', '2026-12-05 19:30'],
    ['thứ Bảy (5/12) 19h', '2026-12-05 19:00'],
    ['ngày 5 tháng 12 năm 2026, 14 giờ 30 phút', '2026-12-05 14:30'],
    ['21h hôm nay', '2026-11-29 21:00'],
    ['9h tối nay', '2026-11-29 21:00'],
    ['8g30 sáng chủ nhật tuần sau', '2026-12-06 08:30'],
    ['từ 8h đến 17h ngày 1/12', '2026-12-01 08:00'],
    ['19h ngày 10/1', '2027-01-10 19:00'],
    ['12 giờ trưa mai', '2026-11-30 12:00'],
    ['1h trưa mai', '2026-11-30 13:00'],
    ['19h mai', '2026-11-30 19:00'],
  ])('%s', (text, expected) => expect(said(text)).toBe(expected));

  test.each([
    ['7 gio sang mai', '2026-11-30 07:00'],
    ['19h thu bay', '2026-12-05 19:00'],
    ['hop luc 7h toi thu 7 o nha van hoa', '2026-12-05 19:00'],
    ['bay gio ruoi toi mai', '2026-11-30 19:30'],
    ['2 gio chieu ngay 5 thang 12', '2026-12-05 14:00'],
  ])('without tone marks: %s', (text, expected) => expect(said(text)).toBe(expected));
});

describe('what is not sure is asked about', () => {
  test.each([
    ['7 giờ mai', '? | 2026-11-30 | 2026-11-30 07:00 | 2026-11-30 19:00', 'morning or evening'],
    ['19h', '? | 2026-11-30 19:00', 'no day'],
    ['21h', '? | 2026-11-29 21:00 | 2026-11-30 21:00', 'today or tomorrow'],
    ['10h sáng, 11h trưa', '? | 2026-11-30 10:00 | 2026-11-30 11:00', 'two hours, no day'],
    ['10h mai', '? | 2026-11-30 | 2026-11-30 10:00 | 2026-11-30 22:00', 'morning or night'],
    ['8h-17h ngày 1/12', '? | 2026-12-01 | 2026-12-01 08:00 | 2026-12-01 20:00', 'the end is not read'],
    ['thứ hai tuần này 19h', '?', 'past'],
    ['19h30 cn', '? | 2026-12-06 19:30', 'said on a Sunday'],
    ['tối mai', '? | 2026-11-30', 'no hour'],
    ['19h thứ sáu ngày 5/12', '?', 'the 5th is a Saturday'],
    ['19h ngày 28/11', '?', 'past'],
    ['19h ngày 31/2', '?', 'no such day'],
    ['19h chủ nhật', '? | 2026-12-06 19:00', 'today, which is past, or in a week'],
    ['19h thứ bảy tới', '? | 2026-12-05 19:00 | 2026-12-12 19:00', 'this or the next'],
    ['8h sáng và 14h ngày 5/12', '? | 2026-12-05 | 2026-12-05 08:00 | 2026-12-05 14:00', 'two hours'],
    ['19h mùng 5', '?', 'the old calendar'],
    ['15h sáng mai', '? | 2026-11-30', 'contradicts itself'],
  ])('%s → %s: %s', (text, expected) => expect(said(text)).toBe(expected));
});

describe('what is no time of an event', () => {
  test.each([
    'Mời bà con đến họp.',
    'Nộp quỹ trước ngày 30/11, hạn cuối 5/12.',
    'Mỗi hộ thu 5 nghìn, cả tổ 24 hộ.',
    'thu 5 trieu dong cua moi ho',
    'Cắt nước trong 3 giờ đồng hồ',
    'Nhà bác Mai ở ngõ 7, tổ 5',
    'Kế hoạch 43/KH-UBND, hỗ trợ 24/7',
    'toi di hop',
  ])('%s', (text) => expect(said(text)).toBe('none'));
});

test('“thứ bảy” said on a Saturday is today or in a week', () => {
  const saturday = Date.parse('2026-12-05T10:00:00+07:00');
  expect(said('19h thứ bảy', saturday)).toBe('? | 2026-12-05 19:00 | 2026-12-12 19:00');
  expect(said('9h sáng thứ bảy', saturday)).toBe('? | 2026-12-12 09:00');
});

test('“mai” and “nay” mean another day on another day', () => {
  for (const text of ['Sáng mai cắt nước', 'toi nay hop to', '19h mai']) expect(saysNearDay(text)).toBe(true);
  for (const text of ['Nhà bác Mai họp thứ bảy', 'Ngày 5/12 cắt nước']) expect(saysNearDay(text)).toBe(false);
});

test('the longest message is read in well under a second', () => {
  const start = performance.now();
  for (const text of [
    '19h30 '.repeat(330),
    '1/1 '.repeat(500),
    'thứ thứ '.repeat(250),
    '9'.repeat(2_000),
    ' '.repeat(2_000),
  ])
    readWhen(text, NOW);
  expect(performance.now() - start).toBeLessThan(500);
});
