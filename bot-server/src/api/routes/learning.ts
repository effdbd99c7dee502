import {
  type CourseProgress,
  certificateBody,
  certificateParams,
  certificateReply,
  learningReply,
  progressBody,
  progressReply,
  quizBody,
  quizReply,
} from '@phuong-so/shared/contracts/learning';
import type { CourseStanding } from '@phuong-so/shared/domain/course-standing';
import type { Session } from '@phuong-so/shared/domain/session';
import { giveCertificate } from '../../learning/give-certificate.ts';
import { noteLesson } from '../../learning/note-lesson.ts';
import { readOverview } from '../../learning/read-standing.ts';
import { takeQuiz } from '../../learning/take-quiz.ts';
import { toCertificateReply } from '../certificate-address.ts';
import type { ApiDeps } from '../environment.ts';
import { Refusal } from '../problems.ts';
import { CHECKING, route } from '../route.ts';
import { requireSession } from '../sign-in.ts';
import { requireWard } from '../ward.ts';

export const learning = route({
  method: 'get',
  path: '/api/v1/learning',
  summary: 'Việc học của người đang đăng nhập: đã xong bài nào, học tiếp từ đâu, giấy chứng nhận nào đã có',
  access: 'signed_in',
  reply: learningReply,
  async handle({ session }, deps) {
    const { courses, level, weeksInARow } = await readOverview(deps, await learnerOf(deps, session));
    return { courses: courses.map(toProgress), level, weeks_in_a_row: weeksInARow };
  },
});

export const noteProgress = route({
  method: 'post',
  path: '/api/v1/learning/progress',
  summary: 'Ghi nhận đã học tới một bước, hoặc xong một bài; gửi lại cũng chỉ tính một lần',
  access: 'signed_in',
  body: progressBody,
  reply: progressReply,
  async handle({ body, session }, deps) {
    const { course: courseId, lesson: lessonId, step, finished } = body;
    const noted = await noteLesson(deps, await knownLearner(deps, session), { courseId, lessonId, step, finished });
    if (noted.kind !== 'noted') throw new Refusal(noted.kind);
    return toProgress(noted.standing);
  },
});

export const sendQuiz = route({
  method: 'post',
  path: '/api/v1/learning/quiz',
  summary: 'Gửi câu trả lời cho các câu hỏi ôn của một khóa học; cùng một "id" chỉ tính một lần',
  access: 'signed_in',
  body: quizBody,
  reply: quizReply,
  async handle({ body, session }, deps) {
    const { id, course: courseId, answers } = body;
    const taken = await takeQuiz(deps, await knownLearner(deps, session), { id, courseId, answers });
    if (taken.kind === 'wrong_answers') throw new Refusal('quiz_not_answered');
    if (taken.kind !== 'taken') throw new Refusal(taken.kind);
    return { ...taken.result, progress: toProgress(taken.standing) };
  },
});

export const giveMyCertificate = route({
  method: 'post',
  path: '/api/v1/learning/certificates',
  summary: 'Nhận giấy chứng nhận của một khóa học đã học xong; mỗi người một giấy cho mỗi khóa',
  access: 'signed_in',
  body: certificateBody,
  reply: certificateReply,
  async handle({ body, session }, deps) {
    const { course: courseId, name } = body;
    const ward = requireWard(deps, body.ward).key;
    const given = await giveCertificate(deps, await knownLearner(deps, session), { courseId, ward, name });
    switch (given.kind) {
      case 'given':
        return toCertificateReply(deps, given.certificate);
      case 'unknown_course':
        throw new Refusal('unknown_course');
      case 'unusable_name':
        throw new Refusal('name_unusable', { fields: ['name'] });
      case 'not_complete':
        throw new Refusal('course_not_complete');
    }
  },
});

export const certificate = route({
  method: 'get',
  path: '/api/v1/certificates/:code',
  summary: 'Kiểm tra một giấy chứng nhận bằng mã ghi trên giấy; ai cũng xem được',
  pace: CHECKING,
  params: certificateParams,
  reply: certificateReply,
  async handle({ params }, deps) {
    const found = await deps.learning.certificate(params.code);
    if (found === null) throw new Refusal('unknown_certificate');
    return toCertificateReply(deps, found);
  },
});

function learnerOf({ learning: store }: ApiDeps, session: Session | null) {
  return store.learnerOf(requireSession(session).subject);
}

/** An app that is still open must not bring back somebody who has erased themselves: they sign in anew. @throws Refusal */
async function knownLearner(deps: ApiDeps, session: Session | null) {
  if ((await deps.people.read(requireSession(session).subject)) === null) throw new Refusal('session_invalid');
  return learnerOf(deps, session);
}

function toProgress({ courseId, lessons, resume, quiz, certificate: given }: CourseStanding): CourseProgress {
  return {
    course: courseId,
    lessons: lessons.map((lesson) => ({ ...lesson })),
    resume: resume && { lesson: resume.lessonId, step: resume.step },
    quiz: quiz && { ...quiz },
    certificate: given && { code: given.code, issued_at: new Date(given.issuedAt).toISOString() },
  };
}
