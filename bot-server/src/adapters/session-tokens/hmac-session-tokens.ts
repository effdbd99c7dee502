import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { SessionTokens } from '../../ports/session-tokens.ts';

const LIFETIME_MS = 2 * 60 * 60 * 1000;
const name = z.string().nullable();
const payloadSchema = z.strictObject({
  subject: z.string(),
  name,
  role: z.enum(['resident', 'leader', 'official', 'admin']),
  ward: name,
  unit: name,
  group: name,
  demo: z.boolean(),
  expires: z.number(),
});

/** `<payload>.<signature>`, both base64url; the signature is HMAC-SHA256 over the payload as it is written. */
export function hmacSessionTokens(secret: string, clock: Clock): SessionTokens {
  const sign = (payload: string) => createHmac('sha256', secret).update(payload).digest();
  return {
    issue(session) {
      const expires = clock.now().getTime() + LIFETIME_MS;
      const payload = { ...session, expires };
      const written = Buffer.from(JSON.stringify(payloadSchema.parse(payload))).toString('base64url');
      return { token: `${written}.${sign(written).toString('base64url')}`, expiresAt: new Date(expires) };
    },
    read(token) {
      const [written, signature, rest] = token.split('.');
      if (!written || !signature || rest !== undefined) return null;
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(written);
      // The text form is compared too: several base64url texts decode to the same bytes.
      if (given.length !== expected.length || signature !== given.toString('base64url')) return null;
      if (!timingSafeEqual(given, expected)) return null;
      const payload = payloadSchema.safeParse(JSON.parse(Buffer.from(written, 'base64url').toString()));
      if (!payload.success || payload.data.expires <= clock.now().getTime()) return null;
      const { expires: _, ...session } = payload.data;
      return session;
    },
  };
}
