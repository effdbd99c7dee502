import type { User } from '@phuong-so/shared/contracts/session';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { Notice } from '../ui/notice.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { sendingOf } from './sending-services.ts';
import type { Services } from './services.ts';
import { SignedInOnly } from './signed-in-only.tsx';
import { useGoBack } from './use-go-back.ts';
import { usePerson } from './use-own-reading.ts';

/** Somebody who may announce, and to whom. The server decides; this only says what to offer. */
export interface Office {
  /** The person's id. */
  readonly person: string;
  /** Key of the ward that gave the office, whatever ward is chosen on this device. */
  readonly ward: string;
  /** An official writes to the whole ward or to groups, a leader to the own group. */
  readonly wholeWard: boolean;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

interface WithOfficeProps {
  readonly services: Services;
  /** Of the page that waits for it. */
  readonly title: string;
  readonly children: (office: Office) => ReactNode;
}

/** A page for leaders and officials; anybody else is told whom it is for. */
export function WithOffice({ services, title, children }: WithOfficeProps) {
  const { session } = services;
  const goBack = useGoBack();
  usePerson(services);
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const office = useOffice(services);
  if (office !== null) return <>{children(office)}</>;
  const isNobody = snapshot.kind === 'signed_out' && snapshot.reason !== 'not_asked';
  return (
    <PageFrame title={title} onBack={goBack}>
      <SignedInOnly isNobody={isNobody}>
        {snapshot.kind === 'signed_in' ? (
          <Notice tone="info">Chỉ tổ trưởng tổ dân phố và cán bộ của phường gửi được thông báo.</Notice>
        ) : (
          <p role="status">Đang mở…</p>
        )}
      </SignedInOnly>
    </PageFrame>
  );
}

/** The office of who is signed in; null = none, or nobody is. This device remembers that there was one. */
export function useOffice(services: Services): Office | null {
  const { session, wards } = services;
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const known = useSyncExternalStore(wards.subscribe, wards.snapshot);
  const user = snapshot.kind === 'signed_in' ? snapshot.user : null;
  const holdsOffice = user !== null && user.role !== 'resident' && user.ward !== null;
  useEffect(() => {
    if (holdsOffice) void sendingOf(services).office.change(() => true);
  }, [holdsOffice, services]);
  if (!holdsOffice) return null;
  const ward = [known.chosen, ...known.wards].find((one) => one?.key === user.ward);
  return officeOf(user, ward?.groups ?? []);
}

function officeOf({ id, role, ward, group }: User, all: Office['groups']): Office | null {
  if (ward === null) return null;
  if (role !== 'leader') return { person: id, ward, wholeWard: true, groups: all };
  if (group === null) return null;
  const own = all.filter((one) => one.id === group);
  return { person: id, ward, wholeWard: false, groups: own.length > 0 ? own : [{ id: group, name: 'Tổ của mình' }] };
}
