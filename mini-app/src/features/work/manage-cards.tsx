import type { UnitRef, WorkReply } from '@phuong-so/shared/contracts/work';
import { useState } from 'react';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import type { Act } from '../../ui/use-act.ts';
import { printedDay } from '../../ui/vietnam-time.ts';

interface ManageProps {
  readonly work: WorkReply;
  readonly act: Act;
}

interface SplitCardProps extends ManageProps {
  readonly units: readonly UnitRef[];
  readonly onSplit: (units: readonly string[]) => Promise<void>;
}

/** A collective lead becomes one task for each unit. */
export function SplitCard({ units, act: { busy, error, act }, onSplit }: SplitCardProps) {
  const [chosen, choose] = useState<readonly string[]>([]);
  const [isAsking, setAsking] = useState(false);
  return (
    <Card heading="Chia cho từng đơn vị">
      <p>Mỗi đơn vị được chọn có một nhiệm vụ riêng để báo cáo. Phần đã báo cáo trước đây không mất.</p>
      <Disclosure show="Chọn đơn vị để chia" hide="Ẩn bớt">
        <UnitPicker label="Chia cho những đơn vị này" units={units} chosen={chosen} onChange={choose} />
        <button
          type="button"
          className="button button--quiet button--wide"
          disabled={busy || chosen.length < 2}
          onClick={() => setAsking(true)}
        >
          {chosen.length < 2 ? 'Chọn ít nhất hai đơn vị' : `Chia thành ${chosen.length} nhiệm vụ`}
        </button>
      </Disclosure>
      <ActFailure error={error} />
      {isAsking && (
        <ConfirmDialog
          title={`Chia thành ${chosen.length} nhiệm vụ?`}
          text="Từ nay mỗi đơn vị báo cáo phần của mình."
          confirmLabel="Chia"
          cancelLabel="Chưa chia"
          onConfirm={() => {
            setAsking(false);
            void act(() => onSplit(chosen));
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </Card>
  );
}

interface EventCardProps extends ManageProps {
  readonly onRecord: (eventOn: string | null, dueAfterEvent: string | null) => Promise<void>;
}

/** What the task waits for has happened; from now on its day counts. */
export function EventCard({ work, act: { busy, error, act }, onRecord }: EventCardProps) {
  const { due, event_on, due_after_event } = work;
  const [eventOn, setEventOn] = useState(event_on ?? '');
  const [dueAfter, setDueAfter] = useState(due_after_event ?? '');
  return (
    <Card heading="Việc chờ đã xảy ra chưa">
      <p>
        Nhiệm vụ này chờ: <strong>{due.event ?? due.text}</strong>.{' '}
        {event_on === null ? 'Chưa ghi là đã xảy ra.' : `Đã ghi xảy ra ngày ${printedDay(event_on)}.`}
      </p>
      <div className="sending-fields">
        <TextField
          label="Ngày việc đó xảy ra"
          type="date"
          value={eventOn}
          onChange={({ target }) => setEventOn(target.value)}
        />
        <TextField
          label="Hạn làm xong sau đó"
          hint="Kế hoạch không ghi ngày này: đơn vị đầu mối đặt. Bỏ trống: chưa có hạn."
          type="date"
          value={dueAfter}
          onChange={({ target }) => setDueAfter(target.value)}
        />
        <button
          type="button"
          className="button button--quiet button--wide"
          disabled={busy || (eventOn === '' && event_on === null)}
          onClick={() => void act(() => onRecord(eventOn || null, eventOn === '' ? null : dueAfter || null))}
        >
          {busy ? 'Đang ghi…' : 'Ghi lại'}
        </button>
      </div>
      <ActFailure error={error} />
    </Card>
  );
}

interface MuteCardProps extends ManageProps {
  /** ISO day: no earlier one can be chosen. */
  readonly today: string;
  readonly onMute: (until: string | null, reason: string) => Promise<void>;
}

/** No reminders for a while, with the reason for colleagues. */
export function MuteCard({ work: { muted }, act: { busy, error, act }, today, onMute }: MuteCardProps) {
  const [until, setUntil] = useState(muted?.until ?? '');
  const [reason, setReason] = useState(muted?.reason ?? '');
  const isReady = until !== '' && reason.trim() !== '';
  return (
    <Card heading="Tạm dừng nhắc">
      <p>Không nhắc ai về nhiệm vụ này cho đến hết ngày đã chọn. Hạn của nhiệm vụ vẫn như cũ.</p>
      <div className="sending-fields">
        <TextField
          label="Dừng nhắc đến hết ngày"
          type="date"
          min={today}
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
        <TextField label="Lý do" maxLength={300} value={reason} onChange={({ target }) => setReason(target.value)} />
        <button
          type="button"
          className="button button--quiet button--wide"
          disabled={busy || !isReady}
          onClick={() => void act(() => onMute(until, reason.trim()))}
        >
          {busy ? 'Đang ghi…' : 'Tạm dừng nhắc'}
        </button>
        {muted !== null && (
          <button
            type="button"
            className="button button--quiet button--wide"
            disabled={busy}
            onClick={() => void act(() => onMute(null, ''))}
          >
            Nhắc lại từ hôm nay
          </button>
        )}
      </div>
      <ActFailure error={error} />
    </Card>
  );
}

interface CloseCardProps extends ManageProps {
  readonly onClose: (isClosed: boolean, note: string) => Promise<void>;
}

/** No longer to be done, and why; or again. */
export function CloseCard({ work: { state }, act: { busy, error, act }, onClose }: CloseCardProps) {
  const [note, setNote] = useState('');
  const isClosed = state === 'closed';
  return (
    <Card heading={isClosed ? 'Mở lại nhiệm vụ' : 'Đóng nhiệm vụ'}>
      <p>
        {isClosed
          ? 'Nhiệm vụ lại được nhắc và tính hạn như trước.'
          : 'Dùng khi nhiệm vụ không còn phải làm. Làm xong thì không đóng: đơn vị báo cáo, rồi xác nhận.'}
      </p>
      <div className="sending-fields">
        <TextArea
          label="Lý do"
          rows={3}
          maxLength={2000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <button
          type="button"
          className={isClosed ? 'button button--quiet button--wide' : 'button button--danger button--wide'}
          disabled={busy || note.trim() === ''}
          onClick={() => void act(() => onClose(!isClosed, note.trim()))}
        >
          {busy ? 'Đang ghi…' : isClosed ? 'Mở lại' : 'Đóng nhiệm vụ này'}
        </button>
      </div>
      <ActFailure error={error} />
    </Card>
  );
}
