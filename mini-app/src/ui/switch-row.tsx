import { Check } from 'lucide-react';

interface SwitchRowProps {
  readonly name: string;
  /** One sentence under the name. */
  readonly meaning: string;
  readonly isOn: boolean;
  /** While something is being changed. */
  readonly busy: boolean;
  readonly onPress: () => void;
}

/** A row of a list that is on or off: the state is a word, not only a colour. */
export function SwitchRow({ name, meaning, isOn, busy, onPress }: SwitchRowProps) {
  return (
    <li>
      <button type="button" role="switch" aria-checked={isOn} aria-busy={busy} className="row" onClick={onPress}>
        <span className="row__words">
          <span className="row__title">{name}</span>
          <span className="row__line">{meaning}</span>
        </span>
        <span className={isOn ? 'switch-mark switch-mark--on' : 'switch-mark'}>
          {isOn && <Check aria-hidden="true" size={22} />}
          {isOn ? 'Nhận' : 'Tắt'}
        </span>
      </button>
    </li>
  );
}
