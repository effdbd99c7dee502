import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { AnnouncementWords } from '../../bot-server/src/flows/announcement-words.ts';
import { type AnnouncingServer, announcingServer, GROUP, OA, OTHER_GROUP } from '../fakes/announcing-server.ts';

const HOUR = 3_600_000;
/** Where nobody lives and nothing waits. */
let empty: AnnouncingServer;
let desk: AnnouncingServer;
beforeAll(async () => {
  empty = await announcingServer();
  desk = empty;
});
afterAll(() => empty.close());

/** One of the test's own, for whatever moves the clock or has people. */
async function fresh(): Promise<void> {
  const own = await announcingServer();
  desk = own;
  onTestFinished(async () => {
    desk = empty;
    await own.close();
  });
}

async function preview(change: object = {}, who = 'leader') {
  const { id } = await desk.draft(change, who);
  const reply = await desk.call(who, 'GET', `/broadcasts/${id}/preview`);
  expect(reply.status, reply.text).toBe(200);
  return reply.json;
}
const peopleBy = ({ channels }: { channels: { channel: string; people: number }[] }) =>
  Object.fromEntries(channels.map(({ channel, people }) => [channel, people]));

test('the exact words, everybody once, and why nothing comes to the others: the sums are all people', async () => {
  await fresh();
  await desk.writers(1_500);
  await desk.live(GROUP ?? null, 'lan', 'hung');
  await desk.live(OTHER_GROUP ?? null, 'mai');
  const { clock, announce } = desk;
  // Of those who wrote, two want no meetings and one nothing at all.
  for (const person of ['person-0', 'person-1']) {
    await announce.wishes.choose(`chat:100:${person}`, { muted: ['meeting'], chat: true }, 0);
  }
  await announce.wishes.choose('chat:100:person-2', { muted: [], chat: false }, 0);
  const event = { starts_at: new Date(clock.now().getTime() + 24 * HOUR).toISOString(), place: 'Nhà văn hóa' };
  const json = await preview({ groups: [], event }, 'official');
  expect(json).toMatchObject({ people: 1_503, reached: 1_497, needs_approval: false, blocked: [] });
  expect(peopleBy(json)).toEqual({ feed: 3, oa: 1_497, mini_app: 0, gmf: 0, zbs: 0 });
  const reasons = json.unreached.map(({ reason, people }: { reason: string; people: number }) => `${reason} ${people}`);
  expect(reasons).toEqual(['not_linked 3', 'muted 2', 'no_consent 1']);
  for (const { explanation } of json.unreached) expect(explanation).toMatch(/^\p{Lu}.*\.$/u);
  const text = json.texts.find(({ channel }: { channel: string }) => channel === 'oa').text;
  expect(text).toMatch(
    /^Họp tổ\n\nMời bà con đến họp\.\n\nThời gian: 08:00 thứ tư 02\/12\/2026\nĐịa điểm: Nhà văn hóa\nNguồn: Văn phòng, phường/,
  );
  const sent = await desk.published({ groups: [], event }, 'official');
  desk.clock.advance(HOUR);
  const [claim] = await announce.deliveries.claim({
    oaId: OA,
    now: clock.now().getTime(),
    leaseMs: 1_000,
    limit: 1,
    emergenciesOnly: false,
  });
  if (claim === undefined) throw new Error('nothing is due');
  const told = await new AnnouncementWords(announce).of(claim);
  expect(told?.replace(sent.code, '')).toBe(text.replace(/TB-\w{5}/, ''));
  const { people, reached } = (await desk.call('official', 'GET', `/broadcasts/${sent.id}/progress`)).json;
  expect([people, reached]).toEqual([1_503, 0]);
});

describe('when', () => {
  const day = (iso: string) => new Date(Date.parse(iso) + 7 * HOUR).toISOString().slice(0, 16);

  test('in the evening it begins in the morning; an emergency at once', async () => {
    await fresh();
    desk.clock.advance(14.5 * HOUR);
    await desk.writers(1);
    const calm = await preview({ groups: [] }, 'official');
    expect(day(calm.begins_at)).toBe('2026-12-02T07:00');
    expect(calm.warnings).toContainEqual(expect.stringMatching(/Ngoài giờ gửi.*07:00 thứ tư 02\/12\/2026/));
    const urgent = await preview({ groups: [], kind: 'urgent', emergency_reason: 'Nước lên rất nhanh' }, 'official');
    expect(day(urgent.begins_at)).toBe('2026-12-01T22:30');
  });

  test('on Tết it waits until the holidays are over', async () => {
    await fresh();
    await desk.writers(1);
    const json = await preview({ groups: [], send_at: '2027-02-06T09:00:00+07:00' }, 'official');
    expect(day(json.begins_at)).toBe('2027-02-10T07:00');
  });

  test('at the pace of the account, after what waits already; too late for the event is said', async () => {
    await fresh();
    Object.assign(desk.announce, { perSecond: 0.5 });
    await desk.writers(1_800);
    const event = { starts_at: desk.at(HOUR), place: null };
    const first = await preview({ groups: [], event }, 'official');
    expect(Date.parse(first.ends_about) - Date.parse(first.begins_at)).toBe(1_799 * 2_000);
    expect(first.warnings.join()).not.toMatch(/quá muộn/);
    await desk.published({ groups: [] }, 'official');
    const second = await preview({ groups: [], event }, 'official');
    expect(Date.parse(second.ends_about) - Date.parse(second.begins_at)).toBe(3_599 * 2_000);
    expect(second.warnings).toContainEqual(expect.stringMatching(/quá muộn/));
  });
});

describe('warnings', () => {
  test.each([
    ['a link', { body: 'Bấm vào http://vidu.top/qua để nhận quà.' }, /lừa đảo/],
    ['a telephone number', { body: 'Hỏi bác Tư, số 0912 345 678.' }, /số điện thoại/],
    ['an account', { body: 'Nộp vào số tài khoản 0011223344556.' }, /số tài khoản/],
    ['three dots', { body: 'Mang theo giấy tờ, bút…' }, /"…"/],
    ['a meeting without a time', {}, /thời gian/],
    ['nobody there', {}, /Chưa có ai/],
    ['"urgent" without a reason', { kind: 'urgent' }, /chưa ghi lý do/],
    ['a time that is over', { send_at: '2026-11-30T08:00:00+07:00' }, /Giờ hẹn gửi đã qua/],
  ])('of %s', async (_, change, wanted) => {
    const { warnings } = await preview(change);
    expect(warnings).toContainEqual(expect.stringMatching(wanted));
    for (const warning of warnings) expect(warning).toMatch(/^\p{Lu}.*\.$/u);
  });

  test('of what may cost the ward: those who wrote more than two days ago', async () => {
    await fresh();
    await desk.writers(3);
    desk.clock.advance(72 * HOUR);
    const { warnings, reached } = await preview({ groups: [] }, 'official');
    expect([reached, warnings.find((one: string) => one.includes('tính tiền'))]).toEqual([
      3,
      expect.stringMatching(/^3 tin/),
    ]);
  });

  test('what blocks it is said before the button is pressed', async () => {
    const { blocked } = await preview({ body: 'Họp tại [nơi họp…].' });
    expect(blocked).toEqual([expect.stringMatching(/chỗ trống/)]);
  });
});

test('it is the ward’s setting that says whether somebody must agree first', async () => {
  await fresh();
  desk.checkLeaders();
  expect((await preview()).needs_approval).toBe(true);
  expect((await preview({}, 'official')).needs_approval).toBe(false);
  expect((await preview({ kind: 'urgent', emergency_reason: 'Nước lên rất nhanh' })).needs_approval).toBe(false);
});

test('templates: as the file has them, for whoever announces; each stands in the way until it is filled in', async () => {
  const { templates } = (await desk.call('leader', 'GET', `/broadcast-templates?ward=${desk.ward}`)).json;
  expect(templates).toEqual(parse(readFileSync('data/announcement-templates.yaml', 'utf8')).templates);
  for (const who of ['lan', 'otherOfficial'])
    expect((await desk.call(who, 'GET', `/broadcast-templates?ward=${desk.ward}`)).status).toBe(403);
  for (const { name: _, id, ...words } of templates) {
    const { blocked } = await preview(words);
    expect(blocked, id).toEqual([expect.stringMatching(/chỗ trống/)]);
  }
});
