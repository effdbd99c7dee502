import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  /** Shows a back button. */
  readonly onBack?: () => void;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** A second line under the title. */
  readonly children?: ReactNode;
}

/** The coloured band on top of every page, with its only h1. */
export function PageHeader({ title, onBack, actions, children }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-header__row">
        {onBack && (
          <button type="button" className="icon-button icon-button--on-dark" onClick={onBack} aria-label="Quay lại">
            <ArrowLeft aria-hidden="true" size={26} />
          </button>
        )}
        <h1 className="page-header__title">{title}</h1>
        {actions}
      </div>
      {children}
    </header>
  );
}
