import { holidaysFileSchema } from '@phuong-so/shared/content/holidays';
import { expect, test } from 'vitest';
import { readYaml } from '../content/yaml-file.ts';
import { firstDayOfLunarYear, lunarDay } from './lunar-days.ts';
import { lunarHolidays } from './lunar-holidays.ts';

/** First days of the lunar year as calendars in Vietnam print them; in 2030 a day before the Chinese one. */
const TET = [
  ...['2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06'],
  ...['2028-01-26', '2029-02-13', '2030-02-02', '2031-01-23', '2032-02-11', '2033-01-31', '2034-02-19', '2035-02-08'],
];
/** The tenth day of the third lunar month; 2020 and 2023 with a leap month after and before it. */
const HUNG_KINGS = [
  ['2020-04-02', '2021-04-21', '2022-04-10', '2023-04-29', '2024-04-18', '2025-04-07', '2026-04-26', '2027-04-16'],
  ['2028-04-04', '2029-04-23', '2030-04-12', '2031-04-01', '2032-04-19', '2033-04-09', '2034-04-28', '2035-04-17'],
].flat();

test.each(TET)('Tết begins on %s', (day) => {
  expect(firstDayOfLunarYear(Number(day.slice(0, 4)))).toBe(day);
});

test.each(HUNG_KINGS)('the Hùng kings are remembered on %s', (day) => {
  expect(lunarDay(Number(day.slice(0, 4)), 3, 10)).toBe(day);
});

test('the file’s days, through the year', async () => {
  const holidays = lunarHolidays((await readYaml('data/holidays.yaml', holidaysFileSchema)).days);
  const days = ['2027-01-01', '2027-02-04', '2027-02-05', '2027-02-06', '2027-02-09', '2027-02-10', '2027-04-16'];
  const names = [...days, '2027-04-30', '2027-05-01', '2027-05-02', '2027-09-02'].map((day) => holidays.on(day));
  expect(names).toEqual([
    ...['Tết Dương lịch', null, 'Tết Nguyên đán', 'Tết Nguyên đán', 'Tết Nguyên đán', null, 'Giỗ Tổ Hùng Vương'],
    ...['Ngày Chiến thắng', 'Ngày Quốc tế lao động', null, 'Quốc khánh'],
  ]);
});
