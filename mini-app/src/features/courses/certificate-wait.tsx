import type { CourseReply } from '@phuong-so/shared/contracts/library';
import { Link } from 'react-router-dom';
import type { CourseAddresses } from './course-overview.tsx';
import { type CourseState, finishedLessons } from './course-state.ts';
import { nextStep } from './course-way.ts';

interface CertificateWaitProps {
  readonly course: CourseReply;
  readonly state: CourseState;
  readonly addresses: CourseAddresses;
}

/** What is still to be done before there is a certificate. */
export function CertificateWait({ course, state, addresses }: CertificateWaitProps) {
  const left = course.parts.length - course.parts.filter(({ id }) => finishedLessons(state).includes(id)).length;
  const next = nextStep(course, state);
  return (
    <div className="card">
      <h2 className="course__title">{course.title}</h2>
      <p>{left > 0 ? `Còn ${left} bài nữa.` : 'Đã học xong các bài.'}</p>
      {course.quiz.length > 0 && !state.quiz?.passed && <p>Cần đạt câu hỏi ôn tập.</p>}
      {next.kind === 'part' && (
        <Link className="button button--primary course__go" to={addresses.part(next.part.id)}>
          Học tiếp: {next.part.title}
        </Link>
      )}
      {next.kind === 'quiz' && (
        <Link className="button button--primary course__go" to={addresses.quiz}>
          Trả lời câu hỏi ôn tập
        </Link>
      )}
    </div>
  );
}
