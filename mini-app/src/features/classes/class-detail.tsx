import type { ClassReply } from '@phuong-so/shared/contracts/classes';
import { BookOpenText, Clock3, MapPin, UserRound, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Notice } from '../../ui/notice.tsx';
import { ClassBadges } from './class-list.tsx';
import { classTime, forWhom } from './class-words.ts';

interface ClassDetailProps {
  readonly held: ClassReply;
  readonly courseAddress: (courseId: string) => string;
}

/** When and where, who teaches, for whom, and how many seats are left. */
export function ClassDetail({ held, courseAddress }: ClassDetailProps) {
  return (
    <section className="card class-detail" aria-label="Thông tin lớp">
      <h2 className="service__title">{held.title}</h2>
      <ClassBadges held={held} />
      {held.state === 'cancelled' && (
        <Notice tone="danger">
          Lớp này đã hủy, xin đừng đến. {held.cancel_reason !== null && <>Lý do: {held.cancel_reason}</>}
        </Notice>
      )}
      <Fact icon={<Clock3 aria-hidden="true" size={22} />}>{classTime(held)}</Fact>
      <Fact icon={<MapPin aria-hidden="true" size={22} />}>{held.place}</Fact>
      <Fact icon={<UserRound aria-hidden="true" size={22} />}>Người dạy: {held.teacher}</Fact>
      <Fact icon={<Users aria-hidden="true" size={22} />}>
        {forWhom(held)}. {held.seats} chỗ{held.waiting > 0 && `, ${held.waiting} người đang chờ`}.
      </Fact>
      {held.course !== null && (
        <Fact icon={<BookOpenText aria-hidden="true" size={22} />}>
          Học theo bài:{' '}
          <Link className="text-link" to={courseAddress(held.course.id)}>
            {held.course.title}
          </Link>
        </Fact>
      )}
    </section>
  );
}

function Fact({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <p className="with-icon">
      {icon}
      <span>{children}</span>
    </p>
  );
}
