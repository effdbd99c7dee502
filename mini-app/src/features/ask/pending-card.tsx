import { Square } from 'lucide-react';
import { AnswerBody } from './answer-body.tsx';
import { GENERATED } from './answer-mark.ts';
import type { Pending } from './conversation.ts';
import { MarkLine } from './mark-line.tsx';

const STEP_WORDS: Readonly<Record<Pending['step'], string>> = {
  searching: 'Đang tìm trong kế hoạch…',
  reading: 'Đang đọc các đoạn tìm được…',
  writing: 'Đang viết và kiểm tra từng câu…',
};
const SLOW_WORDS: typeof STEP_WORDS = {
  searching: 'Mạng đang chậm, vẫn đang tìm trong kế hoạch…',
  reading: 'Xin chờ thêm một chút, vẫn đang đọc các đoạn tìm được…',
  writing: 'Xin chờ thêm một chút, vẫn đang viết và kiểm tra từng câu…',
};

interface PendingCardProps {
  readonly pending: Pending;
  readonly onStop: () => void;
  readonly onCall: (phoneNumber: string) => void;
}

/** Shown while the answer is on its way: what is done now, and the checked sentences where the answer will have them. */
export function PendingCard({ pending, onStop, onCall }: PendingCardProps) {
  const { told } = pending;
  const foot = <PendingFoot pending={pending} onStop={onStop} />;
  if (told.length === 0) return <div className="pending-card">{foot}</div>;
  const text = told.map((sentence) => sentence.text).join('\n');
  return (
    <div className="answer-card">
      <MarkLine mark={GENERATED} />
      <AnswerBody answer={{ text, items: [], outcome: 'answered' }} onCall={onCall} />
      <div className="pending-card__foot">{foot}</div>
    </div>
  );
}

function PendingFoot({ pending: { slow, step }, onStop }: Omit<PendingCardProps, 'onCall'>) {
  return (
    <>
      <p className="pending-card__words">
        <span className="pending-card__dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {(slow ? SLOW_WORDS : STEP_WORDS)[step]}
      </p>
      <button type="button" className="text-button" onClick={onStop}>
        <Square aria-hidden="true" size={18} />
        Dừng
      </button>
    </>
  );
}
