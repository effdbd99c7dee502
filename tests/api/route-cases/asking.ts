import { everyone, signedIn } from './expected.ts';
import type { Cases, World } from './world.ts';

/** Asking, plans, services, sessions, and what is one’s own. */
export const askingCases = (world: World): Cases => ({
  'post /api/v1/ask': {
    address: () => '/api/v1/ask',
    body: () => ({ ward: world.ward, question: 'Ai ký kế hoạch?' }),
    expected: everyone(200),
  },
  'post /api/v1/ask/stream': {
    address: () => '/api/v1/ask/stream',
    body: () => ({ ward: world.ward, question: 'Ai ký kế hoạch?' }),
    expected: everyone(200),
  },
  'post /api/v1/read-aloud': {
    address: () => '/api/v1/read-aloud',
    body: () => ({ token: 'nobody’s', part: 0 }),
    expected: everyone(404),
  },
  'get /api/v1/wards': { address: () => '/api/v1/wards', expected: everyone(200) },
  'get /api/v1/home': { address: () => `/api/v1/home?ward=${world.ward}`, expected: everyone(200) },
  'get /api/v1/plans': { address: () => `/api/v1/plans?ward=${world.ward}`, expected: everyone(200) },
  'get /api/v1/plans/:ward/:documentId': { address: () => world.plan, expected: everyone(200) },
  'get /api/v1/plans/:ward/:documentId/sections/:sectionId': { address: () => world.passage, expected: everyone(200) },
  'get /api/v1/app': { address: () => '/api/v1/app', expected: everyone(200) },
  'get /api/v1/services': { address: () => `/api/v1/services?ward=${world.ward}`, expected: everyone(200) },
  'get /api/v1/services/:id': {
    address: () => `/api/v1/services/dang-ky-khai-sinh?ward=${world.ward}`,
    expected: everyone(200),
  },
  'get /api/v1/tasks': { address: () => `/api/v1/tasks?ward=${world.ward}`, expected: everyone(200) },
  'get /api/v1/targets': { address: () => `/api/v1/targets?ward=${world.ward}`, expected: everyone(200) },
  'post /api/v1/session': {
    address: () => '/api/v1/session',
    body: () => ({ accessToken: 'x' }),
    expected: everyone(503),
  },
  'post /api/v1/session/demo': {
    address: () => '/api/v1/session/demo',
    body: () => ({ persona: 'resident', ward: world.ward }),
    expected: everyone(200),
  },
  'post /api/v1/session/renew': { address: () => '/api/v1/session/renew', expected: signedIn },
  'get /api/v1/me': { address: () => '/api/v1/me', expected: signedIn },
  'patch /api/v1/me': { address: () => '/api/v1/me', body: () => ({ ward: world.ward }), expected: signedIn },
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
  'get /api/v1/me/notices': { address: () => '/api/v1/me/notices', expected: signedIn },
  'put /api/v1/me/notices': {
    address: () => '/api/v1/me/notices',
    body: () => ({ muted: ['fee'], oa: true, mini_app: false }),
    expected: signedIn,
  },
});
