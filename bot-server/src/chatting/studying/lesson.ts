import type { ChatScreen, ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import type { Course, Lesson } from '@phuong-so/shared/domain/library';
import { conclude, type Option, present } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { NEXT_BUTTON } from '../screen-texts.ts';
import type { Talk } from '../talk.ts';
import { courseOf } from './standing.ts';
import * as texts from './texts.ts';

interface Found {
  readonly course: Course;
  readonly lesson: Lesson;
}

/** One step of a lesson; the person has reached it. `isBack`: they come back to it after a while. */
export async function showLesson(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'lesson'>,
  isBack = false,
): Promise<Talk> {
  const found = findLesson(deps, screen);
  if (found === null) return conclude(talk, texts.NO_COURSES);
  const { course, lesson } = found;
  const step = Math.min(screen.step, lesson.steps.length - 1);
  await reach(deps, talk, at, found, step, false);
  const text = texts.lessonStep(course, lesson, step, isBack);
  return present(talk, at, { ...screen, step }, text, { buttons: [NEXT_BUTTON] });
}

/** The lesson is finished; what may come now. */
export async function showLessonEnd(
  deps: ChatDeps,
  talk: Talk,
  at: number,
  screen: ScreenOf<'lesson_end'>,
): Promise<Talk> {
  const found = findLesson(deps, screen);
  if (found === null) return conclude(talk, texts.NO_COURSES);
  const { course, lesson } = found;
  await reach(deps, talk, at, found, lesson.steps.length - 1, true);
  const next = lessonAfter(course, lesson);
  const mayRemind = next !== null && (await deps.learning.reminderOf(talk.thread)) === null;
  const options = [...goingOn(course, next), ...stopping(course, mayRemind)];
  return present(talk, at, screen, texts.lessonFinished(course, lesson, next), { options });
}

/** The screen after this one. */
export function afterLesson(deps: ChatDeps, screen: ScreenOf<'lesson'> | ScreenOf<'lesson_end'>): ChatScreen | null {
  const found = findLesson(deps, screen);
  if (found === null) return null;
  const { course, lesson } = found;
  if (screen.kind === 'lesson_end') return goingOn(course, lessonAfter(course, lesson))[0]?.to ?? null;
  const isLast = screen.step + 1 >= lesson.steps.length;
  return isLast ? { kind: 'lesson_end', course: course.id, lesson: lesson.id } : { ...screen, step: screen.step + 1 };
}

/** The step before; the first one again where there is none. */
export function beforeStep(screen: ScreenOf<'lesson'>): ChatScreen {
  return { ...screen, step: Math.max(0, screen.step - 1) };
}

async function reach(deps: ChatDeps, talk: Talk, at: number, found: Found, step: number, finished: boolean) {
  const { course, lesson } = found;
  const learner = await deps.learning.learnerInChat(talk.thread);
  await deps.study.note(learner, { courseId: course.id, lessonId: lesson.id, step, finished }, at);
}

function lessonAfter({ lessons }: Course, { id }: Lesson): Lesson | null {
  return lessons[lessons.findIndex((lesson) => lesson.id === id) + 1] ?? null;
}

function goingOn(course: Course, next: Lesson | null): Option[] {
  if (next !== null) {
    const to: ChatScreen = { kind: 'lesson', course: course.id, lesson: next.id, step: 0 };
    return [{ label: texts.nextLesson(course, next), to }];
  }
  if (course.quiz.length === 0) return [{ label: texts.OTHER_COURSES, to: { kind: 'courses', from: 0 } }];
  return [{ label: texts.takeQuiz(course), to: { kind: 'quiz', course: course.id, answers: [] } }];
}

/** Who is reminded already is not asked again. */
function stopping({ id }: Course, mayRemind: boolean): Option[] {
  const stop: Option = { label: texts.STOP_HERE, to: { kind: 'study_pause', course: id, remind: false } };
  const remind: Option = { label: texts.STOP_AND_REMIND, to: { kind: 'study_pause', course: id, remind: true } };
  return mayRemind ? [remind, stop] : [stop];
}

function findLesson(deps: ChatDeps, screen: { readonly course: string; readonly lesson: string }): Found | null {
  const course = courseOf(deps, screen.course);
  const lesson = course?.lessons.find(({ id }) => id === screen.lesson);
  return course && lesson ? { course, lesson } : null;
}
