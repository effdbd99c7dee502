import type { ScreenOf } from '@phuong-so/shared/domain/chat-screen';
import type { Course } from '@phuong-so/shared/domain/library';
import { conclude, type Option, present } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import type { Talk } from '../talk.ts';
import { showLesson } from './lesson.ts';
import { showQuiz } from './quiz.ts';
import { courseOf, inCourse, standsIn } from './standing.ts';
import * as texts from './texts.ts';

/** A list longer than this is no help on a telephone; the rest is one number away. */
const MOST = 6;

/** The courses by number, those that were begun first. */
export async function showCourses(deps: ChatDeps, talk: Talk, at: number, screen: ScreenOf<'courses'>): Promise<Talk> {
  const { courses } = deps.library;
  if (courses.length === 0) return conclude(talk, texts.NO_COURSES);
  const standing = await standsIn(deps, talk.thread);
  const begun = courses.filter(({ id }) => standing.begun.has(id) && !standing.certified.has(id));
  const ordered = [...begun, ...courses.filter((course) => !begun.includes(course))];
  const shown = ordered.slice(screen.from, screen.from + MOST);
  const options = shown.map(
    (course): Option => ({
      label: texts.courseLabel(course, begun.includes(course), standing.certified.has(course.id)),
      to: { kind: 'course', course: course.id },
    }),
  );
  const rest = ordered.length > screen.from + MOST ? screen.from + MOST : 0;
  const more: Option[] =
    ordered.length > MOST
      ? [{ label: rest > 0 ? texts.MORE_COURSES : texts.FIRST_COURSES, to: { kind: 'courses', from: rest } }]
      : [];
  return present(talk, at, screen, texts.CHOOSE_COURSE, { options: [...options, ...more] });
}

/** Where the person stopped in the course, in this chat or in the Mini App. */
export async function showCourse(deps: ChatDeps, talk: Talk, at: number, screen: ScreenOf<'course'>): Promise<Talk> {
  const course = courseOf(deps, screen.course);
  if (course === null) return showCourses(deps, talk, at, { kind: 'courses', from: 0 });
  const { resume, quiz, certificate } = await inCourse(deps, talk.thread, course);
  if (resume !== null) {
    const { lessonId, step } = resume;
    return showLesson(deps, talk, at, { kind: 'lesson', course: course.id, lesson: lessonId, step }, step > 0);
  }
  if (quiz?.passed !== true && course.quiz.length > 0)
    return showQuiz(deps, talk, at, { kind: 'quiz', course: course.id, answers: [] });
  const options = finishedOptions(course, certificate === null);
  return present(talk, at, screen, texts.courseFinished(course, certificate, deps.publicUrl), { options });
}

/** What may be done with a course that was gone through. */
function finishedOptions(course: Course, canCertify: boolean): Option[] {
  const [first] = course.lessons;
  const again = first
    ? [{ label: texts.FROM_START, to: { kind: 'lesson', course: course.id, lesson: first.id, step: 0 } } as const]
    : [];
  return [
    ...(canCertify
      ? [
          {
            label: texts.GET_CERTIFICATE,
            to: { kind: 'certificate', course: course.id, name: null, sure: false },
          } as const,
        ]
      : []),
    ...again,
    { label: texts.OTHER_COURSES, to: { kind: 'courses', from: 0 } },
  ];
}
