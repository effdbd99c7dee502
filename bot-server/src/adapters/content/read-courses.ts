import path from 'node:path';
import { courseFileSchema, lessonHeadSchema } from '@phuong-so/shared/content/course';
import { entryIdSchema } from '@phuong-so/shared/content/provenance';
import { splitStep } from '@phuong-so/shared/content/step-pictures';
import type { Course, Lesson } from '@phuong-so/shared/domain/library';
import { ContentError } from '../../ports/content.ts';
import { listFolder } from './list-folder.ts';
import { type BodyLine, readMarkdown } from './markdown-file.ts';
import { readPictures } from './read-pictures.ts';
import { toProvenance } from './shown-facts.ts';
import { readYaml } from './yaml-file.ts';

/** What a 390 x 844 screen shows of one step at the largest text without scrolling far, in characters. */
export const STEP_LENGTH = 420;

/** data/courses/<course>/, in the order in which they are offered. @throws ContentError */
export async function readCourses(folder: string): Promise<Course[]> {
  const folders = (await listFolder(folder)).filter((entry) => entry.isDirectory());
  const read = await Promise.all(folders.map(({ name }) => readCourse(name, path.join(folder, name))));
  return read.sort((a, b) => a.order - b.order || (a.course.id < b.course.id ? -1 : 1)).map(({ course }) => course);
}

async function readCourse(id: string, folder: string): Promise<{ order: number; course: Course }> {
  if (!entryIdSchema.safeParse(id).success)
    throw new ContentError(`Thư mục ${folder}: tên chỉ gồm chữ thường không dấu, số và gạch nối.`);
  const place = path.join(folder, 'course.yaml');
  const file = await readYaml(place, courseFileSchema);
  await checkLessonFiles(folder, place, file.lessons);
  const lessons = await Promise.all(
    file.lessons.map((lesson) => readLesson(lesson, path.join(folder, `${lesson}.md`))),
  );
  const pictures = await readPictures(path.join(folder, 'pictures'), lessons);
  const { title, summary, also, audiences, skill_groups: skillGroups, quiz, sources, confidence, caution } = file;
  const course = {
    ...{ id, title, summary, also, audiences, skillGroups, lessons, pictures },
    quiz: quiz.map((one) => ({ ...one, right: one.right - 1 })),
    ...toProvenance(sources, caution, [confidence]),
  };
  return { order: file.order, course };
}

/** Every lesson that course.yaml names has a file, and every file is named. */
async function checkLessonFiles(folder: string, place: string, named: readonly string[]): Promise<void> {
  const files = (await listFolder(folder)).flatMap(({ name }) => (name.endsWith('.md') ? [name.slice(0, -3)] : []));
  const missing = named.find((lesson) => !files.includes(lesson));
  if (missing !== undefined) throw new ContentError(`${place}: mục "lessons": không có tệp ${missing}.md.`);
  const stray = files.find((lesson) => !named.includes(lesson));
  if (stray !== undefined)
    throw new ContentError(`${place}: mục "lessons": thiếu bài "${stray}" đang có trong thư mục.`);
}

async function readLesson(id: string, file: string): Promise<Lesson> {
  const { head, body } = await readMarkdown(file, lessonHeadSchema);
  const { practice } = head;
  const steps = splitSteps(file, body);
  return { id, ...head, steps: practice === null ? steps : [...steps, `**Mình thử làm**\n\n${practice}`] };
}

function splitSteps(file: string, body: readonly BodyLine[]): string[] {
  const steps: string[] = [];
  let lines: string[] = [];
  for (const { text, number } of [...body, { text: '---', number: body.at(-1)?.number ?? 0 }]) {
    if (text !== '---') {
      lines.push(text);
      continue;
    }
    const step = lines.join('\n').trim();
    const { text: words } = splitStep(step);
    if (words === '' || words.length > STEP_LENGTH)
      throw new ContentError(`${file}: dòng ${number}: bước trước dòng này trống hoặc dài quá ${STEP_LENGTH} ký tự.`);
    steps.push(step);
    lines = [];
  }
  return steps;
}
