import type { LucideIcon } from 'lucide-react';
import { Link } from 'react-router-dom';

export interface Tile {
  readonly to: string;
  readonly title: string;
  readonly Icon: LucideIcon;
}

/** The app's pages as large squares. */
export function Tiles({ label, tiles }: { readonly label: string; readonly tiles: readonly Tile[] }) {
  return (
    <nav aria-label={label}>
      <ul className="tiles">
        {tiles.map(({ to, title, Icon }) => (
          <li key={to}>
            <Link className="tile" to={to}>
              <span className="row__icon">
                <Icon aria-hidden="true" size={26} />
              </span>
              <span className="tile__title">{title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
