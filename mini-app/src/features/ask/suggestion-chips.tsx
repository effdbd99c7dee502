interface SuggestionChipsProps {
  readonly heading: string;
  readonly suggestions: readonly string[];
  readonly disabled: boolean;
  readonly onAsk: (question: string) => void;
}

/** Questions that can be asked with one tap. */
export function SuggestionChips({ heading, suggestions, disabled, onAsk }: SuggestionChipsProps) {
  if (suggestions.length === 0) return null;
  return (
    <div className="suggestions">
      <p className="suggestions__heading">{heading}</p>
      <ul>
        {suggestions.map((suggestion) => (
          <li key={suggestion}>
            <button type="button" className="chip" disabled={disabled} onClick={() => onAsk(suggestion)}>
              {suggestion}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
