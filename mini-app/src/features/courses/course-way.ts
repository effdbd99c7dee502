import type { CourseReply } from '@phuong-so/shared/contracts/library';
import { type CourseState, finishedLessons } from './course-state.ts';

export type CoursePart = CourseReply['parts'][number];

/** What there is to do next in a course. */
export type NextStep =
  /** `resumes`: the lesson was left in the middle. */
  | { readonly kind: 'part'; readonly part: CoursePart; readonly resumes: boolean }
  | { readonly kind: 'quiz' }
  /** Everything is done, and nobody has asked for the certificate yet. */
  | { readonly kind: 'certificate' }
  | { readonly kind: 'nothing' };

/** The lesson left in the middle, else the first one not finished, then the quiz until it is passed, then the certificate. */
export function nextStep(course: CourseReply, state: CourseState): NextStep {
  const left = course.parts.find(({ id }) => id === state.at?.part);
  if (left !== undefined) return { kind: 'part', part: left, resumes: true };
  const unread = course.parts.find(({ id }) => !state.lessons[id]?.finished);
  if (unread !== undefined) return { kind: 'part', part: unread, resumes: false };
  if (course.quiz.length > 0 && !state.quiz?.passed) return { kind: 'quiz' };
  return state.certificate === null ? { kind: 'certificate' } : { kind: 'nothing' };
}

/** May the person have the certificate? The server decides; this is what the pages offer. */
export function isComplete(course: CourseReply, state: CourseState): boolean {
  const isRead = course.parts.every(({ id }) => state.lessons[id]?.finished);
  return isRead && (course.quiz.length === 0 || state.quiz?.passed === true);
}

/** Something of it was done, and not all lessons are: what a person will want to see first. */
export function isUnderWay(lessons: number, state: CourseState): boolean {
  return Object.keys(state.lessons).length > 0 && finishedLessons(state).length < lessons;
}
