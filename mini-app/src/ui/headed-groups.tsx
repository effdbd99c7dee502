import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useVisitState } from './use-visit-state.ts';

/** From this many items on, groups start closed: a person sees at once what there is. */
const CLOSED_FROM = 12;

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
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = titleOf(headingOf(item));
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  const startsOpen = groups.size === 1 || items.length < CLOSED_FROM;
  return (
    <>
      {[...groups].map(([name, [first, ...rest]]) =>
        first === undefined ? null : (
          <Group
            // Stays the same when plain words for the heading come later: what is open stays open.
            key={keyOf(first)}
            name={keyOf(first)}
            title={name}
            printed={[...new Set([first, ...rest].map((item) => headingOf(item).printed))]}
            count={rest.length + 1}
            startsOpen={startsOpen}
          >
            {[first, ...rest].map((item) => (
              <li key={keyOf(item)} className="fact-card">
                {children(item)}
              </li>
            ))}
          </Group>
        ),
      )}
    </>
  );
}

function titleOf({ plain, printed }: GroupHeading): string {
  return plain ?? printed ?? 'Mục khác';
}

interface GroupProps {
  /** Tells it from the page's other groups. */
  readonly name: string;
  readonly title: string;
  /** Every heading that its items stand under in the document. */
  readonly printed: readonly (string | null)[];
  readonly count: number;
  readonly startsOpen: boolean;
  readonly children: ReactNode;
}

function Group({ name, title, printed, count, startsOpen, children }: GroupProps) {
  const id = useId();
  const [chosen, choose] = useVisitState(`group ${name}`);
  const isOpen = chosen === '' ? startsOpen : chosen === 'open';
  const Icon = isOpen ? ChevronUp : ChevronDown;
  return (
    <section className="headed-group" aria-labelledby={`${id}-title`}>
      <h2>
        <button
          type="button"
          className="headed-group__button"
          aria-expanded={isOpen}
          aria-controls={`${id}-items`}
          onClick={() => choose(isOpen ? 'closed' : 'open')}
        >
          <span id={`${id}-title`} className="headed-group__title">
            {title} ({count})
          </span>
          <Icon aria-hidden="true" size={24} />
        </button>
      </h2>
      <div id={`${id}-items`} hidden={!isOpen}>
        {isOpen && !printed.includes(title) && (
          <p className="headed-group__printed">Trong văn bản: {printed.filter((heading) => heading).join('; ')}</p>
        )}
        <ul>{isOpen && children}</ul>
      </div>
    </section>
  );
}
