import { FileText } from 'lucide-react';
import { Link } from 'react-router-dom';

interface SourceLinkProps {
  /** null = the words have no place that can be opened: no link. */
  readonly to: string | null;
  /** What is said there, for those who hear only the link. */
  readonly about: string;
  readonly words?: string;
}

/** The way to the words of the document that say so. */
export function SourceLink({ to, about, words = 'Xem chỗ ghi trong kế hoạch' }: SourceLinkProps) {
  if (to === null) return null;
  return (
    <Link className="text-button" to={to}>
      <FileText aria-hidden="true" size={20} />
      <span>
        {words}
        <span className="visually-hidden">: {about}</span>
      </span>
    </Link>
  );
}
