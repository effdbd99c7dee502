import { expect, test } from 'vitest';
import { gradeQuiz, isPassed, standingIn } from './course-standing.ts';
import type { Certificate, LessonProgress, QuizAttempt } from './learning.ts';
import type { Course, Lesson } from './library.ts';

function lesson(id: string, steps = ['Một.', 'Hai.', 'Ba.']): Lesson {
  return { id, title: id, minutes: 3, goal: 'Biết.', steps, practice: null, services: [] };
}

const question = { question: 'Hỏi?', options: ['A', 'B'], right: 1, why: 'Vì thế.' };
const COURSE: Course = {
  ...{
    id: 'khoa',
    title: 'Khóa',
    summary: 'Để thử',
    audiences: [],
    also: [],
    skillGroups: [6],
    sources: [],
    checked: '2026-11-21',
  },
  lessons: [lesson('a'), lesson('b'), lesson('c')],
  quiz: Array.from({ length: 5 }, () => question),
  pictures: [],
  caution: null,
};

const row = (lessonId: string, change: Partial<LessonProgress> = {}): LessonProgress => ({
  ...{ courseId: 'khoa', lessonId, step: 0, finishedAt: null, updatedAt: 1, ...change },
});
const attempt = (right: number, total = 5): QuizAttempt => ({
  ...{ id: `${right}`, courseId: 'khoa', answers: [], right, total, finishedAt: 1 },
});
const standing = (progress: LessonProgress[], attempts: QuizAttempt[] = [], certificates: Certificate[] = []) =>
  standingIn(COURSE, { progress, attempts, certificates });
const all = ['a', 'b', 'c'].map((id) => row(id, { finishedAt: 5 }));

test('whoever has done nothing begins with the first lesson', () => {
  expect(standing([])).toEqual({
    courseId: 'khoa',
    lessons: ['a', 'b', 'c'].map((id) => ({ id, step: 0, finished: false })),
    resume: { lessonId: 'a', step: 0 },
    ...{ quiz: null, certificate: null, complete: false },
  });
});

test.each([
  [
    'left in the middle',
    [row('a', { finishedAt: 5, updatedAt: 5 }), row('b', { step: 2 })],
    { lessonId: 'b', step: 2 },
  ],
  [
    'two left, the later one',
    [row('a', { step: 1, updatedAt: 3 }), row('c', { step: 2, updatedAt: 9 })],
    { lessonId: 'c', step: 2 },
  ],
  ['none left in the middle', [row('a', { finishedAt: 5 }), row('c', { finishedAt: 6 })], { lessonId: 'b', step: 0 }],
  ['a lesson that is shorter now', [row('a', { step: 9 })], { lessonId: 'a', step: 2 }],
  ['all finished', all, null],
])('goes on where it was left: %s', (_, progress, resume) => {
  expect(standing(progress).resume).toEqual(resume);
});

test('rows of other courses, and of lessons that are gone, count for nothing', () => {
  const strangers = [row('a', { courseId: 'khac', finishedAt: 5 }), row('da-bo', { finishedAt: 5 })];
  expect(standing(strangers)).toEqual(standing([]));
  expect(standing([], [{ ...attempt(5), courseId: 'khac' }]).quiz).toBeNull();
});

test('four right answers of five pass, three do not; of four questions all', () => {
  expect([4, 3].map((right) => isPassed({ right, total: 5 }))).toEqual([true, false]);
  expect([4, 3].map((right) => isPassed({ right, total: 4 }))).toEqual([true, false]);
  expect(isPassed({ right: 0, total: 0 })).toBe(false);
});

test('the best attempt is the one that counts', () => {
  expect(standing([], [attempt(2), attempt(4), attempt(3)]).quiz).toEqual({ right: 4, total: 5, passed: true });
  expect(standing([], [attempt(3, 3), attempt(4)]).quiz).toEqual({ right: 3, total: 3, passed: true });
});

test('complete: every lesson finished and the quiz passed, and not one of the two alone', () => {
  expect(standing(all, [attempt(4)]).complete).toBe(true);
  expect(standing(all, [attempt(3)]).complete).toBe(false);
  expect(standing(all).complete).toBe(false);
  expect(standing(all.slice(1), [attempt(5)]).complete).toBe(false);
  expect(standingIn({ ...COURSE, quiz: [] }, { progress: all, attempts: [], certificates: [] }).complete).toBe(true);
});

test('one offered option for each question, or it is no attempt', () => {
  expect(gradeQuiz(COURSE.quiz, [1, 1, 1, 1, 0])).toEqual({ right: 4, total: 5, passed: true });
  for (const wrong of [[], [1, 1, 1, 1], [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 2], [1, 1, 1, 1, -1], [1, 1, 1, 1, 0.5]])
    expect(gradeQuiz(COURSE.quiz, wrong)).toBeNull();
  expect(gradeQuiz([], [])).toBeNull();
});
