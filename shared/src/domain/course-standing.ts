import type { Certificate, LessonProgress, QuizAttempt } from './learning.ts';
import type { Course, QuizQuestion } from './library.ts';

/** What somebody has really done of one course, computed anew from what is stored of their lessons and quizzes. */
export interface CourseStanding {
  readonly courseId: string;
  /** In the course's order. `step` from 0, never past the lesson's last. */
  readonly lessons: readonly { readonly id: string; readonly step: number; readonly finished: boolean }[];
  /** null = every lesson is finished. */
  readonly resume: { readonly lessonId: string; readonly step: number } | null;
  /** The best attempt; null = none yet. */
  readonly quiz: QuizResult | null;
  readonly certificate: Certificate | null;
  /** All lessons are finished and the quiz, where there is one, is passed. */
  readonly complete: boolean;
}

export interface QuizResult {
  readonly right: number;
  readonly total: number;
  readonly passed: boolean;
}

/** What is stored of one person; rows of other courses are passed over. */
export interface Learnt {
  readonly progress: readonly LessonProgress[];
  readonly attempts: readonly QuizAttempt[];
  readonly certificates: readonly Certificate[];
}

/**
 * At least 80 of 100 right, as this project decides it: of 4 questions all, of 5 one may be wrong. The quiz explains every
 * answer and may be taken again at once and as often as one likes, so that the mark teaches and does not sort out.
 */
const PASS_PERCENT = 80;

export function isPassed({ right, total }: Pick<QuizResult, 'right' | 'total'>): boolean {
  return total > 0 && right * 100 >= total * PASS_PERCENT;
}

/** null when there is not one answer, of those offered, to each question. `answers`: chosen options, from 0. */
export function gradeQuiz(quiz: readonly QuizQuestion[], answers: readonly number[]): QuizResult | null {
  const isWhole = answers.length === quiz.length && quiz.every(({ options }, at) => isIndex(answers[at], options));
  if (!isWhole || quiz.length === 0) return null;
  return resultOf(quiz.filter(({ right }, at) => right === answers[at]).length, quiz.length);
}

export function standingIn(course: Course, { progress, attempts, certificates }: Learnt): CourseStanding {
  const ofCourse = <T extends { readonly courseId: string }>(all: readonly T[]) =>
    all.filter(({ courseId }) => courseId === course.id);
  const rows = ofCourse(progress);
  const lessons = course.lessons.map(({ id, steps }) => {
    const row = rows.find(({ lessonId }) => lessonId === id);
    // A lesson that has been shortened since is gone on with at its end.
    return { id, step: Math.min(row?.step ?? 0, steps.length - 1), finished: row?.finishedAt != null };
  });
  const quiz = best(ofCourse(attempts));
  const isDone = lessons.every(({ finished }) => finished);
  return {
    ...{ courseId: course.id, lessons, quiz, resume: resumeAt(lessons, rows) },
    certificate: ofCourse(certificates)[0] ?? null,
    complete: isDone && (course.quiz.length === 0 || quiz?.passed === true),
  };
}

/** The lesson that was left in the middle, the last of them if there are several; else the first that is not finished. */
function resumeAt(lessons: CourseStanding['lessons'], rows: readonly LessonProgress[]): CourseStanding['resume'] {
  const open = lessons.filter(({ finished }) => !finished);
  const touchedAt = ({ id }: { readonly id: string }) => rows.find(({ lessonId }) => lessonId === id)?.updatedAt ?? 0;
  const last = open.reduce<(typeof open)[number] | null>(
    (found, one) => (found === null || touchedAt(one) > touchedAt(found) ? one : found),
    null,
  );
  return last && { lessonId: last.id, step: last.step };
}

function best(attempts: readonly QuizAttempt[]): QuizResult | null {
  const [first, ...others] = attempts;
  if (first === undefined) return null;
  const { right, total } = others.reduce((a, b) => (b.right * a.total > a.right * b.total ? b : a), first);
  return resultOf(right, total);
}

function resultOf(right: number, total: number): QuizResult {
  return { right, total, passed: isPassed({ right, total }) };
}

function isIndex(answer: number | undefined, options: readonly string[]): boolean {
  return answer !== undefined && Number.isInteger(answer) && answer >= 0 && answer < options.length;
}
