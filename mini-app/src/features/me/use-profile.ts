import type { Profile } from '@phuong-so/shared/contracts/profile';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { ENDPOINTS } from '../../api/endpoints.ts';
import type { SessionStore } from '../../session/session-store.ts';

/** What the signed-in person has chosen at the server; null = nobody is signed in, or it could not be read. */
export function useProfile(session: SessionStore): readonly [Profile | null, (profile: Profile) => void] {
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const person = snapshot.kind === 'signed_in' ? `${snapshot.user.id} ${snapshot.user.role}` : null;
  const [profile, setProfile] = useState<Profile | null>(null);
  useEffect(() => {
    setProfile(null);
    if (person === null) return;
    const stop = new AbortController();
    // The page says the same when this cannot be read as when nobody is signed in.
    session.call(ENDPOINTS.me, { signal: stop.signal }).then(
      (reply) => setProfile(reply.profile),
      () => undefined,
    );
    return () => stop.abort();
  }, [session, person]);
  return [profile, setProfile];
}
