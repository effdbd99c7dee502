import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

interface RowProps {
  readonly title: ReactNode;
  readonly icon?: ReactNode;
  /** Smaller lines under the title. */
  readonly lines?: readonly ReactNode[];
  /** At the right, before the arrow: "Chưa đọc". */
  readonly mark?: ReactNode;
}

/** A row of a list that leads to another page. Rows stand in `<ul className="rows">`. */
export function LinkRow({ to, ...content }: RowProps & { readonly to: string }) {
  return (
    <li>
      <Link className="row" to={to}>
        <RowContent {...content} />
      </Link>
    </li>
  );
}

/** A row of a list that does something. */
export function ButtonRow({ onPress, ...content }: RowProps & { readonly onPress: () => void }) {
  return (
    <li>
      <button type="button" className="row" onClick={onPress}>
        <RowContent {...content} />
      </button>
    </li>
  );
}

function RowContent({ title, icon, lines = [], mark }: RowProps) {
  return (
    <>
      {icon && <span className="row__icon">{icon}</span>}
      <span className="row__words">
        <span className="row__title">{title}</span>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one row are fixed
          <span key={index} className="row__line">
            {line}
          </span>
        ))}
      </span>
      {mark && <span className="row__mark">{mark}</span>}
      <ChevronRight aria-hidden="true" size={22} className="row__arrow" />
    </>
  );
}
