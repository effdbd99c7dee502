import { everyone, ofWard, signedIn } from './expected.ts';
import type { Cases, World } from './world.ts';

/** Courses, classes, and what protects against scams. */
export const learningCases = (world: World): Cases => ({
  'get /api/v1/courses': { address: () => `/api/v1/courses?ward=${world.ward}`, expected: everyone(200) },
  'get /api/v1/courses/:id': {
    address: () => `/api/v1/courses/nhan-ra-lua-dao?ward=${world.ward}`,
    expected: everyone(200),
  },
  'post /api/v1/messages/check': {
    address: () => '/api/v1/messages/check',
    body: () => ({ text: 'Bấm vào link để nhận quà' }),
    expected: everyone(200),
  },
  'get /api/v1/scam-practice': { address: () => '/api/v1/scam-practice', expected: everyone(200) },
  'get /api/v1/learning': { address: () => '/api/v1/learning', expected: signedIn },
  'post /api/v1/learning/progress': {
    address: () => '/api/v1/learning/progress',
    body: () => ({ course: world.course.id, lesson: world.course.lessons[0]?.id, step: 0, finished: false }),
    expected: signedIn,
  },
  'post /api/v1/learning/quiz': {
    address: () => '/api/v1/learning/quiz',
    body: () => ({ id: 'lan-1', course: world.course.id, answers: world.course.quiz.map(({ right }) => right) }),
    expected: signedIn,
  },
  'post /api/v1/learning/certificates': {
    address: () => '/api/v1/learning/certificates',
    body: () => ({ ward: world.ward, course: world.course.id, name: 'Nguyễn Văn A' }),
    // Nobody has finished a lesson.
    expected: { ...everyone(409), anonymous: 401 },
  },
  'get /api/v1/certificates/:code': { address: () => `/api/v1/certificates/${world.code}`, expected: everyone(200) },
  'get /api/v1/classes': { address: () => `/api/v1/classes?ward=${world.ward}`, expected: everyone(200) },
  'get /api/v1/classes/:id': { address: () => `/api/v1/classes/${world.lesson}`, expected: everyone(200) },
  'post /api/v1/classes': {
    address: () => '/api/v1/classes',
    body: () => ({
      ...{
        ward: world.ward,
        group: null,
        course: null,
        title: 'Dùng VNeID',
        place: 'Nhà văn hóa',
        seats: 20,
        teacher: 'Tổ',
      },
      ...{ starts_at: world.inDays(2), ends_at: world.inDays(2.1) },
    }),
    expected: ofWard,
  },
  'post /api/v1/classes/:id/place': {
    address: () => `/api/v1/classes/${world.lesson}/place`,
    body: () => ({ called_name: 'bác Lan', group: null, age_band: '60_up' }),
    expected: signedIn,
  },
  'get /api/v1/classes/:id/roll': { address: () => `/api/v1/classes/${world.lesson}/roll`, expected: ofWard },
  'post /api/v1/classes/:id/attendance': {
    address: () => `/api/v1/classes/${world.lesson}/attendance`,
    body: () => ({ places: ['no-such'], present: true }),
    expected: ofWard,
  },
  'get /api/v1/classes/:id/check-in-code': {
    address: () => `/api/v1/classes/${world.lesson}/check-in-code`,
    expected: ofWard,
  },
  'post /api/v1/classes/:id/check-in': {
    address: () => `/api/v1/classes/${world.lesson}/check-in`,
    body: () => ({ code: 'AAAA' }),
    expected: { ...everyone(409), anonymous: 401 },
  },
  'delete /api/v1/classes/:id/place': { address: () => `/api/v1/classes/${world.lesson}/place`, expected: signedIn },
  'post /api/v1/classes/:id/cancel': {
    address: () => `/api/v1/classes/${world.lesson}/cancel`,
    body: () => ({ reason: 'Mưa bão' }),
    expected: ofWard,
  },
  'get /api/v1/learning-counts': {
    address: () => `/api/v1/learning-counts?ward=${world.ward}`,
    expected: { ...ofWard, leader: 200, 'leader of another group': 200 },
  },
});
