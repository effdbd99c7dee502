import { expect, test } from 'vitest';
import { soundKey } from './sound-key.ts';

test.each([
  ['xinh', 'sinh'],
  ['tac', 'tat'],
  ['ki', 'ky'],
  ['chu', 'tru'],
  ['nai', 'lai'],
  ['doang', 'doanh'],
  ['giay', 'day'],
])('%s and %s are spelled for one another', (one, other) => {
  expect(soundKey(one)).toBe(soundKey(other));
});

test.each([
  ['ma', 'ba'],
  ['tren', 'tri'],
  ['gia', 'ga'],
  ['ngheo', 'nao'],
])('%s and %s are not', (one, other) => {
  expect(soundKey(one)).not.toBe(soundKey(other));
});
