import { word } from '../../fakes/work-server.ts';
import { colleagues, everyone, officials, ofTask, ofWard, signedIn, standing } from './expected.ts';
import type { Cases, World } from './world.ts';

/** Officials’ work: tasks, targets, reports, obstacles. */
export const workCases = (world: World): Cases => ({
  'get /api/v1/work-notices': { address: () => '/api/v1/work-notices', expected: signedIn },
  'get /api/v1/reports': { address: () => `/api/v1/reports?ward=${world.ward}`, expected: everyone(200) },
  'get /api/v1/report-drafts': { address: () => `/api/v1/report-drafts?ward=${world.ward}`, expected: ofWard },
  'post /api/v1/report-drafts': {
    address: () => '/api/v1/report-drafts',
    body: () => ({ ward: world.ward, kind: 'yearly', period: '2025' }),
    expected: { ...standing, official: 201, admin: 201 },
  },
  'get /api/v1/report-drafts/:id': {
    address: () => `/api/v1/report-drafts/${world.reportDrafts[0]}`,
    expected: colleagues,
  },
  'patch /api/v1/report-drafts/:id': {
    address: () => `/api/v1/report-drafts/${world.reportDrafts[1]}`,
    body: () => ({ version: 1, sections: [{ id: 'next', text: 'x' }] }),
    // The draft made for this test has no sections.
    expected: { ...ofTask, official: 404, admin: 404 },
  },
  'post /api/v1/report-drafts/:id/redraft': {
    address: () => `/api/v1/report-drafts/${world.reportDrafts[2]}/redraft`,
    body: () => ({ version: 1 }),
    // The first press has made version 2 of it.
    expected: { ...ofTask, admin: 409 },
  },
  'post /api/v1/report-drafts/:id/state': {
    address: () => `/api/v1/report-drafts/${world.reportDrafts[3]}/state`,
    body: () => ({ version: 1, state: 'handed_in' }),
    expected: { ...ofTask, admin: 409 },
  },
  'get /api/v1/report-drafts/:id/versions': {
    address: () => `/api/v1/report-drafts/${world.reportDrafts[0]}/versions`,
    expected: colleagues,
  },
  'post /api/v1/report-drafts/:id/downloads': {
    address: () => `/api/v1/report-drafts/${world.reportDrafts[0]}/downloads`,
    body: () => ({ kind: 'docx' }),
    expected: colleagues,
  },
  'get /api/v1/work-proposals': { address: () => `/api/v1/work-proposals?ward=${world.ward}`, expected: standing },
  'get /api/v1/work': { address: () => `/api/v1/work?ward=${world.ward}`, expected: ofWard },
  'post /api/v1/work': {
    address: () => '/api/v1/work',
    body: () => ({ ward: world.ward, tasks: [{ document_id: world.ward, fact_id: 'III/1' }], targets: [] }),
    expected: { ...standing, official: 201, admin: 201 },
  },
  'get /api/v1/work/:id': { address: (id) => `/api/v1/work/${id}`, before: 'task', expected: colleagues },
  'patch /api/v1/work/:id': {
    address: (id) => `/api/v1/work/${id}`,
    before: 'task',
    body: () => ({ version: 1, title: 'Tên khác' }),
    expected: ofTask,
  },
  'post /api/v1/work/:id/split': {
    address: (id) => `/api/v1/work/${id}/split`,
    before: 'task',
    body: () => ({ version: 1, units: ['vhxh'] }),
    expected: ofTask,
  },
  'post /api/v1/work/:id/take': {
    address: (id) => `/api/v1/work/${id}/take`,
    before: 'task',
    body: () => ({ version: 1, take: true }),
    expected: ofTask,
  },
  'post /api/v1/work/:id/mute': {
    address: (id) => `/api/v1/work/${id}/mute`,
    before: 'task',
    body: () => ({ version: 1, until: null, reason: '' }),
    expected: ofTask,
  },
  'post /api/v1/work/:id/reports': {
    address: (id) => `/api/v1/work/${id}/reports`,
    before: 'task',
    body: () => word(world.newId()),
    expected: { ...ofTask, official: 201, admin: 201 },
  },
  'post /api/v1/work/:id/reports/:report/decision': {
    address: (id) => `/api/v1/work/${id}/decision`,
    before: 'report',
    body: () => ({ version: 1, confirm: true, note: null }),
    expected: ofTask,
  },
  'post /api/v1/work-supersede': {
    address: () => '/api/v1/work-supersede',
    body: () => ({ ward: world.ward, older: world.ward, newer: world.ward }),
    // Whoever may say it is told that a plan does not take its own place.
    expected: { ...standing, official: 400, admin: 400 },
  },
  'get /api/v1/work-targets': { address: () => `/api/v1/work-targets?ward=${world.ward}`, expected: ofWard },
  'post /api/v1/work-targets/:id/values': {
    address: (id) => `/api/v1/work-targets/${id}/values`,
    before: 'target',
    body: () => ({ key: world.newId(), period: '2025-Q3', value: '80%', source: 'Cổng DVC', note: '' }),
    expected: { ...ofTask, official: 201, admin: 201 },
  },
  'post /api/v1/work-targets/:id/values/:value/decision': {
    address: (id) => `/api/v1/work-targets/${id}/decision`,
    before: 'value',
    body: () => ({ confirm: true, note: null }),
    expected: ofTask,
  },
  'get /api/v1/obstacles': { address: () => `/api/v1/obstacles?ward=${world.ward}`, expected: signedIn },
  'post /api/v1/obstacles': {
    address: () => '/api/v1/obstacles',
    body: () => ({ ward: world.ward, key: world.newId(), kind: 'obstacle', title: 'Thiếu máy', body: 'Hỏng.' }),
    // A proposal is everybody's: tests/api/obstacles.test.ts.
    expected: { ...ofWard, ...officials(201) },
  },
  'get /api/v1/obstacles/:id': {
    address: (id) => `/api/v1/obstacles/${id}`,
    before: 'obstacle',
    expected: colleagues,
  },
  'post /api/v1/obstacles/:id/acts': {
    address: (id) => `/api/v1/obstacles/${id}/acts`,
    before: 'obstacle',
    body: () => ({ act: 'answer', version: 1, answer: 'Đã có máy mới.' }),
    expected: ofTask,
  },
  'post /api/v1/obstacles/:id/letter': {
    address: (id) => `/api/v1/obstacles/${id}/letter`,
    before: 'obstacle',
    body: () => ({}),
    expected: ofTask,
  },
  'get /api/v1/board': { address: () => `/api/v1/board?ward=${world.ward}`, expected: everyone(200) },
  'get /api/v1/dashboard': { address: () => `/api/v1/dashboard?ward=${world.ward}`, expected: ofWard },
});
