import { GraduationCap } from 'lucide-react';
import type { CourseCard } from '../../api/phuong-so-api.ts';
import { LinkRow } from '../../ui/row.tsx';
import { type CourseProgress, NOT_BEGUN } from './progress-store.ts';

interface CourseListProps {
  readonly courses: readonly CourseCard[];
  readonly progress: Readonly<Record<string, CourseProgress>>;
  readonly addressOf: (id: string) => string;
}

export function CourseList({ courses, progress, addressOf }: CourseListProps) {
  return (
    <ul className="rows">
      {courses.map((course) => (
        <LinkRow
          key={course.id}
          to={addressOf(course.id)}
          icon={<GraduationCap aria-hidden="true" size={24} />}
          title={course.title}
          lines={[
            course.summary,
            `${course.lessons} bài, khoảng ${course.minutes} phút`,
            <ProgressBadge key="progress" lessons={course.lessons} progress={progress[course.id] ?? NOT_BEGUN} />,
          ]}
        />
      ))}
    </ul>
  );
}

interface ProgressBadgeProps {
  readonly lessons: number;
  readonly progress: CourseProgress;
}

export function ProgressBadge({ lessons, progress: { at, done } }: ProgressBadgeProps) {
  const count = Math.min(done.length, lessons);
  if (count === lessons && lessons > 0) return <span className="badge badge--good">Đã học xong</span>;
  if (count === 0 && at === null) return <span className="badge">Chưa học</span>;
  return (
    <span className="badge badge--warning">
      Đang học: xong {count}/{lessons} bài
    </span>
  );
}
