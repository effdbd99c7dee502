import type { User } from '@phuong-so/shared/contracts/session';
import { useEffect, useSyncExternalStore } from 'react';
import { OFFICE_KEY } from './office-key.ts';
import type { Services } from './services.ts';

/** Somebody who may announce, and to whom; an official also answers for the plan's work. The server decides; this only says what to offer. */
export interface Office {
  /** The person's id. */
  readonly person: string;
  /** Key of the ward that gave the office, whatever ward is chosen on this device. */
  readonly ward: string;
  /** An official writes to the whole ward or to groups, a leader to the own group. */
  readonly wholeWard: boolean;
  /** An official's, as the ward wrote it; null = none. */
  readonly unit: string | null;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

/** The office of who is signed in; null = none, or nobody is. The phone remembers that somebody with one uses it. */
export function useOffice(services: Services): Office | null {
  const { session, wards, platform } = services;
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const known = useSyncExternalStore(wards.subscribe, wards.snapshot);
  const user = snapshot.kind === 'signed_in' ? snapshot.user : null;
  const holdsOffice = user !== null && user.role !== 'resident' && user.ward !== null;
  useEffect(() => {
    if (holdsOffice) void platform.storage.write(OFFICE_KEY, 'true');
  }, [holdsOffice, platform]);
  if (!holdsOffice) return null;
  const ward = [known.chosen, ...known.wards].find((one) => one?.key === user.ward);
  return officeOf(user, ward?.groups ?? []);
}

function officeOf({ id, role, ward, unit, group }: User, all: Office['groups']): Office | null {
  if (ward === null) return null;
  if (role !== 'leader') return { person: id, ward, wholeWard: true, unit, groups: all };
  if (group === null) return null;
  const own = all.filter((one) => one.id === group);
  return {
    person: id,
    ward,
    wholeWard: false,
    unit: null,
    groups: own.length > 0 ? own : [{ id: group, name: 'Tổ của mình' }],
  };
}
