interface ChangeListProps {
  readonly changes: readonly { readonly what: string; readonly before: string; readonly after: string }[];
}

/** What was otherwise before, field by field. */
export function ChangeList({ changes }: ChangeListProps) {
  if (changes.length === 0) return null;
  return (
    <ul className="changes">
      {changes.map(({ what, before, after }) => (
        <li key={what}>
          <strong>{what}:</strong> <del>{before || 'không có'}</del> → <ins>{after || 'không có'}</ins>
        </li>
      ))}
    </ul>
  );
}
