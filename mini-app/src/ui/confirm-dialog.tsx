import { Dialog } from './dialog.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something is lost. The focus begins on the way back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, text, confirmLabel, cancelLabel = 'Giữ lại', onConfirm, onCancel } = props;
  const actions = (
    <>
      <button type="button" className="button button--quiet" onClick={onCancel}>
        {cancelLabel}
      </button>
      <button type="button" className="button button--danger" onClick={onConfirm}>
        {confirmLabel}
      </button>
    </>
  );
  return (
    <Dialog role="alertdialog" title={title} onClose={onCancel} actions={actions}>
      <p>{text}</p>
    </Dialog>
  );
}
