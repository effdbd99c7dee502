import { CalendarDays } from 'lucide-react';
import { CLASS_ENDPOINTS } from '../api/class-endpoints.ts';
import { classTime, seatWords } from '../features/classes/class-words.ts';
import { useReading } from '../reading/reading.ts';
import { LinkRow } from '../ui/row.tsx';
import { pageAddress } from './addresses.ts';
import type { Services } from './services.ts';

interface ClassSoonProps {
  readonly services: Pick<Services, 'client'>;
  readonly ward: string;
}

/** The next class of the whole ward that can still be joined; nothing where there is none. */
export function ClassSoon({ services: { client }, ward }: ClassSoonProps) {
  const reading = useReading({
    key: ['classes', ward],
    load: (signal) => client.call(CLASS_ENDPOINTS.classes, { query: { ward }, signal }),
  });
  if (reading.kind !== 'shown') return null;
  const next = reading.data.classes.find(
    ({ state, group }) => group === null && (state === 'open' || state === 'full'),
  );
  if (next === undefined) return null;
  return (
    <ul className="rows home-news" aria-label="Lớp học sắp mở">
      <LinkRow
        to={pageAddress('oneClass', { ward, id: next.id })}
        icon={<CalendarDays aria-hidden="true" size={24} />}
        title={next.title}
        lines={[`Lớp học: ${classTime(next)}`, next.place, seatWords(next)]}
      />
    </ul>
  );
}
