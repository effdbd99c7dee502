import { Square } from 'lucide-react';

interface PendingCardProps {
  readonly slow: boolean;
  /** What has arrived of the answer. */
  readonly text: string;
  readonly onStop: () => void;
}

/** Shown while the answer is on its way. */
export function PendingCard({ slow, text, onStop }: PendingCardProps) {
  return (
    <div className="pending-card">
      {text !== '' && <p className="pending-card__text">{text}</p>}
      <p className="pending-card__words">
        <span className="pending-card__dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {slow ? 'Mạng đang chậm, vẫn đang tìm trong kế hoạch…' : 'Đang tìm trong kế hoạch…'}
      </p>
      <button type="button" className="text-button" onClick={onStop}>
        <Square aria-hidden="true" size={18} />
        Dừng
      </button>
    </div>
  );
}
