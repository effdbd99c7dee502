import type { ErrorReply } from '@phuong-so/shared/contracts/error';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { ApiDeps, ApiEnv } from './environment.ts';
import { EventOutlet, eventText, openEvents, passEvents } from './event-outlet.ts';
import { PROBLEMS } from './problems.ts';
import type { Input, Route } from './route.ts';

/**
 * Sends a told reply as server-sent events, every piece in its order. Whoever leaves ends the work for them, and so does a
 * server that stops: then what can be said at once is still sent. While nothing comes, an empty comment keeps proxies patient.
 */
export async function sendPieces(
  c: Context<ApiEnv>,
  { tell, pieces }: Route,
  input: Input<unknown, unknown, unknown>,
  deps: ApiDeps,
): Promise<Response> {
  const telling = await tell(input, deps);
  const outlet = new EventOutlet('all');
  // Parsed on the way out as well: what the contract does not name does not leave the server.
  const say = (name: string, piece: unknown) => outlet.put(eventText(name, pieces?.[name]?.parse(piece)));
  const end = new AbortController();
  const stop = () => end.abort();
  deps.stopping.signal.addEventListener('abort', stop);
  if (deps.stopping.signal.aborted) stop();
  openEvents(c);
  return stream(c, async (open) => {
    open.onAbort(() => {
      stop();
      outlet.close();
    });
    const told = telling(say, end.signal)
      .catch((error: unknown) => {
        deps.log.failure(c.get('requestId'), error);
        say('error', INTERNAL);
      })
      .finally(() => outlet.close());
    await passEvents(open, outlet, deps.heartbeatMs);
    await told;
    deps.stopping.signal.removeEventListener('abort', stop);
  });
}

const INTERNAL: ErrorReply = { error: { code: 'internal', message: PROBLEMS.internal[1] } };
