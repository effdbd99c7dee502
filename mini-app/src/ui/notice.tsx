import { CircleAlert, Info, PhoneCall, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS = { info: Info, warning: CircleAlert, danger: PhoneCall, offline: WifiOff };

interface NoticeProps {
  readonly tone: keyof typeof ICONS;
  readonly children: ReactNode;
  /** Buttons under the text. */
  readonly actions?: ReactNode;
}

/** A short message in a coloured box: colour, icon and words say the same. */
export function Notice({ tone, children, actions }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className={`notice notice--${tone}`}>
      <Icon aria-hidden="true" size={24} className="notice__icon" />
      <div className="notice__body">
        <div>{children}</div>
        {actions && <div className="notice__actions">{actions}</div>}
      </div>
    </div>
  );
}
