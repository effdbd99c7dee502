import type { ClassReply } from '@phuong-so/shared/contracts/classes';
import { ClipboardCheck, QrCode } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { failureWords } from '../../session/call-failure.ts';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LinkRow } from '../../ui/row.tsx';
import { useAct } from '../../ui/use-act.ts';

interface LeadClassProps {
  readonly held: ClassReply;
  readonly rollAddress: string;
  readonly codeAddress: string;
  readonly onCancel: (reason: string) => Promise<void>;
  readonly onFailed: () => void;
}

/** For whoever leads the class: the roll, the code, cancelling. */
export function LeadClass({ held, rollAddress, codeAddress, onCancel, onFailed }: LeadClassProps) {
  const [isCancelling, setCancelling] = useState(false);
  const isOn = held.state !== 'cancelled';
  return (
    <Card heading="Dành cho người phụ trách">
      <ul className="rows">
        <LinkRow
          to={rollAddress}
          icon={<ClipboardCheck aria-hidden="true" size={24} />}
          title="Danh sách và điểm danh"
        />
        {isOn && (
          <LinkRow
            to={codeAddress}
            icon={<QrCode aria-hidden="true" size={24} />}
            title="Hiện mã điểm danh"
            lines={['Người học quét mã trên máy này']}
          />
        )}
      </ul>
      {(held.state === 'open' || held.state === 'full' || held.state === 'running') && (
        <button type="button" className="button button--quiet button--wide" onClick={() => setCancelling(true)}>
          Hủy lớp
        </button>
      )}
      {isCancelling && <CancelDialog onCancel={onCancel} onFailed={onFailed} onClose={() => setCancelling(false)} />}
    </Card>
  );
}

interface CancelDialogProps extends Pick<LeadClassProps, 'onCancel' | 'onFailed'> {
  readonly onClose: () => void;
}

function CancelDialog({ onCancel, onFailed, onClose }: CancelDialogProps) {
  const [reason, setReason] = useState('');
  const id = useId();
  const { busy, error, act } = useAct(failureWords, onFailed);
  const isMissing = reason.trim().length < 2;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isMissing) return;
    void act(async () => {
      await onCancel(reason.trim());
      onClose();
    });
  };
  return (
    <Dialog
      title="Hủy lớp này?"
      role="alertdialog"
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button button--quiet" onClick={onClose}>
            Không hủy
          </button>
          <button type="submit" form={id} className="button button--danger" disabled={busy || isMissing}>
            {busy ? 'Đang hủy…' : 'Hủy lớp'}
          </button>
        </>
      }
    >
      <p>Người đã đăng ký sẽ được báo kèm lý do. Không mở lại được lớp đã hủy.</p>
      <form id={id} className="field" onSubmit={submit}>
        <label htmlFor={`${id}-reason`}>Lý do</label>
        <textarea
          id={`${id}-reason`}
          rows={3}
          maxLength={300}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </form>
      <ActFailure error={error} />
    </Dialog>
  );
}
