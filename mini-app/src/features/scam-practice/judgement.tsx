import { CircleCheck, CircleX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PracticeItem } from './practice.tsx';

interface JudgementProps {
  readonly item: PracticeItem;
  readonly right: boolean;
  readonly isLast: boolean;
  readonly onNext: () => void;
}

/** Whether it was seen rightly, what gives the message away, and what to do with such a one. */
export function Judgement({ item, right, isLast, onNext }: JudgementProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const Icon = right ? CircleCheck : CircleX;
  return (
    <section className={`verdict verdict--${right ? 'genuine' : 'unknown'}`} aria-label="Giải thích">
      <h2 ref={heading} tabIndex={-1} className="verdict__title">
        <Icon aria-hidden="true" size={32} />
        <span>
          {right ? 'Bác nhận đúng rồi.' : 'Chưa đúng.'} {item.is_scam ? 'Đây là tin lừa đảo.' : 'Đây là tin thật.'}
        </span>
      </h2>
      {item.signs.length > 0 && (
        <>
          <h3>{item.is_scam ? 'Chỗ nào lộ ra?' : 'Vì sao tin được?'}</h3>
          <ul>
            {item.signs.map((sign) => (
              <li key={sign}>{sign}</li>
            ))}
          </ul>
        </>
      )}
      <h3>Gặp tin như vậy thì làm gì?</h3>
      <p>{item.what_to_do}</p>
      {item.where_to_report !== null && <p>Báo ở đâu: {item.where_to_report}</p>}
      <button type="button" className="button button--primary practice__next" onClick={onNext}>
        {isLast ? 'Xem kết quả' : 'Tin tiếp theo'}
      </button>
    </section>
  );
}
