import { ArrowLeft, ArrowRight } from 'lucide-react';
import { Link } from 'react-router-dom';
import { Card } from '../../ui/card.tsx';
import { PlacePath } from '../../ui/place-path.tsx';
import { RawText } from '../../ui/raw-text.tsx';
import { OutlineList } from './outline-list.tsx';
import {
  isHeaded,
  type OutlineNode,
  outlineOf,
  pathTo,
  printedHeading,
  readingOrder,
  type Section,
} from './plan-outline.ts';

interface SectionTextProps {
  readonly sections: readonly Section[];
  readonly sectionId: string;
  readonly addressOf: (sectionId: string) => string;
  /** When the plan has no such section any more. */
  readonly absent: React.ReactNode;
}

/** One section for reading: where it stands, its text, what is below it, and the way on. */
export function SectionText({ sections, sectionId, addressOf, absent }: SectionTextProps) {
  const outline = outlineOf(sections);
  const path = pathTo(outline, sectionId);
  const node = path?.[path.length - 1];
  if (path === null || node === undefined) return <>{absent}</>;
  const inline = isHeaded(node) ? node.below.filter((one) => !isHeaded(one)) : [];
  const raw = [node, ...inline].map(({ section }) => section.raw).filter((text) => text !== '');
  return (
    <article>
      <PlacePath path={path.map(({ section }) => section)} />
      {node.section.plain_title !== null && <p className="lead">{node.section.plain_title}</p>}
      <Paragraphs own={node.section} inline={inline} />
      {node.below.some(isHeaded) && (
        <Card heading="Trong mục này">
          <OutlineList nodes={node.below} addressOf={addressOf} />
        </Card>
      )}
      {raw.length > 0 && <RawText text={raw.join('\n')} />}
      <Neighbours order={isHeaded(node) ? readingOrder(outline) : sections} id={sectionId} addressOf={addressOf} />
    </article>
  );
}

function Paragraphs({ own, inline }: { readonly own: Section; readonly inline: readonly OutlineNode[] }) {
  const texts = [
    ...own.paragraphs.map(({ id, text }) => ({ id, label: null, text })),
    ...inline.flatMap(({ section: { label, paragraphs } }) =>
      paragraphs.map(({ id, text }, index) => ({ id, label: index === 0 ? label : null, text })),
    ),
  ];
  if (texts.length === 0) return null;
  return (
    <div className="document-text">
      {texts.map(({ id, label, text }) => (
        <p key={id}>
          {label !== null && <strong>{label}. </strong>}
          {text}
        </p>
      ))}
    </div>
  );
}

interface NeighboursProps {
  readonly order: readonly Section[];
  readonly id: string;
  readonly addressOf: (sectionId: string) => string;
}

function Neighbours({ order, id, addressOf }: NeighboursProps) {
  const at = order.findIndex((section) => section.id === id);
  const before = order[at - 1];
  const after = order[at + 1];
  return (
    <nav className="neighbours" aria-label="Mục trước và mục sau">
      {before && (
        <Link className="neighbour" to={addressOf(before.id)} replace>
          <ArrowLeft aria-hidden="true" size={22} />
          <span>
            <span className="neighbour__which">Mục trước</span>
            {before.plain_title ?? printedHeading(before)}
          </span>
        </Link>
      )}
      {after && (
        <Link className="neighbour neighbour--next" to={addressOf(after.id)} replace>
          <span>
            <span className="neighbour__which">Mục sau</span>
            {after.plain_title ?? printedHeading(after)}
          </span>
          <ArrowRight aria-hidden="true" size={22} />
        </Link>
      )}
    </nav>
  );
}
