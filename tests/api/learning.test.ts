import { certificateReply, learningReply, progressReply, quizReply } from '@phuong-so/shared/contracts/learning';
import type { Course } from '@phuong-so/shared/domain/library';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
let ward: string;
let course: Course;
let token: string;
beforeAll(async () => {
  server = await testServer();
  ward = server.deps.index.wards()[0]?.key ?? '';
  course = server.deps.library.courses.find(({ quiz }) => quiz.length === 5)!;
});
afterAll(() => server.close());
beforeEach(async () => {
  token = await server.signIn('resident', ward);
});

const post = (address: string, body: unknown) => server.call('POST', `/api/v1/learning/${address}`, { token, body });
const reach = (lesson: string, finished = true, step = 0) =>
  post('progress', { course: course.id, lesson, step, finished });
const right = () => course.quiz.map((question) => question.right);
const wrong = () => course.quiz.map((question) => (question.right === 0 ? 1 : 0));
const quiz = (id: string, answers: number[]) => post('quiz', { id, course: course.id, answers });
const certificate = (name = 'Nguyễn Văn Â') => post('certificates', { ward, course: course.id, name });

async function overview() {
  return learningReply.parse((await server.call('GET', '/api/v1/learning', { token })).json);
}

test('from nothing to the certificate: what was really done is what is told', async () => {
  const begun = await overview();
  expect(begun.courses.map((one) => one.course)).toEqual(server.deps.library.courses.map(({ id }) => id));
  expect([begun.level, begun.weeks_in_a_row]).toEqual(['Chưa học bài nào', 0]);
  const [first] = course.lessons;
  const noted = progressReply.parse((await reach(first?.id ?? '', false, 1)).json);
  expect(noted.resume).toEqual({ lesson: first?.id, step: 1 });
  expect((await certificate()).json.error.code).toBe('course_not_complete');
  for (const { id } of course.lessons) await reach(id);
  expect((await certificate()).json.error).toMatchObject({ message: expect.stringContaining('80 %') });
  const failed = quizReply.parse((await quiz('lan-1', wrong())).json);
  expect([failed.right, failed.total, failed.passed]).toEqual([0, 5, false]);
  expect((await certificate()).status).toBe(409);
  const [one, ...others] = right();
  const passed = quizReply.parse((await quiz('lan-2', [one === 0 ? 1 : 0, ...others])).json);
  expect(passed).toMatchObject({
    right: 4,
    passed: true,
    progress: { resume: null, quiz: { right: 4, passed: true } },
  });
  const given = certificateReply.parse((await certificate('  Nguyễn   Văn Â ')).json);
  expect(given).toMatchObject({ name: 'Nguyễn Văn Â', demo: true, course: { id: course.id, title: course.title } });
  expect(given.page).toBe(`/chung-nhan/${given.code}`);
  const own = (await overview()).courses.find((found) => found.course === course.id);
  expect(own?.certificate).toEqual({ code: given.code, issued_at: given.issued_at });
  expect((await overview()).level).toMatch(new RegExp(`đã xong ${course.lessons.length} bài`));
  const checked = await server.call('GET', `/api/v1/certificates/${given.code.toLowerCase().replace('-', '')}`);
  expect(certificateReply.parse(checked.json)).toEqual(given);
});

test('asked for twice at once there is one certificate, and another name later changes nothing', async () => {
  for (const { id } of course.lessons) await reach(id);
  await quiz('lan-1', right());
  const both = await Promise.all([certificate('Bà Năm'), certificate('Bà Năm')]);
  expect(new Set(both.map(({ json }) => json.code)).size).toBe(1);
  expect((await certificate('Ông Sáu')).json).toEqual(both[0]?.json);
});

test('an attempt that is sent again counts once, whatever its answers', async () => {
  const first = quizReply.parse((await quiz('lan-1', right())).json);
  expect((await quiz('lan-1', wrong())).json).toEqual(first);
  expect(await server.deps.learning.attempts([await subject()], course.id)).toHaveLength(1);
});

async function subject(): Promise<string> {
  return (await server.call('GET', '/api/v1/me', { token })).json.user.id;
}

test('one person’s learning is nobody else’s', async () => {
  await reach(course.lessons[0]?.id ?? '');
  const other = await server.signIn('resident', ward);
  const told = learningReply.parse((await server.call('GET', '/api/v1/learning', { token: other })).json);
  expect(told.level).toBe('Chưa học bài nào');
});

describe('what cannot be used gets a clear refusal', () => {
  test.each<
    [string, () => Promise<{ status: number; json: { error: { code: string; message: string } } }>, number, string]
  >([
    [
      'an unknown course',
      () => post('progress', { course: 'khong-co', lesson: 'a', step: 0, finished: true }),
      404,
      'unknown_course',
    ],
    ['an unknown lesson', () => reach('khong-co'), 404, 'unknown_lesson'],
    ['a step below zero', () => reach(course.lessons[0]?.id ?? '', false, -1), 400, 'invalid_input'],
    [
      'a quiz of an unknown course',
      () => post('quiz', { id: 'x', course: '__proto__', answers: [0] }),
      404,
      'unknown_course',
    ],
    ['too few answers', () => quiz('x', right().slice(1)), 422, 'quiz_not_answered'],
    [
      'an option that is not offered',
      () =>
        quiz(
          'x',
          right().map(() => 9),
        ),
      422,
      'quiz_not_answered',
    ],
    [
      'a flood of answers',
      () =>
        quiz(
          'x',
          Array.from({ length: 51 }, () => 0),
        ),
      400,
      'invalid_input',
    ],
    ['an attempt without an id', () => quiz('', right()), 400, 'invalid_input'],
    [
      'a certificate of an unknown course',
      () => post('certificates', { ward, course: 'khong-co', name: 'An Bình' }),
      404,
      'unknown_course',
    ],
    [
      'a certificate of an unknown ward',
      () => post('certificates', { ward: 'khong-co', course: course.id, name: 'An Bình' }),
      404,
      'unknown_ward',
    ],
    ['a name of one letter', () => certificate('A'), 400, 'invalid_input'],
  ])('%s', async (_, ask, status, code) => {
    const reply = await ask();
    expect([reply.status, reply.json.error.code]).toEqual([status, code]);
    expect(reply.json.error.message).toMatch(/\p{L}/u);
  });

  test('a name with a number in it', async () => {
    for (const { id } of course.lessons) await reach(id);
    await quiz('lan-1', right());
    for (const name of ['Nguyễn Văn A 0912345678', '<b>An</b>', '001099012345'])
      expect((await certificate(name)).json.error.code).toBe('name_unusable');
  });

  test.each(['CN-22222222', 'abcd', 'CN-2222222222222222', "CN-'%20or"])('no certificate: %s', async (code) => {
    const reply = await server.call('GET', `/api/v1/certificates/${code}`);
    expect([reply.status, reply.json.error.code]).toEqual([404, 'unknown_certificate']);
  });
});

test('a course may be learnt half in the chat: what is finished there is finished here, once both are joined', async () => {
  const { learning, linkCodes } = server.deps;
  const chat = { oaId: '100', userId: '7' };
  const [first, second] = course.lessons;
  await learning.advance('chat:100:7', { courseId: course.id, lessonId: first!.id, step: 2, finished: true, at: 5 });
  await reach(second?.id ?? '');
  expect((await overview()).courses.find((one) => one.course === course.id)?.resume?.lesson).toBe(first?.id);
  const { code } = await linkCodes.forChat(chat);
  expect((await server.call('POST', '/api/v1/me/link', { token, body: { code } })).status).toBe(200);
  const own = (await overview()).courses.find((one) => one.course === course.id);
  expect(own?.lessons.slice(0, 2)).toMatchObject([{ finished: true }, { finished: true }]);
});

test('an app that is still open does not bring back the learning of somebody who has erased themselves', async () => {
  await reach(course.lessons[0]?.id ?? '');
  const erased = await subject();
  expect((await server.call('DELETE', '/api/v1/me', { token })).status).toBe(200);
  const replies = [await reach(course.lessons[0]?.id ?? ''), await quiz('lan-1', right()), await certificate()];
  expect(replies.map(({ status, json }) => [status, json.error.code])).toEqual(
    replies.map(() => [401, 'session_invalid']),
  );
  expect(await server.deps.learning.progress([erased])).toEqual([]);
});
