import { FileText } from 'lucide-react';
import { Link } from 'react-router-dom';

/** The way to the words of the document that say so. `to` null = they have no place that can be opened: no link. */
export function SourceLink({ to, about }: { readonly to: string | null; readonly about: string }) {
  if (to === null) return null;
  return (
    <Link className="text-button" to={to}>
      <FileText aria-hidden="true" size={20} />
      <span>
        Xem chỗ ghi trong kế hoạch<span className="visually-hidden">: {about}</span>
      </span>
    </Link>
  );
}
