import { createHmac } from 'node:crypto';
import { easyCode } from '@phuong-so/shared/text/easy-code';
import type { CheckInCodes } from '../../ports/check-in-codes.ts';

/** 887 million codes: at a person's pace nobody guesses one within the five minutes that it holds. */
const LETTERS = 6;

/** From HMAC-SHA256 over class and step, so that every process makes the same ones and nothing is stored. */
export function hmacCheckInCodes(secret: string): CheckInCodes {
  return {
    code(classId, step) {
      const digest = createHmac('sha256', secret).update(`check-in ${step} ${classId}`).digest();
      let next = 0;
      return easyCode(LETTERS, (below) => (digest[next++] ?? 0) % below);
    },
  };
}
