import type { ProposalsReply } from '@phuong-so/shared/contracts/work';
import { useState } from 'react';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import type { Act } from '../../ui/use-act.ts';
import { printedDay } from '../../ui/vietnam-time.ts';

type PlanRef = ProposalsReply['documents'][number];

interface SupersedeCardProps {
  readonly documents: readonly PlanRef[];
  readonly act: Act;
  readonly onSupersede: (older: string, newer: string) => Promise<void>;
}

const nameOf = ({ number, date, title }: PlanRef) =>
  `${number ?? title ?? 'Văn bản không ghi số'}${date === null ? '' : `, ngày ${printedDay(date)}`}`;

/** Of a ward with several plans: a newer one takes an older one's place only when somebody says so, having been warned. */
export function SupersedeCard({ documents, act: { busy, error, act }, onSupersede }: SupersedeCardProps) {
  const open = documents.filter(({ superseded_by }) => superseded_by === null);
  const [older, setOlder] = useState('');
  const [newer, setNewer] = useState('');
  const [isAsking, setAsking] = useState(false);
  const over = documents.filter(({ superseded_by }) => superseded_by !== null);
  if (documents.length < 2) return null;
  const options = [
    { value: '', title: 'Chọn kế hoạch' },
    ...open.map((one) => ({ value: one.document_id, title: nameOf(one) })),
  ];
  const isReady = older !== '' && newer !== '' && older !== newer;
  return (
    <Card heading="Kế hoạch mới thay kế hoạch cũ">
      {over.map((one) => (
        <p key={one.document_id} className="card__text">
          {nameOf(one)}: đã được kế hoạch khác thay.
        </p>
      ))}
      {open.length > 1 && (
        <>
          <p className="card__text">Hệ thống không tự coi kế hoạch nào là thay kế hoạch nào.</p>
          <div className="sending-fields">
            <SelectField label="Kế hoạch cũ" options={options} value={older} onChoose={setOlder} />
            <SelectField label="Kế hoạch mới thay" options={options} value={newer} onChoose={setNewer} />
          </div>
          <button
            type="button"
            className="button button--danger button--wide"
            disabled={busy || !isReady}
            onClick={() => setAsking(true)}
          >
            {busy ? 'Đang ghi…' : 'Ghi là đã thay'}
          </button>
        </>
      )}
      <ActFailure error={error} />
      {isAsking && (
        <ConfirmDialog
          title="Kế hoạch mới thay kế hoạch cũ?"
          text="Mọi nhiệm vụ đang mở của kế hoạch cũ sẽ ngừng nhắc và ngừng tính hạn. Báo cáo đã có vẫn giữ. Việc này không tự hoàn lại được."
          confirmLabel="Thay"
          cancelLabel="Chưa thay"
          onConfirm={() => {
            setAsking(false);
            void act(() => onSupersede(older, newer));
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
