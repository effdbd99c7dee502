import { useState } from 'react';
import { ActFailure } from '../../ui/act-failure.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { dayOf, timeOfDay } from '../../ui/vietnam-time.ts';

interface WriteTopProps {
  readonly isConflicting: boolean;
  /** What the ward said when it gave it back. */
  readonly note: string | null;
  readonly isScheduled: boolean;
  /** When this was typed last, of one that was begun earlier; epoch ms. */
  readonly begunAt: number | null;
  readonly busy: boolean;
  readonly onReload: () => void;
  readonly onKeepMine: () => void;
  readonly onDiscard: (() => Promise<void>) | null;
}

/** What to know before writing on. */
export function WriteTop(props: WriteTopProps) {
  const { isConflicting, note, isScheduled, begunAt, busy, onReload, onKeepMine, onDiscard } = props;
  return (
    <>
      {isConflicting && (
        <div className="sending-notice" role="alert">
          <Notice
            tone="warning"
            actions={
              <div className="sending-acts">
                <button type="button" className="button button--primary" disabled={busy} onClick={onReload}>
                  Tải bản mới, bỏ phần tôi vừa gõ
                </button>
                <button type="button" className="button button--quiet" disabled={busy} onClick={onKeepMine}>
                  Giữ bản của tôi, thay bản kia
                </button>
              </div>
            }
          >
            Người khác vừa sửa thông báo này. Phần anh, chị gõ vẫn còn trên máy.
          </Notice>
        </div>
      )}
      {note !== null && (
        <div className="sending-notice">
          <Notice tone="warning">Cần sửa: {note}</Notice>
        </div>
      )}
      {isScheduled && (
        <div className="sending-notice">
          <Notice tone="info">Thông báo này đã hẹn giờ gửi. Lưu thay đổi thì phường có thể phải duyệt lại.</Notice>
        </div>
      )}
      {begunAt !== null && onDiscard !== null && <Begun begunAt={begunAt} onDiscard={onDiscard} />}
    </>
  );
}

function Begun({ begunAt, onDiscard }: { readonly begunAt: number; readonly onDiscard: () => Promise<void> }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="sending-notice">
      <Notice
        tone="info"
        actions={
          <button type="button" className="button button--quiet" onClick={() => setAsking(true)}>
            Bỏ bản này, soạn tin khác
          </button>
        }
      >
        Bản đang soạn, giữ trên máy này từ {timeOfDay(begunAt)} ngày {dayOf(begunAt)}.
      </Notice>
      {isAsking && (
        <ConfirmDialog
          title="Bỏ bản đang soạn?"
          text="Phần đã gõ sẽ mất."
          confirmLabel="Bỏ bản này"
          onConfirm={() => void onDiscard()}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
}

interface WriteFootProps {
  readonly busy: boolean;
  readonly error: string | null;
  readonly isScheduled: boolean;
  readonly isKeepable: boolean;
  readonly isChanged: boolean;
  /** Somebody tried to go on, and some field is not right. */
  readonly isRefused: boolean;
  readonly onSave: () => void;
  readonly onGoOn: () => void;
}

/** Where the words are now, and the way on. */
export function WriteFoot({
  busy,
  error,
  isScheduled,
  isKeepable,
  isChanged,
  isRefused,
  onSave,
  onGoOn,
}: WriteFootProps) {
  return (
    <div className="page-foot">
      <ActFailure error={error} />
      <p role="status" className="page-foot__note">
        {isRefused ? 'Còn ô cần xem lại ở trên.' : isChanged ? 'Chữ gõ đến đâu giữ trên máy đến đó.' : 'Đã lưu.'}
      </p>
      <div className="sending-foot">
        {!isScheduled && (
          <button
            type="button"
            className="button button--quiet"
            disabled={busy || !isKeepable || !isChanged}
            onClick={onSave}
          >
            Lưu nháp
          </button>
        )}
        <button type="button" className="button button--primary" disabled={busy} onClick={onGoOn}>
          {busy ? 'Đang lưu…' : isScheduled ? 'Lưu thay đổi' : 'Xem trước'}
        </button>
      </div>
    </div>
  );
}
