import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { Clock3, MapPin, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '../../ui/card.tsx';

/** How to reach the ward; a row that the ward has not configured is not there. */
export type WardContact = Pick<WardReply['contact'], 'address' | 'hours' | 'hotline'>;

interface OneVisitProps {
  readonly contact: WardContact | null;
  readonly onCall: (phoneNumber: string) => void;
  /** The papers. */
  readonly children: ReactNode;
}

/** "Đi một lần là xong": what to bring, and when and where the ward is open. */
export function OneVisit({ contact, onCall, children }: OneVisitProps) {
  const { address = null, hours = null, hotline = null } = contact ?? {};
  return (
    <Card heading="Đi một lần là xong">
      {children}
      {(address !== null || hours !== null || hotline !== null) && (
        <div className="one-visit__contact">
          {hours !== null && (
            <p>
              <Clock3 aria-hidden="true" size={22} />
              <span>Giờ làm việc của phường: {hours}</span>
            </p>
          )}
          {address !== null && (
            <p>
              <MapPin aria-hidden="true" size={22} />
              <span>Địa chỉ phường: {address}</span>
            </p>
          )}
          {hotline !== null && (
            <button type="button" className="button button--quiet" onClick={() => onCall(hotline)}>
              <Phone aria-hidden="true" size={22} />
              Gọi hỏi trước: {hotline}
            </button>
          )}
        </div>
      )}
    </Card>
  );
}
