import { ShieldQuestion } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Card } from '../../ui/card.tsx';
import { LinkRow } from '../../ui/row.tsx';
import type { PracticeItem } from './practice.tsx';
import { type Judged, rightOnes } from './practice-round.ts';

interface RoundEndProps {
  readonly items: readonly PracticeItem[];
  readonly judged: readonly Judged[];
  readonly checkAddress: string;
  readonly onAgain: () => void;
}

/** How many were seen rightly, and once more those that were not. */
export function RoundEnd({ items, judged, checkAddress, onAgain }: RoundEndProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const missed = items.filter(({ id }) => judged.some((one) => one.id === id && !one.right));
  return (
    <>
      <section className="card practice__end" aria-label="Kết quả">
        <h2 ref={heading} tabIndex={-1} className="practice__score">
          Bác nhận đúng {rightOnes(judged)}/{judged.length} tin.
        </h2>
        <p>
          {missed.length === 0
            ? 'Rất tinh. Gặp tin thật ngoài đời, vẫn xin dừng lại và hỏi người nhà.'
            : 'Không sao, nhầm ở đây thì ngoài đời đỡ mất tiền. Xem lại các tin dưới đây.'}
        </p>
        <button type="button" className="button button--primary" onClick={onAgain}>
          Tập tiếp lượt nữa
        </button>
      </section>
      {missed.map(({ id, text, is_scam, signs }) => (
        <Card key={id} heading={is_scam ? 'Tin lừa đảo' : 'Tin thật'}>
          <blockquote className="practice__text">{text}</blockquote>
          <ul className="plain-list">
            {signs.map((sign) => (
              <li key={sign}>{sign}</li>
            ))}
          </ul>
        </Card>
      ))}
      <ul className="rows">
        <LinkRow
          to={checkAddress}
          icon={<ShieldQuestion aria-hidden="true" size={24} />}
          title="Kiểm tra một tin bác vừa nhận"
        />
      </ul>
    </>
  );
}
