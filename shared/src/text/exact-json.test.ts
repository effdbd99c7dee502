import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExactJson } from './exact-json.ts';

test('an id written as a number keeps every digit, wherever it stands', () => {
  const text = '{"a":388613280878808645,"b":[2468458835291979222,1],"c":{"d":-388613280878808645}}';
  expect(parseExactJson(text)).toEqual({
    a: '388613280878808645',
    b: ['2468458835291979222', 1],
    c: { d: '-388613280878808645' },
  });
});

test('digits inside strings, fractions and small numbers stay what they are', () => {
  const value = { text: 'số "388613280878808645", \\ ', f: 0.1234567890123456, t: 1717061839659, e: 1e21 };
  expect(parseExactJson(JSON.stringify(value))).toEqual(value);
});

test('whatever JSON.parse reads without wide integers is read the same', () => {
  const narrow = fc.jsonValue().filter((value) => !/\d{16}/.test(JSON.stringify(value)));
  fc.assert(
    fc.property(narrow, (value) => {
      const text = JSON.stringify(value);
      expect(parseExactJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('a long string costs no stack, and what is no JSON is refused', () => {
  const long = { text: '\\"a'.repeat(100_000) };
  expect(parseExactJson(JSON.stringify(long))).toEqual(long);
  expect(() => parseExactJson('{"a":')).toThrow(SyntaxError);
  expect(() => parseExactJson('"'.repeat(99_999))).toThrow(SyntaxError);
});
