import type { CourseProgress } from '@phuong-so/shared/contracts/learning';

/** How far one lesson was gone through: the furthest step that was reached, from 0. */
export interface LessonState {
  readonly step: number;
  readonly finished: boolean;
}

/** The best of the attempts. */
export interface QuizState {
  readonly right: number;
  readonly total: number;
  readonly passed: boolean;
}

/** What the person has done of one course, here and elsewhere. */
export interface CourseState {
  /** By lesson id. */
  readonly lessons: Readonly<Record<string, LessonState>>;
  /** The lesson left in the middle, and the step to show; null = none. */
  readonly at: { readonly part: string; readonly step: number } | null;
  readonly quiz: QuizState | null;
  readonly certificate: { readonly code: string; readonly issuedAt: string } | null;
}

export const NOT_BEGUN: CourseState = { lessons: {}, at: null, quiz: null, certificate: null };

/** The step is on the screen. */
export function stoodAt(state: CourseState, part: string, step: number): CourseState {
  const reached = further(state.lessons[part], { step, finished: false });
  return { ...state, at: { part, step }, lessons: { ...state.lessons, [part]: reached } };
}

export function finished(state: CourseState, part: string, lastStep: number): CourseState {
  const reached = further(state.lessons[part], { step: lastStep, finished: true });
  return { ...state, at: null, lessons: { ...state.lessons, [part]: reached } };
}

export function attempted(state: CourseState, quiz: QuizState): CourseState {
  return { ...state, quiz: better(state.quiz, quiz) };
}

export function finishedLessons({ lessons }: CourseState): readonly string[] {
  return Object.entries(lessons).flatMap(([id, lesson]) => (lesson.finished ? [id] : []));
}

/** As the server tells it, which names every lesson: those at their first step have not been begun. */
export function stateOf({ lessons, resume, quiz, certificate }: CourseProgress): CourseState {
  const begun = lessons.filter(({ step, finished: done }) => step > 0 || done);
  const isOpen = begun.some(({ id, finished: done }) => id === resume?.lesson && !done);
  return {
    lessons: Object.fromEntries(begun.map(({ id, step, finished: done }) => [id, { step, finished: done }])),
    at: resume !== null && isOpen ? { part: resume.lesson, step: resume.step } : null,
    quiz,
    certificate: certificate && { code: certificate.code, issuedAt: certificate.issued_at },
  };
}

/** Puts together what two places know; nothing goes backwards. Where to go on is what `place` says. */
export function joined(one: CourseState, other: CourseState, place: CourseState['at']): CourseState {
  const lessons: Record<string, LessonState> = { ...one.lessons };
  for (const [id, lesson] of Object.entries(other.lessons)) lessons[id] = further(lessons[id], lesson);
  const isDone = place !== null && lessons[place.part]?.finished === true;
  return {
    lessons,
    at: isDone ? null : place,
    quiz: other.quiz === null ? one.quiz : better(one.quiz, other.quiz),
    certificate: one.certificate ?? other.certificate,
  };
}

function further(one: LessonState | undefined, other: LessonState): LessonState {
  if (one === undefined) return other;
  return { step: Math.max(one.step, other.step), finished: one.finished || other.finished };
}

function better(one: QuizState | null, other: QuizState): QuizState {
  if (one === null || other.passed !== one.passed) return one?.passed ? one : other;
  return one.right / one.total > other.right / other.total ? one : other;
}
