import { expect, it } from 'vitest';
import { quantile, recallAt5, reciprocalRankAt10 } from './score.ts';

it('recall counts gold among the first five, against as many as could stand there', () => {
  expect(recallAt5(['a', 'x', 'b'], ['a', 'b'])).toBe(1);
  expect(recallAt5(['x', 'x', 'x', 'x', 'x', 'a'], ['a'])).toBe(0);
  expect(recallAt5(['a', 'b', 'c', 'd', 'e'], ['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe(1);
  expect(recallAt5(['a'], ['a', 'b', 'c', 'd'])).toBe(0.25);
});

it('the rank that counts is the first gold passage’s, down to the tenth', () => {
  expect(reciprocalRankAt10(['x', 'b', 'a'], ['a', 'b'])).toBe(0.5);
  expect(reciprocalRankAt10([...'xxxxxxxxx', 'a'], ['a'])).toBe(0.1);
  expect(reciprocalRankAt10([...'xxxxxxxxxx', 'a'], ['a'])).toBe(0);
});

it('quantiles do not mind the order', () => {
  expect(quantile([5, 1, 3], 0.5)).toBe(3);
  expect(quantile([5, 1, 3], 0.99)).toBe(5);
});
