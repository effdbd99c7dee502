import { type PictureElement, parsePicture } from '@phuong-so/shared/content/picture';
import { createElement, type ReactNode, useMemo } from 'react';

interface PictureProps {
  readonly svg: string;
  /** What is to be seen on it; stands there instead when it cannot be drawn. */
  readonly description: string;
}

/** A drawing of ours. Only the elements that `parsePicture` knows are made, and they take the page's own colours. */
export function Picture({ svg, description }: PictureProps) {
  const root = useMemo(() => parsed(svg), [svg]);
  if (root === null) return <p className="picture__words">{description}</p>;
  const { viewBox } = root.attributes;
  return (
    <svg className="picture" role="img" aria-label={description} viewBox={viewBox}>
      {drawn(root.children)}
    </svg>
  );
}

function parsed(svg: string): PictureElement | null {
  try {
    return parsePicture(svg);
  } catch {
    return null;
  }
}

function drawn(children: PictureElement['children']): ReactNode {
  return children.map((child, index) => {
    if (typeof child === 'string') return child;
    const attributes = Object.entries(child.attributes).map(([name, value]) => [inReact(name), value]);
    return createElement(child.name, { key: index, ...Object.fromEntries(attributes) }, drawn(child.children));
  });
}

/** "stroke-width" → "strokeWidth". */
function inReact(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
