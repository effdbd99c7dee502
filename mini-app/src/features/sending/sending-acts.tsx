import type { BroadcastReply } from '@phuong-so/shared/contracts/broadcasts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { ActFailure } from '../../ui/act-failure.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useAct } from '../../ui/use-act.ts';
import { sendingFailureWords } from './sending-failure.ts';

interface SendingActsProps {
  readonly broadcast: BroadcastReply;
  readonly writeAddress: string;
  readonly previewAddress: string;
  readonly correctAddress: string;
  readonly onStop: () => Promise<void>;
  readonly onCancel: () => Promise<void>;
  /** Begins a new one with the same words. */
  readonly onCopy: () => Promise<void>;
  readonly onFailed: (thrown: unknown) => void;
}

const QUESTIONS = {
  stop: {
    title: 'Dừng gửi?',
    text: 'Ai đã nhận thì vẫn còn tin. Người chưa nhận sẽ không nhận nữa, và không gửi tiếp được.',
    confirmLabel: 'Dừng gửi',
    cancelLabel: 'Cứ gửi tiếp',
  },
  cancel: {
    title: 'Hủy thông báo này?',
    text: 'Tin sẽ không gửi cho ai. Bản đã hủy vẫn xem lại và soạn lại được.',
    confirmLabel: 'Hủy thông báo',
    cancelLabel: 'Giữ lại',
  },
} as const;

const EDITABLE: ReadonlySet<string> = new Set(['draft', 'returned', 'scheduled']);
const UNSENT: ReadonlySet<string> = new Set([...EDITABLE, 'awaiting_approval']);
const PUBLISHED: ReadonlySet<string> = new Set(['sending', 'sent', 'stopped']);

/** What can be done with it now. What cannot be taken back asks first. */
export function SendingActs(props: SendingActsProps) {
  const { broadcast, writeAddress, previewAddress, correctAddress, onStop, onCancel, onCopy, onFailed } = props;
  const { state } = broadcast;
  const [asked, ask] = useState<keyof typeof QUESTIONS | null>(null);
  const { busy, error, act } = useAct(sendingFailureWords, onFailed);
  const confirm = () => {
    ask(null);
    void act(asked === 'stop' ? onStop : onCancel);
  };
  const isOver = PUBLISHED.has(state) || state === 'cancelled';
  return (
    <Card heading="Làm gì với thông báo này">
      <div className="sending-acts">
        {UNSENT.has(state) && (
          <Link className="button button--primary" to={previewAddress}>
            {state === 'draft' || state === 'returned' ? 'Xem trước và gửi' : 'Xem trước'}
          </Link>
        )}
        {EDITABLE.has(state) && (
          <Link className="button button--quiet" to={writeAddress}>
            Sửa
          </Link>
        )}
        {state === 'sending' && (
          <button type="button" className="button button--danger" disabled={busy} onClick={() => ask('stop')}>
            Dừng gửi
          </button>
        )}
        {PUBLISHED.has(state) && (
          <Link className="button button--quiet" to={correctAddress}>
            Đính chính
          </Link>
        )}
        {isOver && (
          <button type="button" className="button button--quiet" disabled={busy} onClick={() => void act(onCopy)}>
            Soạn tin mới từ tin này
          </button>
        )}
        {UNSENT.has(state) && (
          <button type="button" className="button button--quiet" disabled={busy} onClick={() => ask('cancel')}>
            Hủy thông báo
          </button>
        )}
      </div>
      <ActFailure error={error} />
      {asked !== null && <ConfirmDialog {...QUESTIONS[asked]} onConfirm={confirm} onCancel={() => ask(null)} />}
    </Card>
  );
}
