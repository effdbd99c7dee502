import * as z from 'zod';
import type { ZaloLocation } from '../../ports/zalo-location.ts';
import { ZaloUnavailable } from '../../ports/zalo-sign-in.ts';
import type { GraphSettings } from './graph-sign-in.ts';

const TIME_LIMIT_MS = 5000;
const degrees = (most: number) => z.coerce.number().min(-most).max(most);
/** Numbers may come as strings. */
const replySchema = z.object({
  error: z.number().optional(),
  data: z.object({ latitude: degrees(90), longitude: degrees(180) }).optional(),
});

/** `GET /v2.0/me/info` with the token of the SDK's getLocation as its code. Source: platform notes, 8.2. */
export function graphLocation({ graphUrl, appSecret, fetch }: GraphSettings): ZaloLocation {
  return {
    async locate(accessToken, locationToken) {
      const headers = { access_token: accessToken, code: locationToken, secret_key: appSecret };
      const body = await ask(() =>
        fetch(`${graphUrl}/v2.0/me/info`, { headers, signal: AbortSignal.timeout(TIME_LIMIT_MS) }),
      );
      if (body.error !== undefined && body.error !== 0) return null;
      if (body.data === undefined) throw new ZaloUnavailable('Zalo gave neither a place nor an error');
      return [body.data.latitude, body.data.longitude];
    },
  };
}

/** Without the cause: an error of parsing quotes what was parsed. */
async function ask(request: () => Promise<Response>): Promise<z.infer<typeof replySchema>> {
  try {
    return replySchema.parse(await (await request()).json());
  } catch {
    throw new ZaloUnavailable('Zalo did not answer as documented');
  }
}
