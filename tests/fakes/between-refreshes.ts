import type { SimulatedZalo } from '../../bot-server/src/simulated-zalo/start-simulated-zalo.ts';

/** Time enough to write down the pair that an answer brought, on a busy machine too. */
const WRITTEN_WITHIN_MS = 500;

/**
 * Whether nobody is getting a new pair of tokens. A process that is killed between Zalo's answer and its own writing takes the
 * only refresh token with it, and an administrator must authorise again (platform notes, 4.3): no test of sending goes on then.
 * What the service does in that case is asked in `oa-tokens/access-token.test.ts`.
 */
export function betweenRefreshes({ control }: SimulatedZalo): boolean {
  const last = control.requests.findLast(({ operation }) => operation === 'oauth');
  return control.underWay('oauth') === 0 && Date.now() - (last?.at ?? 0) > WRITTEN_WITHIN_MS;
}
