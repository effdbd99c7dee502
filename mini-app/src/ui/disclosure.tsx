import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';

interface DisclosureProps {
  /** Words of the button while the rest is hidden, and while it is shown. */
  readonly show: string;
  readonly hide: string;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

/** A button that shows and hides what belongs to it. */
export function Disclosure({ show, hide, startsOpen = false, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const panelId = useId();
  const Icon = isOpen ? ChevronUp : ChevronDown;
  return (
    <div className="disclosure">
      <button
        type="button"
        className="button button--quiet"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon aria-hidden="true" size={22} />
        {isOpen ? hide : show}
      </button>
      <div id={panelId} hidden={!isOpen}>
        {children}
      </div>
    </div>
  );
}
