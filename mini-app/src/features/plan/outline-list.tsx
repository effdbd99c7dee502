import { Link } from 'react-router-dom';
import { isHeaded, type OutlineNode, printedHeading } from './plan-outline.ts';

interface OutlineListProps {
  readonly nodes: readonly OutlineNode[];
  readonly addressOf: (sectionId: string) => string;
}

/** Headings as nested lists: what a section is about in plain words, and beside it the heading as printed. */
export function OutlineList({ nodes, addressOf }: OutlineListProps) {
  return (
    <ol className="outline">
      {nodes.filter(isHeaded).map(({ section, below }) => (
        <li key={section.id}>
          <Link className="outline__link" to={addressOf(section.id)}>
            <span className="outline__plain">{section.plain_title ?? printedHeading(section)}</span>
            {section.plain_title !== null && <span className="outline__printed">{printedHeading(section)}</span>}
          </Link>
          {below.some(isHeaded) && <OutlineList nodes={below} addressOf={addressOf} />}
        </li>
      ))}
    </ol>
  );
}
