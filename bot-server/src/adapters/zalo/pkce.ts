import { createHash, randomInt } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** 43 random letters and digits, new for each authorisation. Source: platform notes, 4.1. */
export function newVerifier(): string {
  return Array.from({ length: 43 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** What may be seen of the verifier: base64url without padding of its SHA-256. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
