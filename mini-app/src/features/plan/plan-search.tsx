import { type ReactNode, useDeferredValue, useId, useMemo } from 'react';
import { Link } from 'react-router-dom';
import { printedHeading, type Section } from './plan-outline.ts';
import { readSearchable, searchPlan } from './search-plan.ts';

interface PlanSearchProps {
  readonly sections: readonly Section[];
  readonly sought: string;
  readonly onSeek: (sought: string) => void;
  readonly addressOf: (sectionId: string) => string;
  /** What stands there while nothing is sought. */
  readonly children: ReactNode;
}

/** Looks for words in the plan, on this device: it works without a network. */
export function PlanSearch({ sections, sought, onSeek, addressOf, children }: PlanSearchProps) {
  const id = useId();
  return (
    <>
      <search className="field plan-search">
        <label htmlFor={id}>Tìm trong kế hoạch</label>
        <input
          id={id}
          type="search"
          placeholder="Gõ có dấu hoặc không dấu"
          autoComplete="off"
          enterKeyHint="search"
          value={sought}
          onChange={(event) => onSeek(event.target.value)}
        />
      </search>
      {sought.trim() === '' ? children : <Hits sections={sections} sought={sought} addressOf={addressOf} />}
    </>
  );
}

type HitsProps = Pick<PlanSearchProps, 'sections' | 'sought' | 'addressOf'>;

function Hits({ sections, sought, addressOf }: HitsProps) {
  const plan = useMemo(() => readSearchable(sections), [sections]);
  const settled = useDeferredValue(sought);
  const { hits, total } = useMemo(() => searchPlan(plan, settled), [plan, settled]);
  return (
    <section aria-label="Kết quả tìm">
      <p className="plan-search__count" role="status">
        {countWords(settled, hits.length, total)}
      </p>
      <ul className="rows">
        {hits.map(({ section, snippet }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one section can be found several times
          <li key={index}>
            <Link className="row plan-hit" to={addressOf(section.id)}>
              <span className="row__words">
                <span className="row__title">{section.plain_title ?? printedHeading(section)}</span>
                {section.plain_title !== null && <span className="row__line">{printedHeading(section)}</span>}
                <span className="plan-hit__snippet">
                  {snippet.map(({ start, text, isHit }) =>
                    isHit ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
                  )}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function countWords(sought: string, shown: number, total: number): string {
  if (total === 0) return `Không thấy “${sought.trim()}” trong kế hoạch. Xin thử từ khác hoặc gõ ít chữ hơn.`;
  return shown < total ? `Có ${total} chỗ; dưới đây là ${shown} chỗ đầu.` : `Có ${total} chỗ.`;
}
