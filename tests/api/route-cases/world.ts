import type { Course } from '@phuong-so/shared/domain/library';
import type { Expected } from './expected.ts';
import type { MADE } from './made.ts';

/** The leader's group. */
export const GROUP = 'trinh-dien-1';

/** What the requests are about: filled before the first of them is asked, so that cases read it when they are asked. */
export interface World {
  ward: string;
  /** Addresses of a plan and of a section of it. */
  plan: string;
  passage: string;
  announcement: string;
  published: string;
  lesson: string;
  course: Course;
  /** Of a certificate. */
  code: string;
  attached: string;
  reportDrafts: string[];
  newId(): string;
  /** ISO time so many days from the server's now. */
  inDays(days: number): string;
}

export interface Case {
  /** `id`: of what `before` has made for this request alone. */
  readonly address: (id: string) => string;
  readonly body?: () => unknown;
  readonly expected: Expected;
  readonly before?: keyof typeof MADE;
}

/** By method and path as in the table of routes. */
export type Cases = Record<string, Case>;
