import { DOWNLOAD_KINDS } from '@phuong-so/shared/contracts/broadcasts';
import { DRAFT_FILES } from '@phuong-so/shared/contracts/report-drafts';
import * as z from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { DownloadLinks } from '../../ports/download-links.ts';
import { signedText } from './signed-text.ts';

/** Long enough to open it in another program on a slow telephone; a link that is passed on is soon worth nothing. */
const LIFETIME_MS = 10 * 60 * 1000;
const payloadSchema = z.union([
  z.strictObject({ broadcastId: z.string(), kind: z.enum(DOWNLOAD_KINDS), expires: z.number() }),
  z.strictObject({ reportDraftId: z.string(), kind: z.enum(DRAFT_FILES), expires: z.number() }),
  z.strictObject({ attachmentId: z.string(), expires: z.number() }),
  z.strictObject({ obstacleId: z.string(), to: z.string().nullable(), expires: z.number() }),
]);

export function hmacDownloadLinks(secret: string, clock: Clock): DownloadLinks {
  const signed = signedText(secret, 'download ');
  return {
    issue(wanted) {
      const expires = clock.now().getTime() + LIFETIME_MS;
      return { token: signed.write({ ...wanted, expires }), expiresAt: new Date(expires) };
    },
    read(token) {
      const payload = payloadSchema.safeParse(signed.read(token));
      if (!payload.success || payload.data.expires <= clock.now().getTime()) return null;
      const { expires: _, ...wanted } = payload.data;
      return wanted;
    },
  };
}
