import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useFocusOnArrival } from '../../ui/use-focus-on-arrival.ts';
import { MOST_PEOPLE } from './answer-words.ts';

interface PeopleStepProps {
  /** From 1 to `MOST_PEOPLE`. */
  readonly people: number;
  readonly busy: boolean;
  readonly onSend: (people: number) => void;
  readonly onBack: () => void;
}

/** How many come, counted up and down by two large buttons. */
export function PeopleStep({ people: before, busy, onSend, onBack }: PeopleStepProps) {
  const [people, setPeople] = useState(before);
  const question = useFocusOnArrival<HTMLParagraphElement>();
  return (
    <>
      <p ref={question} tabIndex={-1} className="people__question">
        Nhà bác có mấy người đến, tính cả bác?
      </p>
      <div className="people">
        <button
          type="button"
          className="people__button"
          aria-label="Bớt một người"
          disabled={busy || people <= 1}
          onClick={() => setPeople(people - 1)}
        >
          <Minus aria-hidden="true" size={28} />
        </button>
        <output className="people__count">{people} người</output>
        <button
          type="button"
          className="people__button"
          aria-label="Thêm một người"
          disabled={busy || people >= MOST_PEOPLE}
          onClick={() => setPeople(people + 1)}
        >
          <Plus aria-hidden="true" size={28} />
        </button>
      </div>
      {people === MOST_PEOPLE && (
        <p className="answer__who">Đông hơn {MOST_PEOPLE} người, xin báo thêm cho người gửi.</p>
      )}
      <button
        type="button"
        className="button button--primary answer__choice"
        disabled={busy}
        onClick={() => onSend(people)}
      >
        {busy ? 'Đang gửi…' : `Gửi: ${people} người tham gia`}
      </button>
      <button type="button" className="button button--quiet answer__choice" disabled={busy} onClick={onBack}>
        Chọn lại
      </button>
    </>
  );
}
