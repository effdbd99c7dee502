import { type FormEvent, useState } from 'react';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Card } from '../../ui/card.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useAct } from '../../ui/use-act.ts';
import { sendingFailureWords } from './sending-failure.ts';

interface DecisionBoxProps {
  readonly onDecide: (approve: boolean, note: string | null) => Promise<void>;
  readonly onFailed: (thrown: unknown) => void;
}

/** An official lets it go, or gives it back and says why. */
export function DecisionBox({ onDecide, onFailed }: DecisionBoxProps) {
  const [note, setNote] = useState<string | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const { busy, error, act } = useAct(sendingFailureWords, onFailed);
  const giveBack = (event: FormEvent) => {
    event.preventDefault();
    const said = note?.trim() ?? '';
    setComplaint(said === '' ? 'Xin ghi điều cần sửa.' : null);
    if (said !== '') void act(() => onDecide(false, said));
  };
  return (
    <Card heading="Duyệt thông báo này?">
      <p>Duyệt thì tin được gửi như bản xem trước. Chưa ổn thì trả lại, ghi rõ chỗ cần sửa.</p>
      <div className="sending-buttons">
        <button
          type="button"
          className="button button--primary"
          disabled={busy}
          onClick={() => void act(() => onDecide(true, null))}
        >
          {busy ? 'Đang ghi…' : 'Duyệt, cho gửi'}
        </button>
        {note === null && (
          <button type="button" className="button button--quiet" disabled={busy} onClick={() => setNote('')}>
            Trả lại để sửa
          </button>
        )}
      </div>
      {note !== null && (
        <form onSubmit={giveBack} noValidate>
          <TextArea
            label="Cần sửa gì"
            rows={3}
            maxLength={300}
            value={note}
            error={complaint}
            onChange={({ target }) => setNote(target.value)}
          />
          <button type="submit" className="button button--quiet button--wide sending-gap" disabled={busy}>
            Trả lại kèm lời nhắn
          </button>
        </form>
      )}
      <ActFailure error={error} />
    </Card>
  );
}
