import type { Course } from '@phuong-so/shared/domain/library';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../bot-server/src/api/routes.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
let ward: string;
let otherWard: string;
let plan: string;
let passage: string;
let announcement: string;
let lesson: string;
const now = () => server.deps.clock.now().getTime();
const inDays = (days: number) => new Date(now() + days * 86_400_000).toISOString();
let course: Course;
let code: string;
const tokens: Record<string, string | null> = { anonymous: null };

beforeAll(async () => {
  server = await testServer();
  [ward = '', otherWard = ''] = server.deps.index.wards().map(({ key }) => key);
  const document = server.deps.index.ward(ward)?.documents[0];
  plan = `/api/v1/plans/${ward}/${document?.documentId}`;
  passage = `${plan}/sections/${document?.plan.sections[0]?.id}`;
  const held = { ward, group: null, courseId: null, title: 'Lớp', place: 'Nhà văn hóa', seats: 500, teacher: 'Tổ' };
  const times = { startsAt: now() + 600_000, endsAt: now() + 7_200_000 };
  lesson = (await server.deps.classes.open({ ...held, ...times, openedBy: 'x', demo: true })).id;
  announcement = (await server.deps.announcements.recent(ward, 1))[0]?.id ?? '';
  course = server.deps.library.courses[0]!;
  const wanted = { courseId: course.id, ward, name: 'Bà Năm', at: 0 };
  code = (await server.deps.learning.certify(['demo:somebody'], wanted)).code;
  for (const persona of ['resident', 'leader', 'official', 'admin'])
    tokens[persona] = await server.signIn(persona, ward);
  tokens['official of another ward'] = await server.signIn('official', otherWard);
  tokens.forged = `${tokens.admin?.split('.')[0]}.AAAA`;
});
afterAll(() => server.close());

const ROLES = ['anonymous', 'resident', 'leader', 'official', 'admin', 'official of another ward', 'forged'] as const;
type Expected = Record<(typeof ROLES)[number], number>;
const everyone = (status: number): Expected => ({
  ...(Object.fromEntries(ROLES.map((role) => [role, status])) as Expected),
  forged: 401,
});
const signedIn: Expected = { ...everyone(200), anonymous: 401 };
/** A leader without a group of their own leads no class. */
const ofWard: Expected = { ...everyone(403), anonymous: 401, official: 200, admin: 200 };

/** Every route, with a request that is right in all but who makes it. */
const CASES: Record<string, { address: () => string; body?: () => unknown; expected: Expected }> = {
  'post /api/v1/ask': {
    address: () => '/api/v1/ask',
    body: () => ({ ward, question: 'Ai ký kế hoạch?' }),
    expected: everyone(200),
  },
  'get /api/v1/wards': { address: () => '/api/v1/wards', expected: everyone(200) },
  'get /api/v1/home': { address: () => `/api/v1/home?ward=${ward}`, expected: everyone(200) },
  'get /api/v1/plans': { address: () => `/api/v1/plans?ward=${ward}`, expected: everyone(200) },
  'get /api/v1/plans/:ward/:documentId': { address: () => plan, expected: everyone(200) },
  'get /api/v1/plans/:ward/:documentId/sections/:sectionId': { address: () => passage, expected: everyone(200) },
  'get /api/v1/app': { address: () => '/api/v1/app', expected: everyone(200) },
  'get /api/v1/services': { address: () => `/api/v1/services?ward=${ward}`, expected: everyone(200) },
  'get /api/v1/services/:id': {
    address: () => `/api/v1/services/dang-ky-khai-sinh?ward=${ward}`,
    expected: everyone(200),
  },
  'get /api/v1/courses': { address: () => `/api/v1/courses?ward=${ward}`, expected: everyone(200) },
  'get /api/v1/courses/:id': { address: () => `/api/v1/courses/nhan-ra-lua-dao?ward=${ward}`, expected: everyone(200) },
  'post /api/v1/messages/check': {
    address: () => '/api/v1/messages/check',
    body: () => ({ text: 'Bấm vào link để nhận quà' }),
    expected: everyone(200),
  },
  'get /api/v1/scam-practice': { address: () => '/api/v1/scam-practice', expected: everyone(200) },
  'get /api/v1/learning': { address: () => '/api/v1/learning', expected: signedIn },
  'post /api/v1/learning/progress': {
    address: () => '/api/v1/learning/progress',
    body: () => ({ course: course.id, lesson: course.lessons[0]?.id, step: 0, finished: false }),
    expected: signedIn,
  },
  'post /api/v1/learning/quiz': {
    address: () => '/api/v1/learning/quiz',
    body: () => ({ id: 'lan-1', course: course.id, answers: course.quiz.map(({ right }) => right) }),
    expected: signedIn,
  },
  'post /api/v1/learning/certificates': {
    address: () => '/api/v1/learning/certificates',
    body: () => ({ ward, course: course.id, name: 'Nguyễn Văn A' }),
    // Nobody has finished a lesson.
    expected: { ...everyone(409), anonymous: 401 },
  },
  'get /api/v1/certificates/:code': { address: () => `/api/v1/certificates/${code}`, expected: everyone(200) },
  'get /api/v1/tasks': { address: () => `/api/v1/tasks?ward=${ward}`, expected: everyone(200) },
  'get /api/v1/targets': { address: () => `/api/v1/targets?ward=${ward}`, expected: everyone(200) },
  'post /api/v1/session': {
    address: () => '/api/v1/session',
    body: () => ({ accessToken: 'x' }),
    expected: everyone(503),
  },
  'post /api/v1/session/demo': {
    address: () => '/api/v1/session/demo',
    body: () => ({ persona: 'resident', ward }),
    expected: everyone(200),
  },
  'post /api/v1/session/renew': { address: () => '/api/v1/session/renew', expected: signedIn },
  'get /api/v1/me': { address: () => '/api/v1/me', expected: signedIn },
  'patch /api/v1/me': { address: () => '/api/v1/me', body: () => ({ ward }), expected: signedIn },
  'post /api/v1/me/link': {
    address: () => '/api/v1/me/link',
    body: () => ({ code: 'ABCD-EFGH' }),
    expected: { ...everyone(400), anonymous: 401 },
  },
  'get /api/v1/me/data': { address: () => '/api/v1/me/data', expected: signedIn },
  'post /api/v1/location': {
    address: () => '/api/v1/location',
    body: () => ({ token: 'x', accessToken: 'y' }),
    expected: { ...everyone(503), anonymous: 401 },
  },
  'delete /api/v1/me': { address: () => '/api/v1/me', expected: signedIn },
  'get /api/v1/classes': { address: () => `/api/v1/classes?ward=${ward}`, expected: everyone(200) },
  'get /api/v1/classes/:id': { address: () => `/api/v1/classes/${lesson}`, expected: everyone(200) },
  'post /api/v1/classes': {
    address: () => '/api/v1/classes',
    body: () => ({
      ...{ ward, group: null, course: null, title: 'Dùng VNeID', place: 'Nhà văn hóa', seats: 20, teacher: 'Tổ' },
      ...{ starts_at: inDays(2), ends_at: inDays(2.1) },
    }),
    expected: ofWard,
  },
  'post /api/v1/classes/:id/place': {
    address: () => `/api/v1/classes/${lesson}/place`,
    body: () => ({ called_name: 'bác Lan', group: null, age_band: '60_up' }),
    expected: signedIn,
  },
  'get /api/v1/classes/:id/roll': { address: () => `/api/v1/classes/${lesson}/roll`, expected: ofWard },
  'post /api/v1/classes/:id/attendance': {
    address: () => `/api/v1/classes/${lesson}/attendance`,
    body: () => ({ places: ['no-such'], present: true }),
    expected: ofWard,
  },
  'get /api/v1/classes/:id/check-in-code': {
    address: () => `/api/v1/classes/${lesson}/check-in-code`,
    expected: ofWard,
  },
  'post /api/v1/classes/:id/check-in': {
    address: () => `/api/v1/classes/${lesson}/check-in`,
    body: () => ({ code: 'AAAA' }),
    expected: { ...everyone(409), anonymous: 401 },
  },
  'delete /api/v1/classes/:id/place': { address: () => `/api/v1/classes/${lesson}/place`, expected: signedIn },
  'post /api/v1/classes/:id/cancel': {
    address: () => `/api/v1/classes/${lesson}/cancel`,
    body: () => ({ reason: 'Mưa bão' }),
    expected: ofWard,
  },
  'get /api/v1/learning-counts': {
    address: () => `/api/v1/learning-counts?ward=${ward}`,
    expected: { ...ofWard, leader: 200 },
  },
  'get /api/v1/announcements': { address: () => `/api/v1/announcements?ward=${ward}`, expected: everyone(200) },
  'post /api/v1/announcements/check': {
    address: () => '/api/v1/announcements/check',
    body: () => ({ ward, text: 'Mời họp tổ dân phố' }),
    expected: everyone(200),
  },
  'get /api/v1/announcements/:id': {
    address: () => `/api/v1/announcements/${announcement}?ward=${ward}`,
    expected: everyone(200),
  },
  'post /api/v1/announcements/:id/read': {
    address: () => `/api/v1/announcements/${announcement}/read`,
    expected: signedIn,
  },
};

test('the table of cases below covers every route', () => {
  expect(Object.keys(CASES).sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
});

describe.each(Object.entries(CASES))('%s', (name, { address, body, expected }) => {
  test.each(ROLES)('as %s', async (role) => {
    const method = name.split(' ')[0]?.toUpperCase() ?? '';
    const reply = await server.call(method, address(), { token: tokens[role] ?? null, body: body?.() });
    expect(reply.status, reply.text.slice(0, 300)).toBe(expected[role]);
    if (reply.status >= 400) expect(reply.json.error.message).toMatch(/\p{L}/u);
  });
});

describe('who is asking comes from the session alone', () => {
  const asked: unknown[] = [];
  let spied: TestServer;
  beforeAll(async () => {
    const answer = async (request: unknown) => {
      asked.push(request);
      return fixedAnswer;
    };
    spied = await testServer({ DEMO: '1' }, { answer });
  });
  afterAll(() => spied.close());

  async function askAs(token: string | null, body: object): Promise<unknown> {
    await spied.call('POST', '/api/v1/ask', { token, body: { ward, question: 'Việc của phòng tôi?', ...body } });
    return asked.pop();
  }

  test('a body that claims a role is asked as a resident', async () => {
    const claim = { role: 'official', unit: 'Phòng Kinh tế', persona: 'admin', session: { role: 'official' } };
    expect(await askAs(null, claim)).toMatchObject({ role: 'resident', unit: null });
    expect(await askAs(await spied.signIn('resident', ward), claim)).toMatchObject({ role: 'resident', unit: null });
  });

  test('an official asks as one in their own ward, and as a resident in another', async () => {
    const token = await spied.signIn('official', ward, { unit: 'Phòng Kinh tế' });
    expect(await askAs(token, {})).toMatchObject({ role: 'official', unit: 'Phòng Kinh tế' });
    expect(await askAs(token, { ward: otherWard })).toMatchObject({ ward: otherWard, role: 'resident', unit: null });
  });

  test('without a ward in the question, the session’s ward is meant', async () => {
    const token = await spied.signIn('leader', otherWard, { group: 'Tổ dân phố 5' });
    const request = await askAs(token, { ward: null });
    expect(request).toMatchObject({ ward: otherWard, role: 'leader', unit: 'Tổ dân phố 5' });
    const byId = await spied.signIn('leader', otherWard, { group: 'trinh-dien-2' });
    expect(await askAs(byId, { ward: null })).toMatchObject({ unit: 'Tổ dân phố 2 (trình diễn)' });
  });

  test('two people who choose the same conversation id do not share a conversation', async () => {
    const one = await askAs(await spied.signIn('resident', ward), { conversationId: 'c' });
    const two = await askAs(await spied.signIn('resident', ward), { conversationId: 'c' });
    const anonymous = await askAs(null, { conversationId: 'c' });
    expect(
      new Set([one, two, anonymous].map((request) => (request as { conversationId: string }).conversationId)).size,
    ).toBe(3);
  });
});

const fixedAnswer = {
  id: 'a1',
  outcome: 'smalltalk',
  text: 'Xin chào.',
  items: [],
  citations: [],
  suggestions: [],
  asOf: '2025-11-21',
  generated: false,
  tookMs: 1,
} as const;
