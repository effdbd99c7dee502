import type { CourseReply } from '@phuong-so/shared/contracts/library';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { CourseState } from '../features/courses/course-state.ts';
import { type CoursePart, nextStep } from '../features/courses/course-way.ts';
import { PartFinish } from '../features/courses/part-finish.tsx';
import { PartStep, StepButtons } from '../features/courses/part-step.tsx';
import { TogetherPart } from '../features/courses/together-part.tsx';
import { PageFrame } from '../ui/page-frame.tsx';
import { courseAddresses } from './learning-addresses.ts';
import { learningOf } from './learning-services.ts';
import type { Services } from './services.ts';
import { useGoBack } from './use-go-back.ts';

interface CoursePartPageProps {
  readonly services: Services;
  readonly course: CourseReply;
  readonly part: CoursePart;
  readonly state: CourseState;
  readonly isTogether: boolean;
}

/** One lesson, step by step, to its end. */
export function CoursePartPage({ services, course, part, state, isTogether }: CoursePartPageProps) {
  const { platform } = services;
  const { progress, together } = learningOf(services);
  const navigate = useNavigate();
  const goBack = useGoBack();
  const [isFinished, setFinished] = useState(false);
  const addresses = courseAddresses(course.id);
  const kept = state.at?.part === part.id ? state.at.step : 0;
  const step = Math.min(kept, part.steps.length - 1);
  const stand = (next: number) => void progress.stand(course.id, part.id, next);
  const finish = async () => {
    await progress.finish(course.id, part.id, part.steps.length - 1);
    setFinished(true);
  };
  const frame = (content: ReactNode, foot?: ReactNode) => (
    <PageFrame title={part.title} onBack={goBack} foot={foot}>
      {content}
    </PageFrame>
  );
  if (isFinished) return frame(<PartFinish part={part} next={nextStep(course, state)} addresses={addresses} />);
  const { pictures } = course;
  if (isTogether) {
    const shown = { part, pictures, step, frame, onStep: stand, onFinish: () => void finish() };
    return <TogetherPart key={step} {...shown} onStop={() => together.turn(false)} />;
  }
  return frame(
    <PartStep part={part} pictures={pictures} step={step} onCopy={(text) => platform.copyText(text)} />,
    <StepButtons
      step={step}
      count={part.steps.length}
      onLeave={() => navigate(addresses.course, { replace: true })}
      onStep={stand}
      onFinish={() => void finish()}
    />,
  );
}
