import { PartyPopper } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import type { CoursePart } from './next-part.ts';

interface PartFinishProps {
  readonly part: CoursePart;
  /** The part to go on with; null = the course is done. */
  readonly next: CoursePart | null;
  readonly partAddress: (part: string) => string;
  readonly courseAddress: string;
}

export function PartFinish({ part, next, partAddress, courseAddress }: PartFinishProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="card part-finish">
      <PartyPopper aria-hidden="true" size={48} />
      <h2 ref={heading} tabIndex={-1}>
        {next === null ? 'Đã học xong cả khóa' : 'Đã học xong bài này'}
      </h2>
      <p>
        {next === null
          ? 'Chúc mừng! Lúc nào quên, cứ mở lại bài cần xem.'
          : `Vừa xong: ${part.title}. Nghỉ một lát rồi học tiếp cũng được, máy nhớ chỗ đã học.`}
      </p>
      {next !== null && (
        <Link className="button button--primary" to={partAddress(next.id)} replace>
          Học tiếp: {next.title}
        </Link>
      )}
      <Link className="button button--quiet" to={courseAddress} replace>
        Về danh sách bài
      </Link>
    </div>
  );
}
