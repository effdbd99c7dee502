import type { ThreadKey } from '@phuong-so/shared/domain/chat';
import type { ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import type { Course } from '@phuong-so/shared/domain/library';
import { conclude, type Option, present } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { digest } from '../digest.ts';
import type { Talk } from '../talk.ts';
import { courseOf } from './standing.ts';
import * as texts from './texts.ts';

/** The explanation of the last answer, then the next question or the result. */
export async function showQuiz(deps: ChatDeps, talk: Talk, at: number, screen: ScreenOf<'quiz'>): Promise<Talk> {
  const course = courseOf(deps, screen.course);
  if (course === null || course.quiz.length === 0) return conclude(talk, texts.NO_COURSES);
  const { answers } = screen;
  if (answers.length >= course.quiz.length) return showResult(deps, talk, at, course, answers);
  const question = course.quiz[answers.length];
  const options = (question?.options ?? []).map(
    (label, chosen): Option => ({ label, to: { ...screen, answers: [...answers, chosen] } }),
  );
  const text = [verdictOf(course, answers), texts.quizQuestion(course, answers.length)].filter(Boolean).join('\n\n');
  return present(talk, at, screen, text, { options });
}

function verdictOf({ quiz }: Course, answers: readonly number[]): string {
  const last = quiz[answers.length - 1];
  const chosen = answers.at(-1);
  return last && chosen !== undefined ? texts.quizVerdict(last, chosen) : '';
}

/** Notes the attempt: its id follows from the moment of the last answer, so that answering again notes it once. */
async function showResult(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  course: Course,
  answers: readonly number[],
): Promise<Talk> {
  const id = await attemptId(talk.thread, course.id, at);
  const learner = await deps.learning.learnerInChat(talk.thread);
  const result = await deps.study.takeQuiz(learner, { id, courseId: course.id, answers }, at);
  // The questions have been changed since the first of them was answered.
  if (result === null) return showQuiz(deps, talk, at, { kind: 'quiz', course: course.id, answers: [] });
  const text = [verdictOf(course, answers), texts.quizResult(course, result)].join('\n\n');
  return present(talk, at, { kind: 'course', course: course.id }, text, { options: afterQuiz(course, result.passed) });
}

function afterQuiz({ id, lessons }: Course, passed: boolean): Option[] {
  const later: Option = { label: texts.LATER, to: { kind: 'study_pause', course: id, remind: false } };
  if (passed) {
    return [{ label: texts.GET_CERTIFICATE, to: { kind: 'certificate', course: id, name: null, sure: false } }, later];
  }
  const [first] = lessons;
  const read: Option[] = first
    ? [{ label: texts.FROM_START, to: { kind: 'lesson', course: id, lesson: first.id, step: 0 } }]
    : [];
  return [{ label: texts.QUIZ_AGAIN, to: { kind: 'quiz', course: id, answers: [] } }, ...read, later];
}

function attemptId({ oaId, userId }: ThreadKey, course: string, at: number): Promise<string> {
  return digest([oaId, userId, course, String(at)]);
}
