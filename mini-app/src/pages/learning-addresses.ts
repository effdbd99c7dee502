import type { CourseAddresses } from '../features/courses/course-overview.tsx';
import { pageAddress } from './addresses.ts';

/** Where everything of one course is. */
export function courseAddresses(id: string): CourseAddresses & { course: string; service: (id: string) => string } {
  return {
    course: pageAddress('course', { id }),
    part: (sectionId) => pageAddress('course', { id, sectionId }),
    quiz: pageAddress('quiz', { id }),
    certificate: pageAddress('certificate', { id }),
    service: (service) => pageAddress('service', { id: service }),
  };
}
