import { describe, expect, test } from 'vitest';
import { SoftmaxRegression } from './softmax-regression.ts';
import { type Example, trainRegression } from './train-regression.ts';

const example = (labels: number[], text: string, weight = 1) => ({ labels, features: text.split(' '), weight });
const EXAMPLES = [
  example([0], 'giay khai sinh con'),
  example([0], 'lam khai sinh cho chau'),
  example([1], 'giay khai tu ong'),
  example([1], 'bao tu cho ba'),
  example([2], 'giay ket hon'),
];
const learned = (examples: readonly Example[], classes: number) =>
  new SoftmaxRegression(trainRegression(examples, classes));
const best = (shares: Float64Array) => shares.indexOf(Math.max(...shares));

describe('a model', () => {
  const model = learned(EXAMPLES, 3);

  test('gives shares that are 1 together, the class of the words the most', () => {
    const shares = model.shares('khai sinh cho con toi'.split(' '));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(best(shares)).toBe(0);
    expect(best(model.shares('ba toi khai tu'.split(' ')))).toBe(1);
  });

  test('is told nothing by words that no example has', () => {
    expect([...model.shares(['giay', 'ket', 'hon', 'zzz', 'yyy'])]).toEqual([...model.shares(['giay', 'ket', 'hon'])]);
    expect([...model.shares(['zzz'])]).toEqual([...model.shares([])]);
  });

  test('is the same each time', () => {
    const again = learned(EXAMPLES, 3);
    expect([...again.shares(['khai', 'sinh'])]).toEqual([...model.shares(['khai', 'sinh'])]);
  });
});

test('a word that all classes have says less than one that few have', () => {
  const texts = ['nop a', 'nop b', 'nop c'];
  const model = learned(
    texts.map((text, label) => example([label], text)),
    3,
  );
  const leaning = (text: string) => Math.max(...model.shares(text.split(' '))) - 1 / 3;
  expect(leaning('nop')).toBeLessThan(leaning('b') / 2);
});

test('a text of two classes leaves them as likely as each other', () => {
  const model = learned([example([0, 1], 'dang ky cu tru'), example([2], 'tach khau')], 3);
  const [one = 0, other = 0, third = 0] = model.shares('dang ky cu tru'.split(' '));
  expect(Math.abs(one - other)).toBeLessThan(0.02);
  expect(one).toBeGreaterThan(third);
});
