import type { CourseReply } from '@phuong-so/shared/contracts/library';
import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useState, useSyncExternalStore } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { CourseOverview } from '../features/courses/course-overview.tsx';
import { type CoursePart, nextPart } from '../features/courses/next-part.ts';
import { PartFinish } from '../features/courses/part-finish.tsx';
import { PartStep, StepButtons } from '../features/courses/part-step.tsx';
import { type CourseProgress, NOT_BEGUN } from '../features/courses/progress-store.ts';
import { useReading } from '../reading/reading.ts';
import { ReadingView } from '../reading/reading-view.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { pageAddress, readPageParts } from './addresses.ts';
import type { PageProps, Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';
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
  const { api, courseProgress } = services;
  const goBack = useGoBack();
  const [search] = useSearchParams();
  const { id, sectionId } = readPageParts(search);
  const { ready, value } = useSyncExternalStore(courseProgress.subscribe, courseProgress.snapshot);
  const reading = useReading({
    key: ['course', ward.key, id],
    load: (signal) => api.course(ward.key, id ?? '', signal),
    // Not before the progress is known: else a part would begin at its first step.
    enabled: ready,
  });
  const course = reading.kind === 'shown' ? reading.data : null;
  const progress = value[course?.id ?? ''] ?? NOT_BEGUN;
  const part = course?.parts.find((one) => one.id === sectionId);
  if (course !== null && part !== undefined && part.steps.length > 0) {
    return <PartPage key={part.id} services={services} course={course} part={part} progress={progress} />;
  }
  return (
    <PageFrame title="Bài học" onBack={goBack}>
      <ReadingView reading={reading} what="bài học">
        {(shown) => (
          <CourseOverview
            course={shown}
            progress={progress}
            partAddress={(sectionId) => pageAddress('course', { id: shown.id, sectionId })}
          />
        )}
      </ReadingView>
    </PageFrame>
  );
}

interface PartPageProps {
  readonly services: Services;
  readonly course: CourseReply;
  readonly part: CoursePart;
  readonly progress: CourseProgress;
}

function PartPage({ services: { courseProgress, platform }, course, part, progress }: PartPageProps) {
  const navigate = useNavigate();
  const goBack = useGoBack();
  const [finished, setFinished] = useState(false);
  const courseAddress = pageAddress('course', { id: course.id });
  const kept = progress.at?.part === part.id ? progress.at.step : 0;
  const step = Math.min(kept, part.steps.length - 1);
  const finish = async () => {
    await courseProgress.finish(course.id, part.id);
    setFinished(true);
  };
  if (finished) {
    return (
      <PageFrame title={part.title} onBack={goBack}>
        <PartFinish
          part={part}
          next={nextPart(course, progress)?.part ?? null}
          partAddress={(sectionId) => pageAddress('course', { id: course.id, sectionId })}
          courseAddress={courseAddress}
        />
      </PageFrame>
    );
  }
  return (
    <PageFrame
      title={part.title}
      onBack={goBack}
      foot={
        <StepButtons
          step={step}
          count={part.steps.length}
          onLeave={() => navigate(courseAddress, { replace: true })}
          onStep={(next) => void courseProgress.stand(course.id, part.id, next)}
          onFinish={() => void finish()}
        />
      }
    >
      <PartStep part={part} step={step} onCopy={(text) => platform.copyText(text)} />
    </PageFrame>
  );
}
