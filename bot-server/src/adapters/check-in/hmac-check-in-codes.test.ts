import { expect, test } from 'vitest';
import { hmacCheckInCodes } from './hmac-check-in-codes.ts';

test('a code is the class’s and the step’s, the same in every process, and another with another secret', () => {
  const codes = hmacCheckInCodes('a');
  const code = codes.code('c1', 7);
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
  expect(hmacCheckInCodes('a').code('c1', 7)).toBe(code);
  expect(new Set([code, codes.code('c1', 8), codes.code('c2', 7), hmacCheckInCodes('b').code('c1', 7)]).size).toBe(4);
});
