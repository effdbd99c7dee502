import type { CourseStanding } from '@phuong-so/shared/domain/course-standing';
import type { Certificate, Learner } from '@phuong-so/shared/domain/learning';
import { printedName } from '@phuong-so/shared/domain/printed-name';
import { courseWith, type LearningDeps } from './deps.ts';
import { readStanding } from './read-standing.ts';

export interface CertificateWanted {
  readonly courseId: string;
  /** Key of the ward that gives it; the caller has checked that there is one. */
  readonly ward: string;
  /** As the person wants it printed. */
  readonly name: string;
}

export type CertificateGiven =
  | { readonly kind: 'given'; readonly certificate: Certificate }
  | { readonly kind: 'unknown_course' }
  | { readonly kind: 'unusable_name' }
  /** Lessons or the quiz are left. */
  | { readonly kind: 'not_complete'; readonly standing: CourseStanding };

/** One for a person and a course: asked again, with whatever name, it is the one that was given first. */
export async function giveCertificate(
  deps: LearningDeps,
  learner: Learner,
  { courseId, ward, name: given }: CertificateWanted,
): Promise<CertificateGiven> {
  const course = courseWith(deps, courseId);
  if (course === null) return { kind: 'unknown_course' };
  const standing = await readStanding(deps, learner, course);
  if (standing.certificate !== null) return { kind: 'given', certificate: standing.certificate };
  if (!standing.complete) return { kind: 'not_complete', standing };
  const name = printedName(given);
  if (name === null) return { kind: 'unusable_name' };
  const wanted = { courseId, ward, name, at: deps.clock.now().getTime() };
  return { kind: 'given', certificate: await deps.learning.certify(learner, wanted) };
}
