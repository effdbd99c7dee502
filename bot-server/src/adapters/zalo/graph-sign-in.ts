import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { type ZaloSignIn, ZaloUnavailable } from '../../ports/zalo-sign-in.ts';

const TIME_LIMIT_MS = 5000;
/** Zalo answers 200 for refusals too and says so in `error`. The name comes only with the person's consent. */
const replySchema = z.object({
  error: z.number().optional(),
  id: z.string().min(1).optional(),
  name: z.string().optional(),
});

export interface GraphSettings {
  readonly graphUrl: string;
  readonly appSecret: string;
  readonly fetch: typeof fetch;
}

/** `GET /v2.0/me`, with the proof that the caller knows the app's secret. */
export function graphSignIn({ graphUrl, appSecret, fetch }: GraphSettings): ZaloSignIn {
  return {
    async verify(accessToken) {
      const headers = {
        access_token: accessToken,
        appsecret_proof: createHmac('sha256', appSecret).update(accessToken).digest('hex'),
      };
      const body = await ask(() =>
        fetch(`${graphUrl}/v2.0/me?fields=id,name`, { headers, signal: AbortSignal.timeout(TIME_LIMIT_MS) }),
      );
      if (body.error !== undefined && body.error !== 0) return null;
      if (body.id === undefined) throw new ZaloUnavailable('Zalo gave neither an id nor an error');
      return { id: body.id, name: body.name?.trim() || null };
    },
  };
}

async function ask(request: () => Promise<Response>): Promise<z.infer<typeof replySchema>> {
  try {
    return replySchema.parse(await (await request()).json());
  } catch (cause) {
    throw new ZaloUnavailable('Zalo did not answer as documented', { cause });
  }
}
