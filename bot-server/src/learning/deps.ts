import type { Course } from '@phuong-so/shared/domain/library';
import type { Clock } from '../ports/clock.ts';
import type { Learning } from '../ports/learning.ts';
import type { Library } from '../ports/library.ts';

export interface LearningDeps {
  readonly learning: Learning;
  readonly library: Pick<Library, 'courses'>;
  readonly clock: Clock;
}

export function courseWith({ library }: LearningDeps, id: string): Course | null {
  return library.courses.find((course) => course.id === id) ?? null;
}
