import { Link } from 'react-router-dom';
import { useFocusOnArrival } from '../../ui/use-focus-on-arrival.ts';
import type { CourseAddresses } from './course-overview.tsx';
import type { QuizState } from './course-state.ts';
import type { NextStep } from './course-way.ts';

interface QuizResultProps {
  readonly result: QuizState;
  readonly next: NextStep;
  readonly addresses: CourseAddresses & { readonly course: string };
  readonly onAgain: () => void;
}

export function QuizResult({ result: { right, total, passed }, next, addresses, onAgain }: QuizResultProps) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <div className="card part-finish">
      <h2 ref={heading} tabIndex={-1}>
        Đúng {right}/{total} câu
      </h2>
      <p>{passed ? 'Đã đạt. Chúc mừng!' : 'Chưa đạt. Xem lại bài rồi làm lại, bao nhiêu lần cũng được.'}</p>
      {passed && next.kind === 'certificate' && (
        <Link className="button button--primary" to={addresses.certificate} replace>
          Nhận giấy chứng nhận
        </Link>
      )}
      {passed && next.kind === 'part' && (
        <Link className="button button--primary" to={addresses.part(next.part.id)} replace>
          Học nốt: {next.part.title}
        </Link>
      )}
      <button type="button" className={passed ? 'button button--quiet' : 'button button--primary'} onClick={onAgain}>
        Làm lại
      </button>
      <Link className="button button--quiet" to={addresses.course} replace>
        Về danh sách bài
      </Link>
    </div>
  );
}
