import type { HomeReply } from '@phuong-so/shared/contracts/home';
import { CalendarDays, FileText } from 'lucide-react';
import { Link } from 'react-router-dom';
import { Card } from '../../ui/card.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';

export type ComingDate = HomeReply['dates'][number];

interface NextDateProps {
  readonly date: ComingDate;
  /** Address of the passage that says so; null = it has no section to open. */
  readonly source: string | null;
}

/** The next day that the ward's plan names, with the words that name it one tap away. */
export function NextDate({ date, source }: NextDateProps) {
  return (
    <Card heading="Ngày sắp tới trong kế hoạch">
      <div className="next-date">
        <span className="row__icon">
          <CalendarDays aria-hidden="true" size={26} />
        </span>
        <div className="next-date__words">
          <p className="next-date__day">{printedDay(date.date)}</p>
          <p>{date.what}</p>
          <p className="next-date__when">Kế hoạch ghi: “{date.when}”</p>
        </div>
      </div>
      {source !== null && (
        <Link className="text-button" to={source}>
          <FileText aria-hidden="true" size={20} />
          Xem chỗ ghi trong kế hoạch
        </Link>
      )}
    </Card>
  );
}
