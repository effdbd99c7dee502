import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';

const REACHABLE = 'button:not([disabled]), a[href], input, select, textarea, [tabindex="0"]';

interface DialogProps {
  readonly title: string;
  /** `alertdialog`: something is lost when the person is not careful. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly onClose: () => void;
  /** Buttons at the end; the first one gets the focus unless `focusTitle`. */
  readonly actions: ReactNode;
  /** For a dialog that is read before anything is pressed: the focus begins at its title. */
  readonly focusTitle?: boolean;
  readonly children: ReactNode;
}

/** A window over the page: the focus moves in, stays in, and goes back where it was; Escape closes. */
export function Dialog({ title, role = 'dialog', onClose, actions, focusTitle = false, children }: DialogProps) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const foot = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    const before = document.activeElement;
    const first = focusTitle ? null : foot.current?.querySelector<HTMLElement>(REACHABLE);
    (first ?? heading.current)?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  useEffect(() => {
    const element = panel.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
      if (event.key === 'Tab') keepFocusInside(event, element);
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [onClose]);

  // Beside the page, so that no rule for the page's content reaches it.
  return createPortal(
    <div className="dialog-backdrop">
      <div
        ref={panel}
        className="dialog"
        {...{ role, 'aria-modal': true, 'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-text` }}
      >
        <h2 ref={heading} id={`${id}-title`} className="dialog__title" tabIndex={-1}>
          {title}
        </h2>
        <div id={`${id}-text`} className="dialog__text">
          {children}
        </div>
        <div ref={foot} className="dialog__actions">
          {actions}
        </div>
      </div>
    </div>,
    document.body,
  );
}

function keepFocusInside(event: KeyboardEvent, panel: HTMLElement | null): void {
  const reachable = [...(panel?.querySelectorAll<HTMLElement>(REACHABLE) ?? [])];
  const first = reachable[0];
  const last = reachable[reachable.length - 1];
  if (first === undefined || last === undefined) return;
  const at = document.activeElement;
  const outside = !reachable.some((one) => one === at);
  const leaving = event.shiftKey ? at === first : at === last;
  if (!leaving && !outside) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
