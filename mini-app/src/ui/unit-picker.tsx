import { CheckField } from './field.tsx';

interface UnitPickerProps {
  readonly label: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** Said when nobody is chosen and somebody has to be. */
  readonly error?: string | null;
}

/** Units of the ward, any number of them; one that the list does not name stays chosen. */
export function UnitPicker({ label, units, chosen, onChange, error = null }: UnitPickerProps) {
  return (
    <fieldset className="radios unit-picker">
      <legend className="radios__label">{label}</legend>
      {units.map(({ id, name }) => (
        <CheckField
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onChange={(is) => onChange(is ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      ))}
      <p className="field__error" role="alert" hidden={error === null}>
        {error}
      </p>
    </fieldset>
  );
}
