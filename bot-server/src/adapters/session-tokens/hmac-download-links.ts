import { DOWNLOAD_KINDS } from '@phuong-so/shared/contracts/broadcasts';
import * as z from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { DownloadLinks } from '../../ports/download-links.ts';
import { signedText } from './signed-text.ts';

/** Long enough to open it in another program on a slow telephone; a link that is passed on is soon worth nothing. */
const LIFETIME_MS = 10 * 60 * 1000;
const payloadSchema = z.strictObject({ broadcastId: z.string(), kind: z.enum(DOWNLOAD_KINDS), expires: z.number() });

export function hmacDownloadLinks(secret: string, clock: Clock): DownloadLinks {
  const signed = signedText(secret, 'download ');
  return {
    issue({ broadcastId, kind }) {
      const expires = clock.now().getTime() + LIFETIME_MS;
      return { token: signed.write({ broadcastId, kind, expires }), expiresAt: new Date(expires) };
    },
    read(token) {
      const payload = payloadSchema.safeParse(signed.read(token));
      if (!payload.success || payload.data.expires <= clock.now().getTime()) return null;
      const { broadcastId, kind } = payload.data;
      return { broadcastId, kind };
    },
  };
}
