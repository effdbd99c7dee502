import { SMALL } from '../../fakes/attachment-samples.ts';
import { announcers, everyone, officials, ofGroup, ofWard, signedIn } from './expected.ts';
import { type Cases, GROUP, type World } from './world.ts';

const press = () => ({ key: 'k', version: 1 });

/** Announcements, from the draft to what came back. */
export const announcingCases = (world: World): Cases => ({
  'get /api/v1/announcements': { address: () => `/api/v1/announcements?ward=${world.ward}`, expected: everyone(200) },
  'post /api/v1/announcements/check': {
    address: () => '/api/v1/announcements/check',
    body: () => ({ ward: world.ward, text: 'Mời họp tổ dân phố' }),
    expected: everyone(200),
  },
  'get /api/v1/announcements/:id': {
    address: () => `/api/v1/announcements/${world.announcement}?ward=${world.ward}`,
    expected: everyone(200),
  },
  'post /api/v1/announcements/:id/read': {
    address: () => `/api/v1/announcements/${world.announcement}/read`,
    expected: signedIn,
  },
  'post /api/v1/announcements/:id/answer': {
    address: () => `/api/v1/announcements/${world.published}/answer`,
    body: () => ({ ward: world.ward, answer: 'yes', people: 2 }),
    expected: signedIn,
  },
  'post /api/v1/announcements/:id/wrong': {
    address: () => `/api/v1/announcements/${world.published}/wrong`,
    body: () => ({ ward: world.ward, why: 'other' }),
    expected: { ...everyone(204), anonymous: 401 },
  },
  'get /api/v1/broadcasts': { address: () => `/api/v1/broadcasts?ward=${world.ward}`, expected: announcers },
  'post /api/v1/broadcasts': {
    address: () => '/api/v1/broadcasts',
    body: () => ({
      ...{ ward: world.ward, groups: [GROUP], kind: 'general', title: 'Dọn vệ sinh', body: 'Mời bà con.', event: null },
      ...{ asks: 'none', send_at: null, repeat: 'none', emergency_reason: null, attachment: null },
    }),
    expected: { ...everyone(403), anonymous: 401, leader: 201, ...officials(201) },
  },
  'get /api/v1/broadcasts/:id': { address: () => `/api/v1/broadcasts/${world.published}`, expected: ofGroup },
  'patch /api/v1/broadcasts/:id': {
    address: (id) => `/api/v1/broadcasts/${id}`,
    before: 'draft',
    body: () => ({ version: 1, title: 'Tiêu đề khác' }),
    expected: ofGroup,
  },
  'get /api/v1/broadcasts/:id/log': { address: () => `/api/v1/broadcasts/${world.published}/log`, expected: ofGroup },
  'get /api/v1/broadcasts/:id/preview': {
    address: () => `/api/v1/broadcasts/${world.published}/preview`,
    expected: ofGroup,
  },
  'post /api/v1/broadcasts/:id/send': {
    address: (id) => `/api/v1/broadcasts/${id}/send`,
    before: 'draft',
    body: press,
    expected: ofGroup,
  },
  'post /api/v1/broadcasts/:id/stop': {
    address: (id) => `/api/v1/broadcasts/${id}/stop`,
    before: 'published',
    body: press,
    expected: ofGroup,
  },
  'post /api/v1/broadcasts/:id/cancel': {
    address: (id) => `/api/v1/broadcasts/${id}/cancel`,
    before: 'draft',
    body: press,
    expected: ofGroup,
  },
  'post /api/v1/broadcasts/:id/decision': {
    address: (id) => `/api/v1/broadcasts/${id}/decision`,
    before: 'waiting',
    body: () => ({ version: 2, approve: true, note: null }),
    expected: { ...ofGroup, leader: 403 },
  },
  'post /api/v1/broadcasts/:id/correction': {
    address: (id) => `/api/v1/broadcasts/${id}/correction`,
    before: 'published',
    body: () => ({ key: 'k', title: 'Họp tổ', body: 'Dời sang 20 giờ.', event: null }),
    // The demonstration's wards approve what leaders send, and so do not let them correct it alone.
    expected: { ...ofGroup, leader: 403 },
  },
  'get /api/v1/broadcasts/:id/progress': {
    address: () => `/api/v1/broadcasts/${world.published}/progress`,
    expected: ofGroup,
  },
  'get /api/v1/broadcasts/:id/progress/stream': {
    address: (id) => `/api/v1/broadcasts/${id}/progress/stream`,
    before: 'draft',
    expected: ofGroup,
  },
  'get /api/v1/broadcasts/:id/unreached': {
    address: () => `/api/v1/broadcasts/${world.published}/unreached`,
    expected: ofGroup,
  },
  'get /api/v1/broadcasts/:id/wrong-reports': {
    address: () => `/api/v1/broadcasts/${world.published}/wrong-reports`,
    expected: ofGroup,
  },
  'get /api/v1/broadcasts/:id/handout': {
    address: () => `/api/v1/broadcasts/${world.published}/handout`,
    expected: ofGroup,
  },
  'post /api/v1/broadcasts/:id/downloads': {
    address: () => `/api/v1/broadcasts/${world.published}/downloads`,
    body: () => ({ kind: 'poster_png' }),
    expected: ofGroup,
  },
  'post /api/v1/attachments': {
    address: () => `/api/v1/attachments?ward=${world.ward}&name=x.png`,
    body: () => SMALL.png,
    expected: { ...announcers, leader: 201, 'leader of another group': 201, ...officials(201) },
  },
  // Of a draft of the leader's; once it is out, everybody reads it: tests/api/attachments.test.ts.
  'get /api/v1/attachments/:id': {
    address: () => `/api/v1/attachments/${world.attached}`,
    expected: { ...ofGroup, anonymous: 404 },
  },
  // Of what goes with a report of officials' work: tests/api/work-report.test.ts.
  'post /api/v1/attachments/:id/links': {
    address: () => `/api/v1/attachments/${world.attached}/links`,
    expected: ofGroup,
  },
  'get /api/v1/broadcast-templates': {
    address: () => `/api/v1/broadcast-templates?ward=${world.ward}`,
    expected: announcers,
  },
  'get /api/v1/reach': { address: () => `/api/v1/reach?ward=${world.ward}`, expected: ofWard },
});
