import { type ReactNode, useId } from 'react';

export interface GroupHeading {
  /** What the group is about in plain words; null when there are none. */
  readonly plain: string | null;
  /** As the document prints it; null when the group has no heading. */
  readonly printed: string | null;
}

interface HeadedGroupsProps<T> {
  readonly items: readonly T[];
  readonly headingOf: (item: T) => GroupHeading;
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
}

/** A long list in groups, in the order of the document, each under its own h2. */
export function HeadedGroups<T>({ items, headingOf, keyOf, children }: HeadedGroupsProps<T>) {
  const groups = new Map<string, { readonly heading: GroupHeading; readonly items: T[] }>();
  for (const item of items) {
    const heading = headingOf(item);
    const name = `${heading.plain} ${heading.printed}`;
    const group = groups.get(name) ?? { heading, items: [] };
    group.items.push(item);
    groups.set(name, group);
  }
  return (
    <>
      {[...groups].map(([name, group]) => (
        <Group key={name} heading={group.heading}>
          {group.items.map((item) => (
            <li key={keyOf(item)} className="fact-card">
              {children(item)}
            </li>
          ))}
        </Group>
      ))}
    </>
  );
}

function Group({ heading, children }: { readonly heading: GroupHeading; readonly children: ReactNode }) {
  const id = useId();
  const title = heading.plain ?? heading.printed ?? 'Mục khác';
  return (
    <section className="headed-group" aria-labelledby={id}>
      <h2 id={id} className="headed-group__title">
        {title}
      </h2>
      {heading.plain !== null && heading.printed !== null && <p className="headed-group__printed">{heading.printed}</p>}
      <ul>{children}</ul>
    </section>
  );
}
