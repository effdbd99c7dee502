import type { Learner } from '@phuong-so/shared/domain/learning';
import type { Course } from '@phuong-so/shared/domain/library';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reminder } from '../../../tests/fakes/learning-samples.ts';
import { type MovingClock, movingClock } from '../../../tests/fakes/moving-clock.ts';
import { openState } from '../adapters/state/open-state.ts';
import { stateLearning } from '../adapters/state/repos/learning.ts';
import type { State } from '../adapters/state/state.ts';
import type { LearningDeps } from './deps.ts';
import { giveCertificate } from './give-certificate.ts';
import { noteLesson } from './note-lesson.ts';
import { readOverview } from './read-standing.ts';
import { takeQuiz } from './take-quiz.ts';

const CHAT = { oaId: '100', userId: '7' };
const ME: Learner = ['zalo:1', 'chat:100:7'];
const DAY = 24 * 3_600_000;

const lesson = (id: string) => ({ id, title: id, minutes: 3, goal: 'Biết.', steps: ['Một.', 'Hai.'] });
const course = (id: string): Course => ({
  ...{
    id,
    title: id,
    summary: '',
    audiences: [],
    also: [],
    skillGroups: [6],
    sources: [],
    checked: '2026-11-21',
    caution: null,
  },
  pictures: [],
  lessons: ['a', 'b'].map((one) => ({ ...lesson(one), practice: null, services: [] })),
  quiz: [{ question: 'Hỏi?', options: ['A', 'B'], right: 1, why: 'Vì thế.' }],
});

let state: State;
let clock: MovingClock;
let deps: LearningDeps;
beforeEach(async () => {
  state = await openState({ kind: 'sqlite', file: ':memory:' });
  clock = movingClock();
  const learning = stateLearning(state, { demo: false, wardOfAccount: () => null });
  deps = { learning, clock, library: { courses: [course('mot'), course('hai')] } };
});
afterEach(() => state.close());

const reach = (lessonId: string, finished = true, courseId = 'mot') =>
  noteLesson(deps, ME, { courseId, lessonId, step: 1, finished });
const quiz = (id: string, answer: number) => takeQuiz(deps, ME, { id, courseId: 'mot', answers: [answer] });
const certificate = (name = 'Nguyễn Văn A') => giveCertificate(deps, ME, { courseId: 'mot', ward: 'w', name });

test('from the first step to the certificate, and not one step sooner', async () => {
  expect(await reach('a', false)).toMatchObject({ kind: 'noted', standing: { resume: { lessonId: 'a', step: 1 } } });
  expect(await certificate()).toMatchObject({ kind: 'not_complete' });
  await reach('a');
  expect(await reach('b')).toMatchObject({ standing: { resume: null, complete: false } });
  expect(await certificate()).toMatchObject({ kind: 'not_complete' });
  expect(await quiz('1', 0)).toMatchObject({ result: { right: 0, total: 1, passed: false } });
  expect(await certificate()).toMatchObject({ kind: 'not_complete' });
  expect(await quiz('2', 1)).toMatchObject({ result: { passed: true }, standing: { complete: true } });
  expect(await certificate('0912345678')).toEqual({ kind: 'unusable_name' });
  const given = await certificate();
  expect(given).toMatchObject({ certificate: { courseId: 'mot', ward: 'w', name: 'Nguyễn Văn A' } });
  expect(await certificate('Tên khác')).toEqual(given);
  const { courses, level, weeksInARow } = await readOverview(deps, ME);
  expect(courses.map(({ courseId, complete }) => [courseId, complete])).toEqual([
    ['mot', true],
    ['hai', false],
  ]);
  expect([level, weeksInARow]).toEqual(['Đang làm quen: đã xong 2 bài', 1]);
});

test('a quiz that is sent twice counts once, and gives its first result', async () => {
  const first = await quiz('1', 1);
  expect(await quiz('1', 0)).toEqual(first);
  expect(await deps.learning.attempts(ME, 'mot')).toHaveLength(1);
});

test('what is not in the courses is told apart, and nothing is stored', async () => {
  expect(await reach('a', true, 'khong-co')).toEqual({ kind: 'unknown_course' });
  expect(await reach('khong-co')).toEqual({ kind: 'unknown_lesson' });
  expect(await takeQuiz(deps, ME, { id: '1', courseId: 'khong-co', answers: [0] })).toEqual({ kind: 'unknown_course' });
  expect(await quiz('1', 2)).toEqual({ kind: 'wrong_answers' });
  expect(await giveCertificate(deps, ME, { courseId: 'khong-co', ward: 'w', name: 'An Bình' })).toEqual({
    kind: 'unknown_course',
  });
  expect(await deps.learning.progress(ME)).toEqual([]);
  expect(await deps.learning.attempts(ME, 'mot')).toEqual([]);
});

test('a step past the lesson’s end is its last', async () => {
  await noteLesson(deps, ME, { courseId: 'mot', lessonId: 'a', step: 90, finished: false });
  expect((await deps.learning.progress(ME)).map(({ step }) => step)).toEqual([1]);
});

test('learning in the app puts the chat’s reminder off, and the last lesson ends it; other courses leave it', async () => {
  await deps.learning.remind(reminder({ courseId: 'mot', sent: 2 }));
  await reach('a', true, 'hai');
  await reach('b', true, 'hai');
  expect(await deps.learning.reminderOf(CHAT)).toEqual(reminder({ courseId: 'mot', sent: 2 }));
  await reach('a');
  const dueAt = clock.now().getTime() + DAY;
  expect(await deps.learning.reminderOf(CHAT)).toEqual(reminder({ courseId: 'mot', sent: 0, dueAt }));
  await reach('b');
  expect(await deps.learning.reminderOf(CHAT)).toBeNull();
});
