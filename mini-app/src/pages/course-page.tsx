import type { CourseReply } from '@phuong-so/shared/contracts/library';
import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useSearchParams } from 'react-router-dom';
import { CourseOverview, CourseSources } from '../features/courses/course-overview.tsx';
import { TogetherSwitch } from '../features/courses/together-switch.tsx';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { readPageParts } from './addresses.ts';
import { CoursePartPage } from './course-part-page.tsx';
import { courseAddresses } from './learning-addresses.ts';
import { learningOf } from './learning-services.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
import { useCourse, useTogether } from './use-learning.ts';
import { WithWard } from './with-ward.tsx';

/** One course: its parts, or one part of it step by step. */
export function CoursePage({ services }: PageProps) {
  return (
    <WithWard services={services} title="Bài học">
      {(ward) => <OneCourse services={services} ward={ward} />}
    </WithWard>
  );
}

interface OneCourseProps {
  readonly services: Services;
  readonly ward: WardReply;
}

function OneCourse({ services, ward }: OneCourseProps) {
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const { id, sectionId } = readPageParts(search);
  const { reading, course, state } = useCourse(services, ward, id);
  const isTogether = useTogether(services);
  const part = course?.parts.find((one) => one.id === sectionId);
  if (course !== null && part !== undefined && part.steps.length > 0) {
    return (
      <CoursePartPage
        key={part.id}
        services={services}
        course={course}
        part={part}
        state={state}
        isTogether={isTogether}
      />
    );
  }
  return (
    <PageFrame title="Bài học" onBack={goBack}>
      <ReadingView reading={reading} what="bài học">
        {(shown: CourseReply) => (
          <>
            <CourseOverview course={shown} state={state} addresses={courseAddresses(shown.id)} />
            <TogetherSwitch mode={learningOf(services).together} />
            <CourseSources course={shown} />
          </>
        )}
      </ReadingView>
    </PageFrame>
  );
}
