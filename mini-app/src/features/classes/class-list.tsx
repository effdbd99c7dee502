import type { ClassReply } from '@phuong-so/shared/contracts/classes';
import { CalendarDays } from 'lucide-react';
import { LinkRow } from '../../ui/row.tsx';
import { classTime, forWhom, ownPlaceWords, seatWords } from './class-words.ts';

interface ClassListProps {
  readonly classes: readonly ClassReply[];
  readonly addressOf: (id: string) => string;
}

/** Classes to come; the person's own first. */
export function ClassList({ classes, addressOf }: ClassListProps) {
  const own = classes.filter(({ mine }) => ownPlaceWords(mine) !== null);
  const others = classes.filter((held) => !own.includes(held));
  return (
    <>
      {own.length > 0 && (
        <section aria-label="Lớp của bác">
          <h2 className="class-heading">Lớp của bác</h2>
          <Rows classes={own} addressOf={addressOf} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-label="Các lớp sắp tới">
          <h2 className="class-heading">{own.length > 0 ? 'Các lớp khác' : 'Các lớp sắp tới'}</h2>
          <Rows classes={others} addressOf={addressOf} />
        </section>
      )}
    </>
  );
}

function Rows({ classes, addressOf }: ClassListProps) {
  return (
    <ul className="rows">
      {classes.map((held) => (
        <LinkRow
          key={held.id}
          to={addressOf(held.id)}
          icon={<CalendarDays aria-hidden="true" size={24} />}
          title={held.title}
          lines={[
            classTime(held),
            held.place,
            <ClassBadges key="badges" held={held} />,
            ...(held.group === null ? [] : [forWhom(held)]),
          ]}
        />
      ))}
    </ul>
  );
}

/** Seats, the person's own place, and whether it is only for show. */
export function ClassBadges({ held }: { readonly held: ClassReply }) {
  const own = ownPlaceWords(held.mine);
  const tone = held.state === 'open' ? 'good' : held.state === 'cancelled' ? 'danger' : 'warning';
  return (
    <span className="badges class-badges">
      {own !== null && held.state !== 'cancelled' && <span className="badge badge--good">{own}</span>}
      <span className={`badge badge--${tone}`}>{seatWords(held)}</span>
      {held.demo && <span className="badge badge--warning">Bản trình diễn</span>}
    </span>
  );
}
