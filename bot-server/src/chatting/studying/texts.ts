import type { QuizResult } from '@phuong-so/shared/domain/course-standing';
import type { Certificate } from '@phuong-so/shared/domain/learning';
import type { Course, Lesson, QuizQuestion } from '@phuong-so/shared/domain/library';
import { plainText } from '../plain-text.ts';
import { goOn } from '../screen-texts.ts';

export const NO_COURSES = 'Hiện chưa có khóa học nào. Bạn cần hỏi gì khác, bạn cứ gõ.';
export const CHOOSE_COURSE = 'Bạn muốn học gì? Bài ngắn vài phút, đọc ngay trong tin nhắn. Bạn gõ số:';
export const MORE_COURSES = 'Xem khóa khác';
export const FIRST_COURSES = 'Xem lại từ đầu danh sách';
export const OTHER_COURSES = 'Chọn khóa học khác';
export const FROM_START = 'Học lại từ đầu';
export const GET_CERTIFICATE = 'Nhận giấy chứng nhận';
export const STOP_HERE = 'Nghỉ, hôm khác học tiếp';
export const STOP_AND_REMIND = 'Nghỉ, nhờ nhắc tôi học tiếp';
export const WELCOME_BACK = 'Lần trước bạn học đến đây.';

/** "Nhận ra lừa đảo (đang học)" */
export function courseLabel({ title }: Course, isBegun: boolean, isCertified: boolean): string {
  if (isCertified) return `${title} (đã xong)`;
  return isBegun ? `${title} (đang học)` : title;
}

/** One step: where it stands, and its words. `isBack`: the person comes back to it after a while. */
export function lessonStep(course: Course, lesson: Lesson, step: number, isBack: boolean): string {
  const place = `${course.title}\nBài ${numberOf(course, lesson)}: ${lesson.title} (phần ${step + 1}/${lesson.steps.length})`;
  const goal = step === 0 ? `Bài này giúp bạn: ${lowerFirst(lesson.goal)} Khoảng ${lesson.minutes} phút.` : '';
  const words = plainText(lesson.steps[step] ?? '');
  const isLast = step + 1 === lesson.steps.length;
  const keys = `${goOn(isLast ? 'để xong bài' : 'để học tiếp')} Muốn dừng, nhắn NGHỈ.`;
  return [isBack ? WELCOME_BACK : '', place, goal, `\n${words}\n`, keys].filter(Boolean).join('\n');
}

export function lessonFinished(course: Course, lesson: Lesson, next: Lesson | null): string {
  const done = `Bạn đã xong bài ${numberOf(course, lesson)}: ${lesson.title}.`;
  if (next !== null) return `${done}\nCòn ${course.lessons.length - numberOf(course, lesson)} bài nữa. Bạn gõ số:`;
  return `${done}\nĐây là bài cuối của khóa “${course.title}”. Bạn gõ số:`;
}

/** From 1. */
export function numberOf({ lessons }: Course, { id }: Lesson): number {
  return lessons.findIndex((lesson) => lesson.id === id) + 1;
}

export function nextLesson(course: Course, lesson: Lesson): string {
  return `Học bài ${numberOf(course, lesson)}: ${lesson.title}`;
}

export function takeQuiz({ quiz }: Course): string {
  return `Trả lời ${quiz.length} câu hỏi cuối khóa`;
}

export const REMINDER_SET =
  'Vâng, mình nghỉ ở đây. Tôi sẽ nhắn nhắc bạn học tiếp. Không muốn được nhắc nữa, bạn nhắn DỪNG NHẮC. Muốn học ngay, bạn nhắn HỌC.';
export const REMINDER_STOPPED =
  'Vâng, tôi không nhắc bạn nữa. Muốn học, bạn nhắn HỌC; muốn xem lớp đã đăng ký, bạn nhắn LỚP CỦA TÔI.';

export function quizQuestion({ quiz, title }: Course, at: number): string {
  const head = at === 0 ? `Câu hỏi cuối khóa: ${title}\n` : '';
  return `${head}Câu ${at + 1}/${quiz.length}: ${quiz[at]?.question ?? ''}\nBạn gõ số của câu trả lời:`;
}

export function quizVerdict({ options, right, why }: QuizQuestion, chosen: number): string {
  if (chosen === right) return `Đúng rồi! ${why}`;
  return `Chưa đúng. Trả lời đúng là: ${options[right]}.\n${why}`;
}

export function quizResult({ title }: Course, { right, total, passed }: QuizResult): string {
  const score = `Bạn trả lời đúng ${right}/${total} câu.`;
  if (passed) return `${score} Chúc mừng bạn đã học xong khóa “${title}”! Bạn gõ số:`;
  return `${score} Bạn xem lại bài rồi làm lại nhé, làm mấy lần cũng được. Bạn gõ số:`;
}

export const QUIZ_AGAIN = 'Làm lại câu hỏi';
export const LATER = 'Để lúc khác';

export const ASK_NAME =
  'Bạn gõ họ tên muốn in trên giấy chứng nhận, ví dụ: Nguyễn Thị Lan. Bạn chỉ gõ tên, không gõ số căn cước hay số điện thoại.';
export const NAME_TOO_LONG = 'Tên này dài quá hoặc không có chữ. Bạn gõ lại họ tên, ngắn hơn 60 chữ cái, giúp tôi nhé.';
export const NOT_YET = 'Bạn học hết các bài và trả lời câu hỏi cuối khóa rồi mới nhận giấy chứng nhận được. Bạn gõ số:';
export const GO_ON_LEARNING = 'Học tiếp';
/** Where the ward that gives the certificate is not known yet. */
export const THEN_CERTIFICATE = 'Chọn xong, bạn nhắn TIẾP để nhận giấy chứng nhận.';
export const NAME_RIGHT = 'Đúng, cấp giấy chứng nhận';
export const NAME_WRONG = 'Chưa đúng, tôi gõ lại tên';

export function confirmName(name: string): string {
  return `Tên in trên giấy chứng nhận: ${name}\nCấp rồi thì không đổi được tên. Tên này đúng chưa? Bạn gõ số:`;
}

export function certificateText(course: Course, { code, name, demo }: Certificate, publicUrl: string | null): string {
  const lines = [
    `Giấy chứng nhận khóa “${course.title}” của ${name}.`,
    demo ? 'Đây là giấy mẫu để xem thử, không có giá trị.' : '',
    `Mã: ${code}`,
    publicUrl === null ? '' : `Xem, tải về, và kiểm tra giấy là thật: ${certificatePage(publicUrl, code)}`,
  ];
  return lines.filter(Boolean).join('\n');
}

export function courseFinished(course: Course, certificate: Certificate | null, publicUrl: string | null): string {
  const done = `Bạn đã học xong khóa “${course.title}”.`;
  return `${done}\n${certificate === null ? '' : `${certificateText(course, certificate, publicUrl)}\n`}Bạn gõ số:`;
}

function certificatePage(publicUrl: string, code: string): string {
  return `${publicUrl.replace(/\/$/u, '')}/chung-nhan/${code}`;
}

/** What the person has learnt so far, one line a course. */
export function progressText(lines: readonly string[]): string {
  return lines.length === 0
    ? 'Bạn chưa học bài nào. Muốn bắt đầu, bạn nhắn HỌC.'
    : `Bài của bạn:\n${lines.join('\n')}\nBạn gõ số để học tiếp:`;
}

export function courseLine({ title, lessons }: Course, finished: number, certificate: Certificate | null): string {
  const code = certificate === null ? '' : `, giấy chứng nhận ${certificate.code}`;
  return `- ${title}: xong ${finished}/${lessons.length} bài${code}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
