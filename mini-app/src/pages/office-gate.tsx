import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { OFFICE_KEY } from './office-key.ts';
import type { Services } from './services.ts';

const OfficeRows = lazy(async () => ({ default: (await import('./office-rows.tsx')).OfficeRows }));

interface OfficeGateProps {
  readonly services: Services;
  /** Key of the ward that the page shows. */
  readonly ward: string;
  /** On a page about announcements alone. */
  readonly sendingOnly?: boolean;
}

/**
 * The way to the plan's work and to writing announcements, for those whose office allows it. Residents load nothing of it, and nobody is signed in
 * for it but on a phone that a leader or official has used before.
 */
export function OfficeGate({ services, ward, sendingOnly = false }: OfficeGateProps) {
  const { session, platform } = services;
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const [isRemembered, setRemembered] = useState(false);
  useEffect(() => {
    void platform.storage.read(OFFICE_KEY).then((kept) => setRemembered(kept === 'true'));
  }, [platform]);
  useEffect(() => {
    if (isRemembered) void session.begin();
  }, [isRemembered, session]);
  if (snapshot.kind !== 'signed_in' || snapshot.user.role === 'resident') return null;
  return (
    <Suspense fallback={null}>
      <OfficeRows services={services} ward={ward} sendingOnly={sendingOnly} />
    </Suspense>
  );
}
