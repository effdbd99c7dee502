import type { CourseReply } from '@phuong-so/shared/contracts/library';
import type { CourseProgress } from './progress-store.ts';

export type CoursePart = CourseReply['parts'][number];

export interface NextPart {
  readonly part: CoursePart;
  /** It was left in the middle. */
  readonly resumes: boolean;
}

/** Where to go on: the part left in the middle, else the first unread one; null = all is read. */
export function nextPart({ parts }: CourseReply, { at, done }: CourseProgress): NextPart | null {
  const left = parts.find(({ id }) => id === at?.part);
  if (left !== undefined) return { part: left, resumes: true };
  const unread = parts.find(({ id }) => !done.includes(id));
  return unread === undefined ? null : { part: unread, resumes: false };
}
