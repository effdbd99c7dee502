import type { Course } from '@phuong-so/shared/domain/library';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../bot-server/src/api/routes.ts';
import { newAttachment, SMALL } from '../fakes/attachment-samples.ts';
import { LEADER, newBroadcast, taken } from '../fakes/broadcast-samples.ts';
import { newObstacle, RAISER } from '../fakes/obstacle-samples.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';
import { newItem, newReport, newTarget, newValue, provenance, UNIT } from '../fakes/work-samples.ts';
import { word } from '../fakes/work-server.ts';

let server: TestServer;
let ward: string;
let otherWard: string;
let plan: string;
let passage: string;
let announcement: string;
let published: string;
let lesson: string;
const [GROUP, OTHER_GROUP] = ['trinh-dien-1', 'trinh-dien-2'] as const;
const [STANDING_UNIT, OTHER_UNIT] = ['Phòng Văn hóa - Xã hội', 'Phòng Kinh tế, Hạ tầng và Đô thị'] as const;
const now = () => server.deps.clock.now().getTime();
const inDays = (days: number) => new Date(now() + days * 86_400_000).toISOString();
let course: Course;
let code: string;
let attached: string;
const reportDrafts: string[] = [];
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
  tokens.leader = await server.signIn('leader', ward, { group: GROUP });
  tokens['leader of another group'] = await server.signIn('leader', ward, { group: OTHER_GROUP });
  tokens.official = await server.signIn('official', ward, { unit: STANDING_UNIT });
  tokens['official of another unit'] = await server.signIn('official', ward, { unit: OTHER_UNIT });
  // The token of somebody whose right was taken away still says what it said.
  const right = { role: 'official', ward, unit: STANDING_UNIT, group: null } as const;
  await server.deps.people.meet('zalo:gone');
  tokens['removed official'] = server.deps.sessions.issue({
    subject: 'zalo:gone',
    name: null,
    ...right,
    demo: false,
  }).token;
  tokens['official of another ward'] = await server.signIn('official', otherWard);
  published = (await broadcastIn('published')).id;
  const file = await server.deps.attachments.keep(newAttachment({ ward, createdBy: 'x', demo: true }));
  attached = file?.id ?? '';
  const drafted = { ward, groups: [GROUP], sender: 'Tổ trưởng tổ dân phố 1 (trình diễn)', demo: true };
  await server.deps.announce.broadcasts.write(newBroadcast({ ...drafted, attachment: attached }), LEADER);
  const drafting = { ward, unit: null, kind: 'yearly', sections: [], demo: true } as const;
  const by = { subject: 'x', office: 'Phòng', at: 0 };
  for (const period of ['2021', '2022', '2023', '2024'])
    reportDrafts.push((await server.deps.reports.drafts.open({ ...drafting, period }, by)).id);
  tokens.forged = `${tokens.admin?.split('.')[0]}.AAAA`;
});
afterAll(() => server.close());

const ROLES = [
  ...(['anonymous', 'resident', 'leader', 'leader of another group', 'official', 'admin'] as const),
  ...(['official of another unit', 'official of another ward', 'removed official', 'forged'] as const),
] as const;
type Expected = Record<(typeof ROLES)[number], number>;
const everyone = (status: number): Expected => ({
  ...(Object.fromEntries(ROLES.map((role) => [role, status])) as Expected),
  forged: 401,
});
const officials = (status: number) => ({ official: status, 'official of another unit': status, admin: status });
const signedIn: Expected = { ...everyone(200), anonymous: 401 };
/** Of the leader's group: to others it is not there. */
const ofGroup: Expected = { ...everyone(404), anonymous: 401, leader: 200, ...officials(200) };
/** Who announces to anybody in the ward. */
const announcers: Expected = {
  ...ofGroup,
  resident: 403,
  'removed official': 403,
  'leader of another group': 200,
  'official of another ward': 403,
};
/** Classes of the whole ward are no leader's to lead. */
const ofWard: Expected = { ...everyone(403), anonymous: 401, ...officials(200) };

/** Proposals are the standing unit's alone; whoever runs the service counts as it. */
const standing: Expected = { ...ofWard, 'official of another unit': 403 };
/** A task is there for the officials of its ward alone, and its own unit's or the standing unit's to change. */
const colleagues: Expected = { ...everyone(404), anonymous: 401, ...officials(200) };
const ofTask: Expected = { ...colleagues, 'official of another unit': 403 };

interface Case {
  /** `id`: of what `before` has made for this request alone. */
  readonly address: (id: string) => string;
  readonly body?: () => unknown;
  readonly expected: Expected;
  readonly before?: keyof typeof MADE;
}

/** A broadcast of the leader's to the own group. */
async function broadcastIn(state: 'draft' | 'waiting' | 'published') {
  const { broadcasts } = server.deps.announce;
  const sender = 'Tổ trưởng tổ dân phố 1 (trình diễn)';
  const asks = { asks: 'attending', event: { startsAt: Date.now() + 86_400_000, place: null } } as const;
  const draft = await broadcasts.write(newBroadcast({ ward, groups: [GROUP], sender, demo: true, ...asks }), LEADER);
  if (state === 'draft') return draft;
  if (state === 'waiting')
    return taken(broadcasts, draft, { act: 'submitted', change: { state: 'awaiting_approval' } });
  const scheduled = await taken(broadcasts, draft, { act: 'scheduled', change: { state: 'scheduled' } });
  return taken(broadcasts, scheduled, { act: 'published', change: { state: 'sending' } });
}
/** A confirmed task that the standing unit leads. */
async function newTask() {
  const { work } = server.deps.work;
  const from = provenance({ documentId: ward, factId: server.deps.ids.next() });
  const [task] = await work.confirm([newItem({ ward, from, leads: ['vhxh'], coordinating: [], demo: true })], UNIT);
  return task!;
}

async function newTargetOf() {
  const { targets } = server.deps.work;
  const from = provenance({ documentId: ward, factId: server.deps.ids.next() });
  await targets.confirm([newTarget({ ward, from, leads: ['vhxh'], demo: true })]);
  return (await targets.list(ward)).find((one) => one.from.factId === from.factId)!;
}

/** What is made for one request alone: its part of the address. */
const MADE = {
  draft: async () => (await broadcastIn('draft')).id,
  waiting: async () => (await broadcastIn('waiting')).id,
  published: async () => (await broadcastIn('published')).id,
  /** An official's, so that to a resident it is not there. */
  async obstacle() {
    const raised = newObstacle({ ward, unit: 'vhxh', demo: true });
    return (await server.deps.board.obstacles.raise(raised, RAISER)).id;
  },
  task: async () => (await newTask()).id,
  async report() {
    const task = await newTask();
    const { id } = await server.deps.work.work.report(task, newReport(task.id, { unit: 'vhxh' }), UNIT);
    return `${task.id}/reports/${id}`;
  },
  target: async () => (await newTargetOf()).id,
  async value() {
    const target = await newTargetOf();
    const { id } = await server.deps.work.targets.enter(target, newValue(target.id), UNIT);
    return `${target.id}/values/${id}`;
  },
};
const press = () => ({ key: 'k', version: 1 });

/** Every route, with a request that is right in all but who makes it. */
const CASES: Record<string, Case> = {
  'post /api/v1/ask': {
    address: () => '/api/v1/ask',
    body: () => ({ ward, question: 'Ai ký kế hoạch?' }),
    expected: everyone(200),
  },
  'post /api/v1/ask/stream': {
    address: () => '/api/v1/ask/stream',
    body: () => ({ ward, question: 'Ai ký kế hoạch?' }),
    expected: everyone(200),
  },
  'post /api/v1/read-aloud': {
    address: () => '/api/v1/read-aloud',
    body: () => ({ token: 'nobody’s', part: 0 }),
    expected: everyone(404),
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
    expected: { ...ofWard, leader: 200, 'leader of another group': 200 },
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
  'post /api/v1/announcements/:id/answer': {
    address: () => `/api/v1/announcements/${published}/answer`,
    body: () => ({ ward, answer: 'yes', people: 2 }),
    expected: signedIn,
  },
  'post /api/v1/announcements/:id/wrong': {
    address: () => `/api/v1/announcements/${published}/wrong`,
    body: () => ({ ward, why: 'other' }),
    expected: { ...everyone(204), anonymous: 401 },
  },
  'get /api/v1/work-notices': { address: () => '/api/v1/work-notices', expected: signedIn },
  'get /api/v1/me/notices': { address: () => '/api/v1/me/notices', expected: signedIn },
  'put /api/v1/me/notices': {
    address: () => '/api/v1/me/notices',
    body: () => ({ muted: ['fee'], oa: true, mini_app: false }),
    expected: signedIn,
  },
  'get /api/v1/broadcasts': { address: () => `/api/v1/broadcasts?ward=${ward}`, expected: announcers },
  'post /api/v1/broadcasts': {
    address: () => '/api/v1/broadcasts',
    body: () => ({
      ...{ ward, groups: [GROUP], kind: 'general', title: 'Dọn vệ sinh', body: 'Mời bà con.', event: null },
      ...{ asks: 'none', send_at: null, repeat: 'none', emergency_reason: null, attachment: null },
    }),
    expected: { ...everyone(403), anonymous: 401, leader: 201, ...officials(201) },
  },
  'get /api/v1/broadcasts/:id': { address: () => `/api/v1/broadcasts/${published}`, expected: ofGroup },
  'patch /api/v1/broadcasts/:id': {
    address: (id) => `/api/v1/broadcasts/${id}`,
    before: 'draft',
    body: () => ({ version: 1, title: 'Tiêu đề khác' }),
    expected: ofGroup,
  },
  'get /api/v1/broadcasts/:id/log': { address: () => `/api/v1/broadcasts/${published}/log`, expected: ofGroup },
  'get /api/v1/broadcasts/:id/preview': { address: () => `/api/v1/broadcasts/${published}/preview`, expected: ofGroup },
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
    address: () => `/api/v1/broadcasts/${published}/progress`,
    expected: ofGroup,
  },
  'get /api/v1/broadcasts/:id/progress/stream': {
    address: (id) => `/api/v1/broadcasts/${id}/progress/stream`,
    before: 'draft',
    expected: ofGroup,
  },
  'get /api/v1/broadcasts/:id/unreached': {
    address: () => `/api/v1/broadcasts/${published}/unreached`,
    expected: ofGroup,
  },
  'get /api/v1/broadcasts/:id/wrong-reports': {
    address: () => `/api/v1/broadcasts/${published}/wrong-reports`,
    expected: ofGroup,
  },
  'get /api/v1/broadcasts/:id/handout': {
    address: () => `/api/v1/broadcasts/${published}/handout`,
    expected: ofGroup,
  },
  'post /api/v1/broadcasts/:id/downloads': {
    address: () => `/api/v1/broadcasts/${published}/downloads`,
    body: () => ({ kind: 'poster_png' }),
    expected: ofGroup,
  },
  'post /api/v1/attachments': {
    address: () => `/api/v1/attachments?ward=${ward}&name=x.png`,
    body: () => SMALL.png,
    expected: { ...announcers, leader: 201, 'leader of another group': 201, ...officials(201) },
  },
  // Of a draft of the leader's; once it is out, everybody reads it: tests/api/attachments.test.ts.
  'get /api/v1/attachments/:id': {
    address: () => `/api/v1/attachments/${attached}`,
    expected: { ...ofGroup, anonymous: 404 },
  },
  // Of what goes with a report of officials' work: tests/api/work-report.test.ts.
  'post /api/v1/attachments/:id/links': { address: () => `/api/v1/attachments/${attached}/links`, expected: ofGroup },
  'get /api/v1/broadcast-templates': {
    address: () => `/api/v1/broadcast-templates?ward=${ward}`,
    expected: announcers,
  },
  'get /api/v1/reports': { address: () => `/api/v1/reports?ward=${ward}`, expected: everyone(200) },
  'get /api/v1/report-drafts': { address: () => `/api/v1/report-drafts?ward=${ward}`, expected: ofWard },
  'post /api/v1/report-drafts': {
    address: () => '/api/v1/report-drafts',
    body: () => ({ ward, kind: 'yearly', period: '2025' }),
    expected: { ...standing, official: 201, admin: 201 },
  },
  'get /api/v1/report-drafts/:id': {
    address: () => `/api/v1/report-drafts/${reportDrafts[0]}`,
    expected: colleagues,
  },
  'patch /api/v1/report-drafts/:id': {
    address: () => `/api/v1/report-drafts/${reportDrafts[1]}`,
    body: () => ({ version: 1, sections: [{ id: 'next', text: 'x' }] }),
    // The draft made for this test has no sections.
    expected: { ...ofTask, official: 404, admin: 404 },
  },
  'post /api/v1/report-drafts/:id/redraft': {
    address: () => `/api/v1/report-drafts/${reportDrafts[2]}/redraft`,
    body: () => ({ version: 1 }),
    // The first press has made version 2 of it.
    expected: { ...ofTask, admin: 409 },
  },
  'post /api/v1/report-drafts/:id/state': {
    address: () => `/api/v1/report-drafts/${reportDrafts[3]}/state`,
    body: () => ({ version: 1, state: 'handed_in' }),
    expected: { ...ofTask, admin: 409 },
  },
  'get /api/v1/report-drafts/:id/versions': {
    address: () => `/api/v1/report-drafts/${reportDrafts[0]}/versions`,
    expected: colleagues,
  },
  'post /api/v1/report-drafts/:id/downloads': {
    address: () => `/api/v1/report-drafts/${reportDrafts[0]}/downloads`,
    body: () => ({ kind: 'docx' }),
    expected: colleagues,
  },
  'get /api/v1/reach': { address: () => `/api/v1/reach?ward=${ward}`, expected: ofWard },
  'get /api/v1/work-proposals': { address: () => `/api/v1/work-proposals?ward=${ward}`, expected: standing },
  'get /api/v1/work': { address: () => `/api/v1/work?ward=${ward}`, expected: ofWard },
  'post /api/v1/work': {
    address: () => '/api/v1/work',
    body: () => ({ ward, tasks: [{ document_id: ward, fact_id: 'III/1' }], targets: [] }),
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
    body: () => word(server.deps.ids.next()),
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
    body: () => ({ ward, older: ward, newer: ward }),
    // Whoever may say it is told that a plan does not take its own place.
    expected: { ...standing, official: 400, admin: 400 },
  },
  'get /api/v1/work-targets': { address: () => `/api/v1/work-targets?ward=${ward}`, expected: ofWard },
  'post /api/v1/work-targets/:id/values': {
    address: (id) => `/api/v1/work-targets/${id}/values`,
    before: 'target',
    body: () => ({ key: server.deps.ids.next(), period: '2025-Q3', value: '80%', source: 'Cổng DVC', note: '' }),
    expected: { ...ofTask, official: 201, admin: 201 },
  },
  'post /api/v1/work-targets/:id/values/:value/decision': {
    address: (id) => `/api/v1/work-targets/${id}/decision`,
    before: 'value',
    body: () => ({ confirm: true, note: null }),
    expected: ofTask,
  },
  'get /api/v1/obstacles': { address: () => `/api/v1/obstacles?ward=${ward}`, expected: signedIn },
  'post /api/v1/obstacles': {
    address: () => '/api/v1/obstacles',
    body: () => ({ ward, key: server.deps.ids.next(), kind: 'obstacle', title: 'Thiếu máy', body: 'Hỏng.' }),
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
  'get /api/v1/board': { address: () => `/api/v1/board?ward=${ward}`, expected: everyone(200) },
  'get /api/v1/dashboard': { address: () => `/api/v1/dashboard?ward=${ward}`, expected: ofWard },
  // The last: nobody is known afterwards.
  'delete /api/v1/me': { address: () => '/api/v1/me', expected: signedIn },
};

test('the table of cases below covers every route', () => {
  expect(Object.keys(CASES).sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
});

describe.each(Object.entries(CASES))('%s', (name, { address, body, expected, before }) => {
  test.each(ROLES)('as %s', async (role) => {
    const method = name.split(' ')[0]?.toUpperCase() ?? '';
    const made = before === undefined ? '' : await MADE[before]();
    const reply = await server.call(method, address(made), { token: tokens[role] ?? null, body: body?.() });
    expect(reply.status, reply.text.slice(0, 300)).toBe(expected[role]);
    if (reply.status >= 400) expect(reply.json.error.message).toMatch(/\p{L}/u);
  });
});
