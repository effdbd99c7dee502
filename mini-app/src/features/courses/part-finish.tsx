import { FileText, PartyPopper } from 'lucide-react';
import { Link } from 'react-router-dom';
import { LinkRow } from '../../ui/row.tsx';
import { useFocusOnArrival } from '../../ui/use-focus-on-arrival.ts';
import type { CourseAddresses } from './course-overview.tsx';
import type { CoursePart, NextStep } from './course-way.ts';

interface PartFinishProps {
  readonly part: CoursePart;
  readonly next: NextStep;
  readonly addresses: CourseAddresses & { readonly course: string; readonly service: (id: string) => string };
}

export function PartFinish({ part, next, addresses }: PartFinishProps) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const isWhole = next.kind !== 'part';
  return (
    <>
      <div className="card part-finish">
        <PartyPopper aria-hidden="true" size={48} />
        <h2 ref={heading} tabIndex={-1}>
          {isWhole ? 'Đã học xong các bài của khóa' : 'Đã học xong bài này'}
        </h2>
        <p>
          {isWhole
            ? 'Chúc mừng! Lúc nào quên, cứ mở lại bài cần xem.'
            : `Vừa xong: ${part.title}. Nghỉ một lát rồi học tiếp cũng được, máy nhớ chỗ đã học.`}
        </p>
        <NextLink next={next} addresses={addresses} />
        <Link className="button button--quiet" to={addresses.course} replace>
          Về danh sách bài
        </Link>
      </div>
      <LinkedServices part={part} addressOf={addresses.service} />
    </>
  );
}

function NextLink({ next, addresses }: Pick<PartFinishProps, 'next' | 'addresses'>) {
  if (next.kind === 'nothing') return null;
  const [to, words] =
    next.kind === 'part'
      ? [addresses.part(next.part.id), `Học tiếp: ${next.part.title}`]
      : next.kind === 'quiz'
        ? [addresses.quiz, 'Trả lời câu hỏi ôn tập']
        : [addresses.certificate, 'Nhận giấy chứng nhận'];
  return (
    <Link className="button button--primary" to={to} replace>
      {words}
    </Link>
  );
}

interface LinkedServicesProps {
  readonly part: CoursePart;
  readonly addressOf: (id: string) => string;
}

/** From the exercise to the real thing. */
function LinkedServices({ part: { services }, addressOf }: LinkedServicesProps) {
  if (services.length === 0) return null;
  return (
    <section className="course__parts" aria-label="Thủ tục của bài này">
      <h2>Khi cần làm thật</h2>
      <ul className="rows">
        {services.map(({ id, title }) => (
          <LinkRow
            key={id}
            to={addressOf(id)}
            title={title}
            lines={['Giấy tờ, các bước, nơi nộp']}
            icon={<FileText aria-hidden="true" size={24} />}
          />
        ))}
      </ul>
    </section>
  );
}
