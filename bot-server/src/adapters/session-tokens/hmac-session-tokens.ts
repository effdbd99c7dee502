import * as z from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { SessionTokens } from '../../ports/session-tokens.ts';
import { signedText } from './signed-text.ts';

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

export function hmacSessionTokens(secret: string, clock: Clock): SessionTokens {
  const signed = signedText(secret, '');
  return {
    issue(session) {
      const expires = clock.now().getTime() + LIFETIME_MS;
      return { token: signed.write(payloadSchema.parse({ ...session, expires })), expiresIn: LIFETIME_MS / 1000 };
    },
    read(token) {
      const payload = payloadSchema.safeParse(signed.read(token));
      if (!payload.success || payload.data.expires <= clock.now().getTime()) return null;
      const { expires: _, ...session } = payload.data;
      return session;
    },
  };
}
