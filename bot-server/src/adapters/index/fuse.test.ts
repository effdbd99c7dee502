import { expect, test } from 'vitest';
import { type Candidate, FUSION, fuse } from './fuse.ts';

const byWords: readonly Candidate[] = [
  { number: 0, score: 10 },
  { number: 1, score: 9 },
  { number: 2, score: 4 },
];
const any = { isWanted: () => true, saysAll: () => false };
const numbers = (found: readonly Candidate[]) => found.map(({ number }) => number);

test('the near one of two that are nearly alike in words goes first', () => {
  expect(numbers(fuse(byWords, Float64Array.of(0.1, 0.9, 0.1), any))).toEqual([1, 0, 2]);
});

test('what the words put far behind stays behind, however near', () => {
  expect(numbers(fuse(byWords, Float64Array.of(0.1, 0.1, 0.9), any))).toEqual([0, 1, 2]);
});

test('what says all of the question is overtaken by nothing that stood behind it', () => {
  const exact = { ...any, saysAll: ({ number }: Candidate) => number === 0 };
  expect(numbers(fuse(byWords, Float64Array.of(0.1, 0.9, 0.9, 0.9), exact))[0]).toBe(0);
  const second = { ...any, saysAll: ({ number }: Candidate) => number === 1 };
  const found = numbers(fuse(byWords, Float64Array.of(0.1, 0.1, 0.9, 0.9), second));
  expect(found.indexOf(1)).toBeLessThan(found.indexOf(2));
  expect(found.indexOf(1)).toBeLessThan(found.indexOf(3));
});

test('what no word finds comes by its meaning, of the wanted kinds only, and not without end', () => {
  const many = Float64Array.from({ length: 100 }, (_, number) => number / 100);
  const found = numbers(fuse(byWords, many, { ...any, isWanted: (number) => number !== 99 }));
  expect(found).toHaveLength(byWords.length + FUSION.found);
  expect(found).toContain(98);
  expect(found).not.toContain(99);
});

test('words that find nothing and meanings that do not differ are no fault', () => {
  expect(numbers(fuse([], Float64Array.of(0.5, 0.5), any))).toEqual([0, 1]);
  expect(fuse([], new Float64Array(), any)).toEqual([]);
});
