import { expect, test } from 'vitest';
import { levelInWords, weeksInARow } from './encouragement.ts';

const at = (day: string) => new Date(`${day}+07:00`).getTime();
const learntOn = (...days: string[]) => ({
  progress: days.map((day) => ({ courseId: 'k', lessonId: day, step: 1, finishedAt: at(day), updatedAt: at(day) })),
  attempts: [],
});
const NOTHING = { progress: [], attempts: [] };

test.each([
  [0, 'Chưa học bài nào'],
  [1, 'Đang làm quen: đã xong 1 bài'],
  [5, 'Biết cơ bản: đã xong 5 bài'],
  [29, 'Dùng thạo: đã xong 29 bài'],
  [30, 'Có thể chỉ cho người khác: đã xong 30 bài'],
])('%i finished lessons in words', (count, words) => {
  expect(levelInWords(count)).toBe(words);
});

// 23/11/2026 is a Monday.
test.each([
  ['nothing learnt', NOTHING, 0],
  ['this week', learntOn('2026-11-23T00:30:00'), 1],
  ['Sunday night and Monday morning are two weeks', learntOn('2026-11-22T23:30:00', '2026-11-23T00:30:00'), 2],
  ['three weeks', learntOn('2026-11-10T08:00:00', '2026-11-18T08:00:00', '2026-11-24T08:00:00'), 3],
  ['nothing this week yet: nothing is lost', learntOn('2026-11-10T08:00:00', '2026-11-18T08:00:00'), 2],
  ['a week was left out', learntOn('2026-11-10T08:00:00', '2026-11-24T08:00:00'), 1],
  ['long ago', learntOn('2026-11-10T08:00:00'), 0],
])('weeks in a row: %s', (_, learnt, weeks) => {
  expect(weeksInARow(learnt, at('2026-11-27T20:00:00'))).toBe(weeks);
});

test('a step without an end and a quiz are learning too', () => {
  const begun = { courseId: 'k', lessonId: 'a', step: 1, finishedAt: null, updatedAt: at('2026-11-18T08:00:00') };
  const quiz = { id: 'q', courseId: 'k', answers: [], right: 0, total: 4, finishedAt: at('2026-11-25T08:00:00') };
  expect(weeksInARow({ progress: [begun], attempts: [quiz] }, at('2026-11-27T20:00:00'))).toBe(2);
});
