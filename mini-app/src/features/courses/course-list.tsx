import { GraduationCap } from 'lucide-react';
import type { CourseCard } from '../../api/phuong-so-api.ts';
import { LinkRow } from '../../ui/row.tsx';
import { alsoFor, byAudience } from './course-groups.ts';
import { type CourseState, finishedLessons, NOT_BEGUN } from './course-state.ts';
import { isUnderWay } from './course-way.ts';

interface CourseListProps {
  readonly courses: readonly CourseCard[];
  readonly states: Readonly<Record<string, CourseState>>;
  readonly addressOf: (id: string) => string;
}

/** What is under way first, then every course under the people whom it is for. */
export function CourseList({ courses, states, addressOf }: CourseListProps) {
  const underWay = courses.filter(({ id, lessons }) => isUnderWay(lessons, states[id] ?? NOT_BEGUN));
  const others = byAudience(courses.filter((course) => !underWay.includes(course)));
  return (
    <>
      {underWay.length > 0 && (
        <CourseSection heading="Đang học" courses={underWay} states={states} addressOf={addressOf} />
      )}
      {others.map(({ audience, courses: inGroup }) => (
        <CourseSection key={audience} heading={audience} courses={inGroup} states={states} addressOf={addressOf} />
      ))}
    </>
  );
}

function CourseSection({ heading, courses, states, addressOf }: CourseListProps & { readonly heading: string }) {
  return (
    <section className="course__parts" aria-label={heading}>
      <h2>{heading}</h2>
      <ul className="rows">
        {courses.map((course) => (
          <LinkRow
            key={course.id}
            to={addressOf(course.id)}
            icon={<GraduationCap aria-hidden="true" size={24} />}
            title={course.title}
            lines={linesOf(course, states[course.id] ?? NOT_BEGUN)}
          />
        ))}
      </ul>
    </section>
  );
}

function linesOf(course: CourseCard, state: CourseState) {
  const others = alsoFor(course);
  return [
    course.summary,
    `${course.lessons} bài, khoảng ${course.minutes} phút`,
    ...(others === null ? [] : [others]),
    <ProgressBadge key="progress" lessons={course.lessons} state={state} />,
  ];
}

interface ProgressBadgeProps {
  readonly lessons: number;
  readonly state: CourseState;
}

export function ProgressBadge({ lessons, state }: ProgressBadgeProps) {
  const count = Math.min(finishedLessons(state).length, lessons);
  if (state.certificate !== null) return <span className="badge badge--good">Đã có giấy chứng nhận</span>;
  if (count === lessons && lessons > 0) return <span className="badge badge--good">Đã học xong các bài</span>;
  if (Object.keys(state.lessons).length === 0) return <span className="badge">Chưa học</span>;
  return (
    <span className="badge badge--warning">
      Đang học: xong {count}/{lessons} bài
    </span>
  );
}
