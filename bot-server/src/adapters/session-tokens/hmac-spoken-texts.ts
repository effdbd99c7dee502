import * as z from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { SpokenTexts } from '../../ports/spoken-texts.ts';
import { signedText } from './signed-text.ts';

/** As long as a person may be with one conversation; later they ask again. */
const LIFETIME_MS = 2 * 60 * 60 * 1000;
const payloadSchema = z.strictObject({ ward: z.string(), parts: z.array(z.string()), expires: z.number() });

/** Nothing is kept on the server: the words travel with the token, and every process of the service can read it. */
export function hmacSpokenTexts(secret: string, clock: Clock): SpokenTexts {
  const signed = signedText(secret, 'speech ');
  return {
    issue: (text) => signed.write({ ...text, expires: clock.now().getTime() + LIFETIME_MS }),
    read(token) {
      const payload = payloadSchema.safeParse(signed.read(token));
      if (!payload.success || payload.data.expires <= clock.now().getTime()) return null;
      const { ward, parts } = payload.data;
      return { ward, parts };
    },
  };
}
