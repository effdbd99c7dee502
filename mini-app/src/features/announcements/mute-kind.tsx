import { BellOff } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { failureWords } from '../../session/call-failure.ts';
import { ActFailure } from '../../ui/act-failure.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useAct } from '../../ui/use-act.ts';

interface MuteKindProps {
  /** "Mời họp". */
  readonly name: string;
  readonly isUrgent: boolean;
  /** The page on which it is turned on again. */
  readonly choicesAddress: string;
  readonly onMute: () => Promise<void>;
}

/** "Tắt loại tin này": from now on nothing of this kind comes by itself; the list still has it. */
export function MuteKind({ name, isUrgent, choicesAddress, onMute }: MuteKindProps) {
  const [isAsking, setAsking] = useState(false);
  const [isMuted, setMuted] = useState(false);
  const { busy, error, act } = useAct(failureWords);
  const mute = () => {
    setAsking(false);
    void act(async () => {
      await onMute();
      setMuted(true);
    });
  };
  return (
    <>
      {!isMuted && (
        <button
          type="button"
          className="button button--quiet button--wide"
          disabled={busy}
          onClick={() => setAsking(true)}
        >
          <BellOff aria-hidden="true" size={22} />
          {busy ? 'Đang tắt…' : 'Tắt loại tin này'}
        </button>
      )}
      <div role="status">
        {isMuted && (
          <p className="muted-kind">
            Đã tắt loại tin “{name}”. Tin loại này vẫn có trong mục Thông báo.{' '}
            <Link className="text-link" to={choicesAddress}>
              Bật lại ở trang Nhận tin
            </Link>
          </p>
        )}
      </div>
      <ActFailure error={error} />
      {isAsking && (
        <ConfirmDialog
          title={`Tắt loại tin “${name}”?`}
          text={`Từ nay phường không gửi tin loại này tới bác nữa.${isUrgent ? URGENT : ''} Tin vẫn có trong mục Thông báo để bác tự xem. Bật lại lúc nào cũng được: mục Tôi, trang Nhận tin.`}
          confirmLabel="Tắt loại tin này"
          cancelLabel="Vẫn nhận"
          onConfirm={mute}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}

const URGENT = ' Đây là tin khẩn, như bão lũ, cháy nổ, dịch bệnh: tắt đi thì có thể biết muộn.';
