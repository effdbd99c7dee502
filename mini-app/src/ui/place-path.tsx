interface PlacePathProps {
  /** Headings from the outermost one to the place itself. */
  readonly path: readonly { readonly label: string; readonly title: string | null }[];
}

/** Where in a document a text stands. */
export function PlacePath({ path }: PlacePathProps) {
  return (
    <nav aria-label="Vị trí trong văn bản">
      <ol className="place-path">
        {path.map(({ label, title }) => (
          <li key={`${label}:${title}`}>
            {label !== '' && !repeats(title, label) && (
              <span className="place-path__label">{title === null ? `Mục ${label}` : label}</span>
            )}
            {title !== null && <span>{title}</span>}
            {label === '' && title === null && <span>Phần mở đầu</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** An annex without a name of its own has its label for a title. */
function repeats(title: string | null, label: string): boolean {
  return /\s/.test(label) && (title ?? '').toLocaleLowerCase('vi').startsWith(label.toLocaleLowerCase('vi'));
}
