import { keptRecord } from '../../reading/kept-value.ts';
import type { CourseState, LessonState, QuizState } from './course-state.ts';
import type { Attempt, LessonKey, Progress } from './progress-store.ts';

type Kept = Readonly<Record<string, unknown>>;

/** What the device kept, without what cannot be read of it (an older version, damage). */
export function parseKeptProgress(kept: unknown): Progress {
  const { owner, courses, unsent, overall } = fields(kept);
  const { lessons, attempts } = fields(unsent);
  const { level, weeks } = fields(overall);
  return {
    owner: isText(owner) ? owner : null,
    courses: keptRecord(courses, parseCourse),
    unsent: { lessons: list(lessons, parseKey), attempts: list(attempts, parseAttempt) },
    overall: isText(level) && isCount(weeks) ? { level, weeks } : null,
  };
}

function parseCourse(kept: unknown): CourseState {
  const { lessons, at, quiz, certificate } = fields(kept);
  const { part, step } = fields(at);
  const { code, issuedAt } = fields(certificate);
  return {
    lessons: keptRecord(lessons, parseLesson),
    at: isText(part) && isCount(step) ? { part, step } : null,
    quiz: parseQuiz(quiz),
    certificate: isText(code) && isText(issuedAt) ? { code, issuedAt } : null,
  };
}

function parseLesson(kept: unknown): LessonState | null {
  const { step, finished } = fields(kept);
  return isCount(step) ? { step, finished: finished === true } : null;
}

function parseQuiz(kept: unknown): QuizState | null {
  const { right, total, passed } = fields(kept);
  return isCount(right) && isCount(total) ? { right, total, passed: passed === true } : null;
}

function parseKey(kept: unknown): LessonKey | null {
  const { course, lesson } = fields(kept);
  return isText(course) && isText(lesson) ? { course, lesson } : null;
}

function parseAttempt(kept: unknown): Attempt | null {
  const { id, course, answers } = fields(kept);
  if (!isText(id) || !isText(course) || !Array.isArray(answers)) return null;
  return answers.every(isCount) ? { id, course, answers } : null;
}

function fields(kept: unknown): Kept {
  return typeof kept === 'object' && kept !== null ? (kept as Kept) : {};
}

function list<T>(kept: unknown, read: (one: unknown) => T | null): readonly T[] {
  return (Array.isArray(kept) ? kept : []).map(read).filter((one): one is NonNullable<typeof one> => one !== null);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
