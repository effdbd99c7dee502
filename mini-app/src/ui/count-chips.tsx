interface CountChipsProps<Key extends string> {
  readonly label: string;
  readonly chips: readonly { readonly key: Key | ''; readonly title: string; readonly count: number }[];
  /** '' = the one that stands for all. */
  readonly chosen: string;
  readonly onChoose: (key: Key | '') => void;
}

/** What a list can be narrowed to, each with how many there are. */
export function CountChips<Key extends string>({ label, chips, chosen, onChoose }: CountChipsProps<Key>) {
  return (
    <fieldset className="count-chips">
      <legend className="visually-hidden">{label}</legend>
      {chips.map(({ key, title, count }) => (
        <button
          key={key}
          type="button"
          className="count-chip"
          aria-pressed={key === chosen}
          onClick={() => onChoose(key)}
        >
          {title} <strong>{count}</strong>
        </button>
      ))}
    </fieldset>
  );
}
