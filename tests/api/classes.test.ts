import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Right } from '../../bot-server/src/ports/rights.ts';
import { type MovingClock, movingClock } from '../fakes/moving-clock.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const [GROUP, OTHER_GROUP] = ['trinh-dien-1', 'trinh-dien-2'];

let server: TestServer;
let clock: MovingClock;
let ward: string;
let otherWard: string;
const tokens = { official: '', leader: '', otherLeader: '', otherOfficial: '', lan: '', hung: '', mai: '' };

beforeAll(async () => {
  clock = movingClock('2026-11-21T08:00:00+07:00');
  server = await testServer({ DEMO: '1' }, { clock });
  [ward = '', otherWard = ''] = server.deps.index.wards().map(({ key }) => key);
});
afterAll(() => server.close());
beforeEach(async () => {
  tokens.official = await server.signIn('official', ward);
  tokens.otherOfficial = await server.signIn('official', otherWard);
  tokens.leader = await server.signIn('leader', ward, { group: GROUP });
  tokens.otherLeader = await server.signIn('leader', ward, { group: OTHER_GROUP });
  for (const name of ['lan', 'hung', 'mai'] as const) tokens[name] = await server.signIn('resident', ward);
});

type Who = keyof typeof tokens;
const call = (who: Who | null, method: string, path: string, body?: unknown) =>
  server.call(method, `/api/v1${path}`, { token: who && tokens[who], body });
const at = (ms: number) => new Date(clock.now().getTime() + ms).toISOString();
const wanted = (change: object = {}) => ({
  ...{ ward, group: null, course: null, title: 'Dùng VNeID', seats: 1 },
  ...{ place: 'Nhà văn hóa', teacher: 'Tổ công nghệ số' },
  ...{ starts_at: at(DAY), ends_at: at(DAY + 2 * HOUR) },
  ...change,
});
const open = async (change: object = {}, who: Who = 'official') =>
  (await call(who, 'POST', '/classes', wanted(change))).json.id as string;
const take = (who: Who, id: string, change: object = {}) =>
  call(who, 'POST', `/classes/${id}/place`, { called_name: 'bác Lan', group: null, age_band: null, ...change });
const ended = (reply: { status: number; json: { error?: { code: string } } }) => [reply.status, reply.json.error?.code];

describe('opening', () => {
  test('an official opens for the ward, and sees it as theirs to lead', async () => {
    const course = server.deps.library.courses[0];
    const reply = await call('official', 'POST', '/classes', wanted({ course: course?.id, title: ' Dùng VNeID ' }));
    expect(reply.json).toMatchObject({
      ...{ ward, group: null, title: 'Dùng VNeID', seats: 1, seats_left: 1, waiting: 0, state: 'open', demo: true },
      ...{ course: { id: course?.id, title: course?.title }, mine: null, may_lead: true, cancel_reason: null },
    });
    expect((await call('lan', 'GET', `/classes/${reply.json.id}`)).json).toMatchObject({ may_lead: false });
    expect((await call(null, 'GET', `/classes/${reply.json.id}`)).json).toMatchObject({ may_lead: false, mine: null });
  });

  test.each<[string, Who, object]>([
    ['a resident', 'lan', {}],
    ['a resident for a group', 'lan', { group: GROUP }],
    ['a leader for the whole ward', 'leader', {}],
    ['a leader for another group', 'leader', { group: OTHER_GROUP }],
    ['an official of another ward', 'otherOfficial', {}],
  ])('%s may not', async (_, who, change) => {
    expect(ended(await call(who, 'POST', '/classes', wanted(change)))).toEqual([403, 'not_allowed']);
  });

  test('a leader opens for the own group', async () => {
    const reply = await call('leader', 'POST', '/classes', wanted({ group: GROUP }));
    expect(reply.json).toMatchObject({ group: 'Tổ dân phố 1 (trình diễn)', may_lead: true });
  });

  test('a leader whose right was taken away may not any more, whatever the token says', async () => {
    const real = await testServer({}, { clock });
    const right: Right = { role: 'leader', ward, unit: null, group: GROUP, head: false };
    const { head: _, ...office } = right;
    const session = { subject: 'zalo:1', name: null, ...office, demo: false };
    const { token } = real.deps.sessions.issue(session);
    const { id } = await real.deps.classes.open({
      ...{ ward, group: GROUP, courseId: null, title: 'Lớp', place: 'Nhà', teacher: 'Tổ', seats: 1, demo: false },
      ...{ startsAt: clock.now().getTime() + DAY, endsAt: clock.now().getTime() + DAY + HOUR, openedBy: 'zalo:1' },
    });
    const roll = () => real.call('GET', `/api/v1/classes/${id}/roll`, { token });
    await real.deps.rights.give('zalo:1', right, 'x');
    expect((await roll()).status).toBe(200);
    await real.deps.rights.take('zalo:1');
    expect((await roll()).status).toBe(403);
    expect((await real.call('POST', `/api/v1/classes/${id}/cancel`, { token, body: { reason: 'xxx' } })).status).toBe(
      403,
    );
    expect((await real.call('GET', `/api/v1/classes/${id}`, { token })).json.may_lead).toBe(false);
    await real.close();
  });

  test.each<[string, () => object, number, string]>([
    ['in the past', () => ({ starts_at: at(-HOUR), ends_at: at(HOUR) }), 400, 'class_times'],
    ['ending before it begins', () => ({ ends_at: at(HOUR) }), 400, 'class_times'],
    ['longer than twelve hours', () => ({ ends_at: at(DAY + 12 * HOUR + 1) }), 400, 'class_times'],
    ['in two years', () => ({ starts_at: at(800 * DAY), ends_at: at(800 * DAY + HOUR) }), 400, 'class_times'],
    ['at no time', () => ({ starts_at: 'ngày mai' }), 400, 'class_times'],
    ['for a group that is none', () => ({ group: 'to-99' }), 404, 'unknown_group'],
    ['of a course that is none', () => ({ course: 'no-such' }), 404, 'not_found'],
    ['without seats', () => ({ seats: 0 }), 400, 'invalid_input'],
    ['in a ward that is none', () => ({ ward: 'no-such' }), 404, 'unknown_ward'],
  ])('a class %s is refused', async (_, change, status, code) => {
    expect(ended(await call('official', 'POST', '/classes', wanted(change())))).toEqual([status, code]);
  });

  test('the list has the ward’s coming classes, with a group its own beside, and no other ward’s', async () => {
    const [whole, group, other] = [
      await open(),
      await open({ group: GROUP }),
      await open({ ward: otherWard }, 'otherOfficial'),
    ];
    const ids = async (query: string) =>
      (await call('lan', 'GET', `/classes?${query}`)).json.classes.map(({ id }: { id: string }) => id);
    expect(await ids(`ward=${ward}`)).toEqual(expect.arrayContaining([whole, group]));
    expect(await ids(`ward=${ward}&group=${GROUP}`)).toEqual(expect.arrayContaining([whole, group]));
    expect(await ids(`ward=${ward}&group=${OTHER_GROUP}`)).not.toContain(group);
    expect(await ids(`ward=${ward}`)).not.toContain(other);
    clock.advance(2 * DAY);
    expect(await ids(`ward=${ward}`)).not.toContain(whole);
  });
});

test('a demonstration has classes to try, which say that they are made up, in every ward', async () => {
  const demo = await testServer();
  for (const { key } of demo.deps.index.wards()) {
    const { classes } = (await demo.call('GET', `/api/v1/classes?ward=${key}`)).json;
    expect(classes.map(({ state }: { state: string }) => state)).toEqual(['open', 'open']);
    for (const { title, demo: made } of classes)
      expect([title, made]).toEqual([expect.stringMatching(/\(mẫu\)$/), true]);
  }
  await demo.close();
});

describe('places', () => {
  test('a seat, the waiting list, moving up; asking again changes nothing', async () => {
    const id = await open();
    expect((await take('lan', id)).json.place).toEqual({ state: 'seated', position: null, attended: false });
    const full = await take('hung', id);
    expect(full.json).toMatchObject({ place: { state: 'waiting', position: 1 }, held: { state: 'full', waiting: 1 } });
    expect((await take('lan', id)).json.place.state).toBe('seated');
    const given = await call('lan', 'DELETE', `/classes/${id}/place`);
    expect(given.json).toMatchObject({ place: { state: 'given_up' }, held: { seats_left: 0, waiting: 0 } });
    expect((await call('hung', 'GET', `/classes/${id}`)).json.mine).toMatchObject({ state: 'seated' });
    expect(ended(await call('mai', 'DELETE', `/classes/${id}/place`))).toEqual([409, 'class_no_place']);
  });

  test('a name for the roll has no numbers of the person’s', async () => {
    const id = await open({ seats: 9 });
    expect(ended(await take('lan', id, { called_name: '0912 345 678' }))).toEqual([400, 'name_unreadable']);
    expect(ended(await take('lan', id, { called_name: '12345' }))).toEqual([400, 'name_unreadable']);
    expect(ended(await take('lan', id, { group: 'to-99' }))).toEqual([404, 'unknown_group']);
    expect((await take('lan', id, { called_name: 'bác Lan 0912345678  (hẻm 5)' })).status).toBe(200);
    const [place] = (await call('official', 'GET', `/classes/${id}/roll`)).json.places;
    expect(place.called_name).toBe('bác Lan (hẻm 5)');
  });

  test('nobody gets into a class that has begun or was cancelled; who leads it cancels once, with a reason', async () => {
    const begun = await open({ starts_at: at(MINUTE), ends_at: at(HOUR) });
    const cancelled = await open();
    expect((await call('otherLeader', 'POST', `/classes/${cancelled}/cancel`, { reason: 'xxx' })).status).toBe(403);
    const reply = await call('official', 'POST', `/classes/${cancelled}/cancel`, { reason: 'Mưa bão' });
    expect(reply.json).toMatchObject({ state: 'cancelled', cancel_reason: 'Mưa bão' });
    const again = await call('official', 'POST', `/classes/${cancelled}/cancel`, { reason: 'Khác' });
    expect(again.json.cancel_reason).toBe('Mưa bão');
    clock.advance(2 * MINUTE);
    expect(ended(await take('lan', begun))).toEqual([409, 'class_closed']);
    expect(ended(await take('lan', cancelled))).toEqual([409, 'class_closed']);
    clock.advance(2 * HOUR);
    expect(ended(await call('official', 'POST', `/classes/${begun}/cancel`, { reason: 'xxx' }))).toEqual([
      409,
      'class_over',
    ]);
  });
});

describe('attendance', () => {
  test.each<[string, Who]>([
    ['a resident', 'lan'],
    ['a leader of another group', 'otherLeader'],
    ['an official of another ward', 'otherOfficial'],
  ])('%s sees neither roll nor code', async (_, who) => {
    const id = await open({ group: GROUP, starts_at: at(MINUTE), ends_at: at(HOUR) });
    for (const path of ['roll', 'check-in-code'])
      expect((await call(who, 'GET', `/classes/${id}/${path}`)).status).toBe(403);
    expect((await call(who, 'POST', `/classes/${id}/attendance`, { places: [], present: true })).status).toBe(403);
    expect((await call('leader', 'GET', `/classes/${id}/roll`)).status).toBe(200);
  });

  test('by list: marked, marked again, and taken back; not a day before', async () => {
    const id = await open({ starts_at: at(DAY), ends_at: at(DAY + HOUR) });
    await take('lan', id);
    const [place] = (await call('official', 'GET', `/classes/${id}/roll`)).json.places;
    const mark = (present: boolean) =>
      call('official', 'POST', `/classes/${id}/attendance`, { places: [place.id], present });
    expect(ended(await mark(true))).toEqual([409, 'check_in_closed']);
    clock.advance(DAY);
    expect((await mark(true)).json.places).toMatchObject([{ id: place.id, attended: true }]);
    expect((await mark(true)).json.places).toMatchObject([{ attended: true }]);
    expect((await call('lan', 'GET', `/classes/${id}`)).json.mine.attended).toBe(true);
    expect((await mark(false)).json.places).toMatchObject([{ attended: false }]);
  });

  test('by code: this one and the one before, only around the class, only who has a place', async () => {
    const id = await open({ starts_at: at(HOUR), ends_at: at(2 * HOUR), seats: 5 });
    await take('lan', id);
    expect(ended(await call('official', 'GET', `/classes/${id}/check-in-code`))).toEqual([409, 'check_in_closed']);
    clock.advance(31 * MINUTE);
    const { json } = await call('official', 'GET', `/classes/${id}/check-in-code`);
    expect(json).toMatchObject({ code: expect.stringMatching(/^[2-9A-HJKMNP-Z]{6}$/), address: null });
    expect(Date.parse(json.valid_until) - clock.now().getTime()).toBeLessThanOrEqual(5 * MINUTE);
    const check = (who: Who, code: string) => call(who, 'POST', `/classes/${id}/check-in`, { code });
    expect(ended(await check('lan', 'AAAAAA'))).toEqual([409, 'check_in_wrong']);
    expect(ended(await check('hung', json.code))).toEqual([409, 'class_no_place']);
    clock.advance(5 * MINUTE);
    expect((await check('lan', json.code.toLowerCase())).json.place.attended).toBe(true);
    expect((await check('lan', json.code)).status).toBe(200);
    clock.advance(5 * MINUTE);
    expect(ended(await check('lan', json.code))).toEqual([409, 'check_in_wrong']);
    const later = (await call('official', 'GET', `/classes/${id}/check-in-code`)).json.code;
    expect(later).not.toBe(json.code);
    clock.advance(3 * HOUR);
    expect(ended(await check('lan', later))).toEqual([409, 'check_in_closed']);
  });
});

describe('counts', () => {
  test('people once, with how they are counted and the plan’s targets beside; not for residents or other wards', async () => {
    const counted = await server.deps.classes.open({
      ...{
        ward,
        group: null,
        courseId: null,
        title: 'Lớp',
        place: 'Nhà',
        teacher: 'Tổ',
        seats: 9,
        openedBy: 'x',
        demo: false,
      },
      ...{ startsAt: clock.now().getTime() + MINUTE, endsAt: clock.now().getTime() + HOUR },
    });
    await take('lan', counted.id, { group: GROUP, age_band: '60_up' });
    await take('hung', counted.id);
    const ids = (await server.deps.classes.places(counted.id)).map(({ id }) => id);
    await server.deps.classes.attend(counted.id, ids, true, clock.now().getTime());
    const get = (who: Who, query = '') => call(who, 'GET', `/learning-counts?ward=${ward}${query}`);
    const { json } = await get('official');
    expect(json).toMatchObject({
      ward,
      people: 2,
      attendances: 2,
      certified: 0,
      definition: expect.stringMatching(/mỗi người đếm một lần/),
    });
    expect(json.by_group).toEqual(
      expect.arrayContaining([
        { group: 'Tổ dân phố 1 (trình diễn)', people: 1 },
        { group: 'Chưa cho biết tổ dân phố', people: 1 },
      ]),
    );
    expect(json.by_age_band).toEqual(expect.arrayContaining([{ age_band: '60_up', people: 1 }]));
    expect((await get('official', '&from=2020-01-01&until=2020-12-31')).json).toMatchObject({
      people: 0,
      attendances: 0,
    });
    expect((await get('official', '&from=hôm-qua')).status).toBe(400);
    expect([(await get('leader')).status, (await get('lan')).status, (await get('otherOfficial')).status]).toEqual([
      200, 403, 403,
    ]);
  });

  test('the targets named are the plans’ own, and only those that speak of digital skills', async () => {
    const named: string[] = [];
    for (const { key } of server.deps.index.wards()) {
      const token = await server.signIn('official', key);
      const { json } = await server.call('GET', `/api/v1/learning-counts?ward=${key}`, { token });
      const printed = server.deps.index
        .ward(key)
        ?.documents.flatMap(({ plan }) => plan.targets.map(({ name }) => name));
      for (const { name } of json.targets) expect(printed).toContain(name);
      named.push(...json.targets.map(({ name }: { name: string }) => name));
    }
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(name).toMatch(/số/);
  });
});

test('the log holds neither names nor codes', () => {
  expect(server.logged.join('\n')).not.toMatch(/bác Lan|Mưa bão/);
});
