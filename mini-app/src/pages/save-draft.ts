import type { BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { BROADCAST_ENDPOINTS } from '../api/broadcast-endpoints.ts';
import type { KeptDraft } from '../features/sending/draft-store.ts';
import { draftOf, isSame, toBody } from '../features/sending/sending-draft.ts';
import type { SessionStore } from '../session/session-store.ts';

/**
 * The server has these words afterwards. A first saving whose answer was lost is the same draft when it is done again, as it
 * was then: what was typed since is added. Rejects as `SessionStore.call` does; 409 when somebody else changed it.
 */
export async function saveDraft(session: SessionStore, ward: string, draft: KeptDraft): Promise<BroadcastReply> {
  const { base, key, fields } = draft;
  if (base !== null) return change(session, base, draft);
  const begun = await session.call(BROADCAST_ENDPOINTS.writeBroadcast, { body: { ward, key, ...toBody(fields) } });
  return isSame(draftOf(begun), fields) ? begun : change(session, begun, draft);
}

function change(session: SessionStore, { id, version }: { id: string; version: number }, { fields }: KeptDraft) {
  return session.call(BROADCAST_ENDPOINTS.changeBroadcast, { path: { id }, body: { ...toBody(fields), version } });
}
