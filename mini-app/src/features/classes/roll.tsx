import type { RollReply } from '@phuong-so/shared/contracts/classes';
import { Check } from 'lucide-react';
import { failureWords } from '../../session/call-failure.ts';
import { ActFailure } from '../../ui/act-failure.tsx';
import { useAct } from '../../ui/use-act.ts';

type Place = RollReply['places'][number];

interface RollProps {
  readonly roll: RollReply;
  readonly onAttend: (placeId: string, present: boolean) => Promise<void>;
}

/** Who comes, with one large switch each. */
export function Roll({ roll: { places }, onAttend }: RollProps) {
  const seated = places.filter(({ state }) => state === 'seated');
  const waiting = places.filter(({ state }) => state === 'waiting');
  return (
    <>
      <p role="status" className="lead">
        Có mặt {places.filter(({ attended }) => attended).length}/{seated.length} người đã có chỗ.
      </p>
      <ul className="roll">
        {seated.map((place, index) => (
          <RollRow key={place.id} place={place} number={index + 1} onAttend={onAttend} />
        ))}
      </ul>
      {waiting.length > 0 && (
        <>
          <h2 className="class-heading">Danh sách chờ</h2>
          <ul className="roll">
            {waiting.map((place) => (
              <RollRow key={place.id} place={place} number={place.position ?? 0} onAttend={onAttend} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface RollRowProps extends Pick<RollProps, 'onAttend'> {
  readonly place: Place;
  readonly number: number;
}

function RollRow({ place: { id, called_name, attended }, number, onAttend }: RollRowProps) {
  const { busy, error, act } = useAct(failureWords);
  const name = called_name ?? 'Đã xóa tên';
  return (
    <li className="roll__row">
      <button
        type="button"
        role="switch"
        aria-checked={attended}
        aria-label={`${name}: có mặt`}
        aria-busy={busy}
        className="roll__switch"
        onClick={() => void act(() => onAttend(id, !attended))}
      >
        <span className="roll__name">
          {number}. {name}
        </span>
        <span className={attended ? 'switch-mark switch-mark--on' : 'switch-mark'}>
          {attended && <Check aria-hidden="true" size={22} />}
          {attended ? 'Có mặt' : 'Chưa'}
        </span>
      </button>
      <ActFailure error={error} />
    </li>
  );
}
