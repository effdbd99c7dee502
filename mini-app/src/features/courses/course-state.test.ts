import { expect, test } from 'vitest';
import { progress } from '../../../testing/sample-learning.ts';
import { attempted, finished, joined, NOT_BEGUN, stateOf, stoodAt } from './course-state.ts';

test('going back to an earlier step keeps how far the lesson was gone through', () => {
  const state = stoodAt(stoodAt(NOT_BEGUN, 'a', 3), 'a', 1);
  expect(state).toMatchObject({ at: { part: 'a', step: 1 }, lessons: { a: { step: 3, finished: false } } });
});

test('a finished lesson that is read again stays finished', () => {
  expect(stoodAt(finished(NOT_BEGUN, 'a', 3), 'a', 0).lessons.a).toEqual({ step: 3, finished: true });
});

test('lessons that the server names at their first step have not been begun', () => {
  expect(stateOf(progress())).toEqual(NOT_BEGUN);
});

test('two places together know the furthest of both, and go on with no lesson that one of them has finished', () => {
  const here = stoodAt(finished(NOT_BEGUN, 'a', 2), 'b', 1);
  const there = stoodAt(finished(NOT_BEGUN, 'b', 4), 'a', 1);
  for (const both of [joined(here, there, here.at), joined(there, here, here.at)]) {
    expect(both.lessons).toEqual({ a: { step: 2, finished: true }, b: { step: 4, finished: true } });
    expect(both.at).toBeNull();
  }
});

test('the best attempt counts, and a passed one before any that is not', () => {
  const passed = attempted(NOT_BEGUN, { right: 4, total: 5, passed: true });
  expect(attempted(passed, { right: 1, total: 5, passed: false }).quiz?.right).toBe(4);
  expect(attempted(passed, { right: 5, total: 5, passed: true }).quiz?.right).toBe(5);
  expect(joined(NOT_BEGUN, passed, null).quiz?.passed).toBe(true);
});
