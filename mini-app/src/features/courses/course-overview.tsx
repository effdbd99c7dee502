import type { CourseReply } from '@phuong-so/shared/contracts/library';
import { Award, Check, Circle, CircleDot, CircleHelp } from 'lucide-react';
import { Link } from 'react-router-dom';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LinkRow } from '../../ui/row.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';
import { ProgressBadge } from './course-list.tsx';
import { type CourseState, finishedLessons } from './course-state.ts';
import { isComplete, type NextStep, nextStep } from './course-way.ts';

/** Where the parts of a course are. */
export interface CourseAddresses {
  readonly part: (id: string) => string;
  readonly quiz: string;
  readonly certificate: string;
}

interface CourseOverviewProps {
  readonly course: CourseReply;
  readonly state: CourseState;
  readonly addresses: CourseAddresses;
}

/** What the course is about, its lessons and quiz, and one big button that goes on where the person stopped. */
export function CourseOverview({ course, state, addresses }: CourseOverviewProps) {
  return (
    <>
      <div className="card">
        <h2 className="course__title">{course.title}</h2>
        <p>{course.summary}</p>
        <p className="course__size">
          {course.parts.length} bài, khoảng {course.minutes} phút
        </p>
        <ProgressBadge lessons={course.parts.length} state={state} />
        <GoOn next={nextStep(course, state)} state={state} addresses={addresses} />
      </div>
      {course.caution && <Notice tone="warning">{course.caution}</Notice>}
      <section className="course__parts" aria-label="Các bài">
        <h2>Các bài</h2>
        <ol className="rows">
          {course.parts.map((part, index) => (
            <LinkRow
              key={part.id}
              to={addresses.part(part.id)}
              icon={<PartIcon isDone={state.lessons[part.id]?.finished === true} isOpen={state.at?.part === part.id} />}
              title={`${index + 1}. ${part.title}`}
              lines={[partState(part, state)]}
            />
          ))}
        </ol>
      </section>
      <Ending course={course} state={state} addresses={addresses} />
    </>
  );
}

interface GoOnProps extends Pick<CourseOverviewProps, 'state' | 'addresses'> {
  readonly next: NextStep;
}

function GoOn({ next, state, addresses }: GoOnProps) {
  if (next.kind === 'nothing') return null;
  const to = next.kind === 'part' ? addresses.part(next.part.id) : addresses[next.kind];
  return (
    <Link className="button button--primary course__go" to={to}>
      {goWords(next, state)}
    </Link>
  );
}

function goWords(next: NextStep, state: CourseState): string {
  if (next.kind === 'quiz') return 'Trả lời câu hỏi ôn tập';
  if (next.kind === 'certificate') return 'Nhận giấy chứng nhận';
  if (next.kind === 'part' && next.resumes) return 'Học tiếp chỗ đang dở';
  return finishedLessons(state).length === 0 ? 'Bắt đầu học' : 'Học bài tiếp theo';
}

function partState({ id, minutes, steps }: CourseReply['parts'][number], { at, lessons }: CourseState): string {
  const size = `Khoảng ${minutes} phút`;
  if (at?.part === id) return `${size}, đang ở bước ${Math.min(at.step + 1, steps.length)}/${steps.length}`;
  return lessons[id]?.finished ? `${size}, đã học xong` : `${size}, ${steps.length} bước`;
}

function PartIcon({ isDone, isOpen }: { readonly isDone: boolean; readonly isOpen: boolean }) {
  if (isOpen) return <CircleDot aria-hidden="true" size={24} />;
  return isDone ? <Check aria-hidden="true" size={24} /> : <Circle aria-hidden="true" size={24} />;
}

function Ending({ course, state, addresses }: CourseOverviewProps) {
  return (
    <section className="course__parts" aria-label="Sau các bài">
      <h2>Sau các bài</h2>
      <ul className="rows">
        {course.quiz.length > 0 && (
          <LinkRow
            to={addresses.quiz}
            icon={<CircleHelp aria-hidden="true" size={24} />}
            title={`Câu hỏi ôn tập: ${course.quiz.length} câu`}
            lines={[quizWords(state)]}
          />
        )}
        <LinkRow
          to={addresses.certificate}
          icon={<Award aria-hidden="true" size={24} />}
          title="Giấy chứng nhận"
          lines={[certificateWords(course, state)]}
        />
      </ul>
    </section>
  );
}

function quizWords({ quiz }: CourseState): string {
  if (quiz === null) return 'Chưa trả lời';
  return `Lần tốt nhất: đúng ${quiz.right}/${quiz.total} câu${quiz.passed ? ', đã đạt' : ''}`;
}

function certificateWords(course: CourseReply, state: CourseState): string {
  if (state.certificate !== null) return 'Đã có, bấm để xem';
  if (isComplete(course, state)) return 'Nhận được rồi';
  return course.quiz.length > 0 ? 'Khi học xong các bài và đạt câu hỏi ôn tập' : 'Khi học xong các bài';
}

export function CourseSources({ course: { sources, checked } }: Pick<CourseOverviewProps, 'course'>) {
  return (
    <Card heading="Nguồn">
      <ul className="course__sources">
        {sources.map(({ name, checked: day }) => (
          <li key={name}>
            {name}, xem ngày {printedDay(day)}
          </li>
        ))}
      </ul>
      <p>Nội dung được kiểm tra ngày {printedDay(checked)}.</p>
    </Card>
  );
}
