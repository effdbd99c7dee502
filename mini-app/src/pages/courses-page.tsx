import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { CalendarDays, ShieldQuestion } from 'lucide-react';
import { CourseList } from '../features/courses/course-list.tsx';
import { LearningSummary } from '../features/courses/learning-summary.tsx';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { LinkRow } from '../ui/row.tsx';
import { pageAddress, ROUTES } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { useProgress } from './use-learning.ts';
import { refreshOf } from './use-plan-text.ts';
import { WithWard } from './with-ward.tsx';

const TITLE = 'Học kỹ năng số';

export function CoursesPage({ services }: PageProps) {
  return (
    <WithWard services={services} title={TITLE}>
      {(ward) => <WardCourses services={services} ward={ward} />}
    </WithWard>
  );
}

interface WardCoursesProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function WardCourses({ services, ward }: WardCoursesProps) {
  const goBack = useGoBack();
  const { value: progress } = useProgress(services);
  const reading = useReading({
    key: ['courses', ward.key],
    load: (signal) => services.api.courses(ward.key, signal),
  });
  return (
    <PageFrame title={TITLE} onBack={goBack} {...refreshOf(reading)}>
      <p className="lead">Bài ngắn, mỗi màn hình một bước. Máy nhớ chỗ đang học.</p>
      <LearningSummary progress={progress} certificatesAddress={ROUTES.certificates} />
      <ul className="rows learning-links" aria-label="Học cùng người khác và luyện tập">
        <LinkRow
          to={ROUTES.classes}
          icon={<CalendarDays aria-hidden="true" size={24} />}
          title="Lớp học gần nhà"
          lines={['Có người hướng dẫn tận nơi']}
        />
        <LinkRow
          to={ROUTES.scamPractice}
          icon={<ShieldQuestion aria-hidden="true" size={24} />}
          title="Tập nhận ra: lừa đảo hay thật?"
        />
      </ul>
      <ReadingView
        reading={reading}
        what="danh sách khóa học"
        empty={{ when: (all) => all.length === 0, show: <p>Chưa có khóa học nào ở đây.</p> }}
      >
        {(all) => (
          <CourseList courses={all} states={progress.courses} addressOf={(id) => pageAddress('course', { id })} />
        )}
      </ReadingView>
    </PageFrame>
  );
}
