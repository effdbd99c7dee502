import type { CourseReply } from '@phuong-so/shared/contracts/library';
import type { WardReply } from '@phuong-so/shared/contracts/wards';
import { useEffect, useSyncExternalStore } from 'react';
import { type CourseState, NOT_BEGUN } from '../features/courses/course-state.ts';
import type { Progress } from '../features/courses/progress-store.ts';
import { TOGETHER_TEXT_SIZE } from '../features/courses/together.ts';
import type { Kept } from '../reading/kept-value.ts';
import { type Reading, useReading } from '../reading/reading.ts';
import { learningOf } from './learning-services.ts';
import type { Services } from './services.ts';

/** Progress, kept the same here and at the server while the page is open. */
export function useProgress(services: Services): Kept<Progress> {
  const { progress, sync } = learningOf(services);
  useEffect(() => sync.follow(), [sync]);
  return useSyncExternalStore(progress.subscribe, progress.snapshot);
}

export interface OpenCourse {
  readonly reading: Reading<CourseReply>;
  readonly course: CourseReply | null;
  readonly state: CourseState;
}

/** One course and what the person has done of it; not shown before both are known, else a lesson would begin anew. */
export function useCourse(services: Services, ward: WardReply, id: string | null): OpenCourse {
  const { ready, value } = useProgress(services);
  const reading = useReading({
    key: ['course', ward.key, id],
    load: (signal) => services.api.course(ward.key, id ?? '', signal),
    enabled: ready,
  });
  const course = reading.kind === 'shown' ? reading.data : null;
  return { reading, course, state: value.courses[course?.id ?? ''] ?? NOT_BEGUN };
}

/** Is somebody learning beside a person? Then the letters are large as long as the page is open. */
export function useTogether(services: Services): boolean {
  const { appearance } = services;
  const { together } = learningOf(services);
  const isOn = useSyncExternalStore(together.subscribe, together.snapshot);
  useEffect(() => {
    if (!isOn) return;
    appearance.enlarge(TOGETHER_TEXT_SIZE);
    return () => appearance.enlarge(null);
  }, [isOn, appearance]);
  return isOn;
}
