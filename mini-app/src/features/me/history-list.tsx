import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { dayOf } from '../../ui/vietnam-time.ts';

const SHOWN_AT_FIRST = 3;

export interface AskedBefore {
  readonly id: string;
  readonly question: string;
  /** Epoch ms. */
  readonly askedAt: number;
}

interface HistoryListProps {
  /** Newest first. */
  readonly asked: readonly AskedBefore[];
  readonly onClear: () => void;
}

/** The questions that this device remembers. */
export function HistoryList({ asked, onClear }: HistoryListProps) {
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  if (asked.length === 0) return <p>Máy này chưa lưu câu hỏi nào.</p>;
  return (
    <>
      <ol className="asked">
        {asked.slice(0, isOpen ? undefined : SHOWN_AT_FIRST).map(({ id, question, askedAt }) => (
          <li key={id}>
            <span className="asked__question">{question}</span>
            <span className="asked__day">{dayOf(askedAt)}</span>
          </li>
        ))}
      </ol>
      {asked.length > SHOWN_AT_FIRST && (
        <button type="button" className="text-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Thu gọn' : `Xem tất cả (${asked.length})`}
        </button>
      )}
      <button type="button" className="button button--quiet button--wide" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden="true" size={20} />
        Xóa lịch sử hỏi đáp
      </button>
      {isAsking && (
        <ConfirmDialog
          title="Xóa lịch sử hỏi đáp?"
          text="Mọi câu hỏi và câu trả lời trên máy này sẽ bị xóa, không lấy lại được."
          confirmLabel="Xóa hết"
          onConfirm={() => {
            setAsking(false);
            onClear();
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}
