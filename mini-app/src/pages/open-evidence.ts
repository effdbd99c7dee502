import { BROADCAST_ENDPOINTS } from '../api/broadcast-endpoints.ts';
import type { OpenEvidence } from '../features/work/evidence-list.tsx';
import type { Services } from './services.ts';

/** A browser outside of the app has no session: a file gets an address that is good for some minutes. */
export function evidenceOpener({ session, platform, serverAddress }: Services): OpenEvidence {
  return async ({ kind, value }) => {
    if (kind === 'link') await platform.openExternal(value);
    if (kind !== 'file') return;
    const { url } = await session.call(BROADCAST_ENDPOINTS.attachmentLink, { path: { id: value } });
    await platform.openExternal(serverAddress(url));
  };
}
