import { ENDPOINTS } from '../api/endpoints.ts';
import { type GroupStore, groupOf } from '../features/ward/group-store.ts';
import type { WardStore } from '../features/ward/ward-store.ts';
import type { SessionStore } from '../session/session-store.ts';

interface Told {
  readonly session: SessionStore;
  readonly wards: WardStore;
  readonly groups: GroupStore;
}

/**
 * Tells the server the ward and group that the signed-in person has chosen on this device, now and whenever one of them
 * changes: else they would not be among those whom an announcement is for. What does not arrive goes with the next change.
 */
export function tellPlace({ session, wards, groups }: Told): void {
  let told = '';
  const tell = () => {
    const known = session.snapshot();
    // Whoever left may have been erased: coming back, they are told of anew.
    if (known.kind === 'signed_out') told = '';
    const { chosen } = wards.snapshot();
    const { ready, value } = groups.snapshot();
    if (known.kind !== 'signed_in' || chosen === null || !ready) return;
    const isAsked = value[chosen.key] !== undefined;
    const body = { ward: chosen.key, ...(isAsked ? { group: groupOf(value, chosen)?.id ?? null } : {}) };
    const now = `${known.user.id} ${JSON.stringify(body)}`;
    if (now === told) return;
    told = now;
    session.call(ENDPOINTS.changeMe, { body }).catch(() => {
      told = '';
    });
  };
  for (const store of [session, wards, groups]) store.subscribe(tell);
}
