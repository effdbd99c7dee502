import type { CourseCard } from '../../api/phuong-so-api.ts';

export interface CourseGroup {
  readonly audience: string;
  readonly courses: readonly CourseCard[];
}

/** Every course once, under the audience that it names first; groups in the order in which the courses come. */
export function byAudience(courses: readonly CourseCard[]): readonly CourseGroup[] {
  const groups = new Map<string, CourseCard[]>();
  for (const course of courses) {
    const audience = course.audiences[0] ?? '';
    groups.set(audience, [...(groups.get(audience) ?? []), course]);
  }
  return [...groups].map(([audience, inGroup]) => ({ audience, courses: inGroup }));
}

/** "Hợp cả với người lớn, thanh niên"; null when the course has no second audience. */
export function alsoFor({ audiences }: CourseCard): string | null {
  const [, ...others] = audiences.map((name) => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1));
  return others.length === 0 ? null : `Hợp cả với ${others.join(', ')}`;
}
