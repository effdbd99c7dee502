import { randomInt, scrypt } from 'node:crypto';
import { easyCode } from '@phuong-so/shared/text/easy-code';

export const randomCode = (length: number): string => easyCode(length, (below) => randomInt(below));

/** Whoever reads the database must not find the eight letters by trying them all: 40 bits at some 50 ms each. */
const COST = { N: 2 ** 14, r: 8, p: 1 };

/** 64 hex digits. The same for the same code: rows are found by it. */
export function hashCode(code: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(code, 'phuong-so link code', 32, COST, (error, key) => {
      if (error) reject(error);
      else resolve(key.toString('hex'));
    });
  });
}
