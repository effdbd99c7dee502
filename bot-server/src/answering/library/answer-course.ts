import type { Citation } from '@phuong-so/shared/domain/answer';
import type { LibraryFinding } from '@phuong-so/shared/domain/library-finding';
import { serviceName, startCourse } from '@phuong-so/shared/domain/library-names';
import { type Draft, draft } from '../draft.ts';
import { citeCourse, type LibraryPlace } from './cite-library.ts';

type CourseFinding = Extract<LibraryFinding, { kind: 'course' }>;

/** What a course teaches, how long it takes and how to begin; the lesson that the question is about comes first. */
export function answerCourse(place: LibraryPlace, { course, lesson: at }: CourseFinding): Draft {
  const { id, title, summary, lessons, caution } = course;
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const lesson = at === null ? undefined : lessons[at];
  const text = [
    `Khóa học “${title}”: ${summary}.`,
    ...(lesson ? [`Bài hợp với điều bạn hỏi: “${lesson.title}” (${lesson.minutes} phút). ${lesson.goal}`] : []),
    `Gồm ${lessons.length} bài ngắn, cả khóa khoảng ${minutes} phút:`,
    ...lessons.map((one) => `- ${one.title} (${one.minutes} phút)`),
    ...(caution ? [`Lưu ý: ${caution}`] : []),
    `Muốn học ngay, bạn nhắn “${startCourse(course)}”, hoặc mở mục Khóa học trong ứng dụng.`,
  ].join('\n');
  const cited: (Citation | null)[] = [
    lesson ? citeCourse(place, id, `${lesson.id}.md`, `Bài: ${lesson.title}`, lesson.goal) : null,
    citeCourse(place, id, 'course.yaml', 'Tóm tắt', summary),
  ];
  const services = place.library.services(place.ward ?? '');
  const named = (lesson ? [lesson] : lessons).flatMap((one) => one.services);
  const related = [...new Set(named)]
    .flatMap((one) => services.find((service) => service.id === one) ?? [])
    .slice(0, 2);
  return draft('answered', text, {
    citations: cited.flatMap((citation) => citation ?? []),
    suggestions: [startCourse(course), ...related.map(serviceName)],
  });
}
