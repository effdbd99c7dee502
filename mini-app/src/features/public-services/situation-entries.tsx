import { Link } from 'react-router-dom';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { LifeSituation } from './group-services.ts';

/** As many as fit on the first screen of a small phone. */
const SHOWN_AT_FIRST = 8;

interface SituationEntriesProps {
  /** Those that bring the most to do come first. */
  readonly situations: readonly LifeSituation[];
  readonly addressOf: (situation: string) => string;
}

/** "Nhà bác có việc gì?": large entries by what has happened, computed from what the procedures say of themselves. */
export function SituationEntries({ situations, addressOf }: SituationEntriesProps) {
  if (situations.length === 0) return null;
  const rest = situations.slice(SHOWN_AT_FIRST);
  return (
    <section className="situations" aria-label="Theo việc trong nhà">
      <h2 className="service-heading">Nhà bác đang có việc gì?</h2>
      <Entries situations={situations.slice(0, SHOWN_AT_FIRST)} addressOf={addressOf} />
      {rest.length > 0 && (
        <Disclosure show={`Xem thêm ${rest.length} việc khác`} hide="Thu gọn">
          <Entries situations={rest} addressOf={addressOf} />
        </Disclosure>
      )}
    </section>
  );
}

function Entries({ situations, addressOf }: SituationEntriesProps) {
  return (
    <ul className="situation-entries">
      {situations.map(({ situation, services }) => (
        <li key={situation}>
          <Link className="situation-entry" to={addressOf(situation)}>
            <span className="situation-entry__name">{capitalised(situation)}</span>
            <span className="situation-entry__count">{services.length} thủ tục</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** "mới sinh con" → "Mới sinh con". */
export function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}
