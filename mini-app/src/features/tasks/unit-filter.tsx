import { useId } from 'react';

interface UnitFilterProps {
  readonly units: readonly { readonly key: string; readonly name: string }[];
  /** Empty = all. */
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** The phone's own list: every old phone knows how to show it. */
export function UnitFilter({ units, chosen, onChoose }: UnitFilterProps) {
  const id = useId();
  return (
    <div className="field unit-filter">
      <label htmlFor={id}>Việc của đơn vị nào?</label>
      <select id={id} value={chosen} onChange={(event) => onChoose(event.target.value)}>
        <option value="">Tất cả đơn vị</option>
        {units.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
