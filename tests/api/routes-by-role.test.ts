import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../bot-server/src/api/routes.ts';
import { newAttachment } from '../fakes/attachment-samples.ts';
import { LEADER, newBroadcast } from '../fakes/broadcast-samples.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';
import { announcingCases } from './route-cases/announcing.ts';
import { askingCases } from './route-cases/asking.ts';
import { ROLES, signedIn } from './route-cases/expected.ts';
import { learningCases } from './route-cases/learning.ts';
import { broadcastIn, MADE } from './route-cases/made.ts';
import { workCases } from './route-cases/work.ts';
import { type Cases, GROUP, type World } from './route-cases/world.ts';

let server: TestServer;
const OTHER_GROUP = 'trinh-dien-2';
const [STANDING_UNIT, OTHER_UNIT] = ['Phòng Văn hóa - Xã hội', 'Phòng Kinh tế, Hạ tầng và Đô thị'] as const;
const now = () => server.deps.clock.now().getTime();
const world = {
  reportDrafts: [] as string[],
  newId: () => server.deps.ids.next(),
  inDays: (days: number) => new Date(now() + days * 86_400_000).toISOString(),
} as World;
const tokens: Record<string, string | null> = { anonymous: null };

beforeAll(async () => {
  server = await testServer();
  const [ward = '', otherWard = ''] = server.deps.index.wards().map(({ key }) => key);
  world.ward = ward;
  const document = server.deps.index.ward(ward)?.documents[0];
  world.plan = `/api/v1/plans/${ward}/${document?.documentId}`;
  world.passage = `${world.plan}/sections/${document?.plan.sections[0]?.id}`;
  const held = { ward, group: null, courseId: null, title: 'Lớp', place: 'Nhà văn hóa', seats: 500, teacher: 'Tổ' };
  const times = { startsAt: now() + 600_000, endsAt: now() + 7_200_000 };
  world.lesson = (await server.deps.classes.open({ ...held, ...times, openedBy: 'x', demo: true })).id;
  world.announcement = (await server.deps.announcements.recent(ward, 1))[0]?.id ?? '';
  world.course = server.deps.library.courses[0]!;
  const wanted = { courseId: world.course.id, ward, name: 'Bà Năm', at: 0 };
  world.code = (await server.deps.learning.certify(['demo:somebody'], wanted)).code;
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
  world.published = (await broadcastIn({ server, ward }, 'published')).id;
  const file = await server.deps.attachments.keep(newAttachment({ ward, createdBy: 'x', demo: true }));
  world.attached = file?.id ?? '';
  const drafted = { ward, groups: [GROUP], sender: 'Tổ trưởng tổ dân phố 1 (trình diễn)', demo: true };
  await server.deps.announce.broadcasts.write(newBroadcast({ ...drafted, attachment: world.attached }), LEADER);
  const drafting = { ward, unit: null, kind: 'yearly', sections: [], demo: true } as const;
  const by = { subject: 'x', office: 'Phòng', at: 0 };
  for (const period of ['2021', '2022', '2023', '2024'])
    world.reportDrafts.push((await server.deps.reports.drafts.open({ ...drafting, period }, by)).id);
  tokens.forged = `${tokens.admin?.split('.')[0]}.AAAA`;
});
afterAll(() => server.close());

/** Every route, with a request that is right in all but who makes it. */
const CASES: Cases = {
  ...askingCases(world),
  ...learningCases(world),
  ...announcingCases(world),
  ...workCases(world),
  // The last: nobody is known afterwards.
  'delete /api/v1/me': { address: () => '/api/v1/me', expected: signedIn },
};

test('the tables of cases cover every route', () => {
  expect(Object.keys(CASES).sort()).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
});

describe.each(Object.entries(CASES))('%s', (name, { address, body, expected, before }) => {
  test.each(ROLES)('as %s', async (role) => {
    const method = name.split(' ')[0]?.toUpperCase() ?? '';
    const made = before === undefined ? '' : await MADE[before]({ server, ward: world.ward });
    const reply = await server.call(method, address(made), { token: tokens[role] ?? null, body: body?.() });
    expect(reply.status, reply.text.slice(0, 300)).toBe(expected[role]);
    if (reply.status >= 400) expect(reply.json.error.message).toMatch(/\p{L}/u);
  });
});
