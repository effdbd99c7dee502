import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useSyncExternalStore } from 'react';
import { CourseList } from '../features/courses/course-list.tsx';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
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

function WardCourses({ services: { api, courseProgress }, ward }: WardCoursesProps) {
  const goBack = useGoBack();
  const { value: progress } = useSyncExternalStore(courseProgress.subscribe, courseProgress.snapshot);
  const reading = useReading({ key: ['courses', ward.key], load: (signal) => api.courses(ward.key, signal) });
  const refresh = reading.kind === 'shown' ? { onRefresh: reading.refresh } : {};
  return (
    <PageFrame title={TITLE} onBack={goBack} {...refresh}>
      <p className="lead">Bài ngắn, mỗi màn hình một bước. Máy nhớ chỗ đang học.</p>
      <ReadingView
        reading={reading}
        what="danh sách khóa học"
        empty={{ when: (all) => all.length === 0, show: <p>Chưa có khóa học nào ở đây.</p> }}
      >
        {(all) => <CourseList courses={all} progress={progress} addressOf={(id) => pageAddress('course', { id })} />}
      </ReadingView>
    </PageFrame>
  );
}
