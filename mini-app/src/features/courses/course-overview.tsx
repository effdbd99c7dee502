import type { CourseReply } from '@phuong-so/shared/contracts/library';
import { Check, Circle, CircleDot } from 'lucide-react';
import { Link } from 'react-router-dom';
import { Card } from '../../ui/card.tsx';
import { LinkRow } from '../../ui/row.tsx';
import { printedDay } from '../../ui/vietnam-time.ts';
import { ProgressBadge } from './course-list.tsx';
import { nextPart } from './next-part.ts';
import type { CourseProgress } from './progress-store.ts';

interface CourseOverviewProps {
  readonly course: CourseReply;
  readonly progress: CourseProgress;
  readonly partAddress: (part: string) => string;
}

/** What the course is about, its parts, and one big button that goes on where the person stopped. */
export function CourseOverview({ course, progress, partAddress }: CourseOverviewProps) {
  const next = nextPart(course, progress);
  return (
    <>
      <div className="card">
        <h2 className="course__title">{course.title}</h2>
        <p>{course.summary}</p>
        <p className="course__size">
          {course.parts.length} bài, khoảng {course.minutes} phút
        </p>
        <ProgressBadge lessons={course.parts.length} progress={progress} />
        {next !== null && (
          <Link className="button button--primary course__go" to={partAddress(next.part.id)}>
            {goWords(next.resumes, progress)}
          </Link>
        )}
      </div>
      <section className="course__parts" aria-label="Các bài">
        <h2>Các bài</h2>
        <ol className="rows">
          {course.parts.map((part, index) => (
            <LinkRow
              key={part.id}
              to={partAddress(part.id)}
              icon={<PartIcon isDone={progress.done.includes(part.id)} isOpen={progress.at?.part === part.id} />}
              title={`${index + 1}. ${part.title}`}
              lines={[partState(part, progress)]}
            />
          ))}
        </ol>
      </section>
      <Sources course={course} />
    </>
  );
}

function goWords(resumes: boolean, { done }: CourseProgress): string {
  if (resumes) return 'Học tiếp chỗ đang dở';
  return done.length === 0 ? 'Bắt đầu học' : 'Học bài tiếp theo';
}

function partState({ id, minutes, steps }: CourseReply['parts'][number], { at, done }: CourseProgress): string {
  const size = `Khoảng ${minutes} phút`;
  if (at?.part === id) return `${size}, đang ở bước ${Math.min(at.step + 1, steps.length)}/${steps.length}`;
  return done.includes(id) ? `${size}, đã học xong` : `${size}, ${steps.length} bước`;
}

function PartIcon({ isDone, isOpen }: { readonly isDone: boolean; readonly isOpen: boolean }) {
  if (isOpen) return <CircleDot aria-hidden="true" size={24} />;
  return isDone ? <Check aria-hidden="true" size={24} /> : <Circle aria-hidden="true" size={24} />;
}

function Sources({ course: { sources, checked } }: Pick<CourseOverviewProps, 'course'>) {
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
