import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Texts that only whoever has the secret can write: `<payload>.<signature>`, both base64url; the signature is HMAC-SHA256 over
 * `purpose` and the payload as it is written, so that what was signed for one thing is worth nothing for another.
 */
export function signedText(secret: string, purpose: string) {
  const sign = (payload: string) => createHmac('sha256', secret).update(`${purpose}${payload}`).digest();
  return {
    write(payload: unknown): string {
      const written = Buffer.from(JSON.stringify(payload)).toString('base64url');
      return `${written}.${sign(written).toString('base64url')}`;
    },
    /** What was written, not yet checked for its shape; undefined when it was not written here. */
    read(token: string): unknown {
      const [written, signature, rest] = token.split('.');
      if (!written || !signature || rest !== undefined) return undefined;
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(written);
      // The text form is compared too: several base64url texts decode to the same bytes.
      if (given.length !== expected.length || signature !== given.toString('base64url')) return undefined;
      if (!timingSafeEqual(given, expected)) return undefined;
      return JSON.parse(Buffer.from(written, 'base64url').toString());
    },
  };
}
