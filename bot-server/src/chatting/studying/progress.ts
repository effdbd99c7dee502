import { type Option, offering } from '../activity.ts';
import type { ChatDeps } from '../deps.ts';
import { say, type Talk } from '../talk.ts';
import { inCourse, standsIn } from './standing.ts';
import * as texts from './texts.ts';

/** What the person has learnt so far; courses that are not finished are offered to go on with. */
export async function sayProgress(deps: ChatDeps, talk: Talk): Promise<Talk> {
  const { begun } = await standsIn(deps, talk.thread);
  const courses = deps.library.courses.filter(({ id }) => begun.has(id));
  const lines: string[] = [];
  const options: Option[] = [];
  for (const course of courses) {
    const { lessons, certificate } = await inCourse(deps, talk.thread, course);
    const finished = lessons.filter((lesson) => lesson.finished).length;
    lines.push(texts.courseLine(course, finished, certificate));
    if (certificate === null) options.push({ label: course.title, to: { kind: 'course', course: course.id } });
  }
  options.push({ label: texts.OTHER_COURSES, to: { kind: 'courses', from: 0 } });
  return say(talk, texts.progressText(lines), offering(options));
}
