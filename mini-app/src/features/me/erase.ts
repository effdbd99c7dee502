import { ENDPOINTS } from '../../api/endpoints.ts';
import { NotSignedIn, type SessionStore } from '../../session/session-store.ts';

/** What became of the server's part; `nobody`: it knows nobody here, so there was nothing to erase. */
export type ErasedOnServer = 'erased' | 'nobody' | 'failed';

/**
 * Erases at the server, then on this device in any case: what the person can reach themselves never waits for a network.
 */
export async function eraseEverything(
  session: Pick<SessionStore, 'call' | 'leave'>,
  forgetDevice: () => Promise<void>,
): Promise<ErasedOnServer> {
  const onServer = await eraseOnServer(session);
  session.leave();
  await forgetDevice();
  return onServer;
}

async function eraseOnServer(session: Pick<SessionStore, 'call'>): Promise<ErasedOnServer> {
  try {
    await session.call(ENDPOINTS.eraseMe);
    return 'erased';
  } catch (thrown) {
    return thrown instanceof NotSignedIn && thrown.reason === 'no_identity' ? 'nobody' : 'failed';
  }
}
