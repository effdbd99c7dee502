import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AnnouncingServer, announcingServer, GROUP, OTHER_GROUP } from '../fakes/announcing-server.ts';

const HOUR = 3_600_000;
let desk: AnnouncingServer;
beforeEach(async () => {
  desk = await announcingServer();
  await desk.live(GROUP ?? null, 'lan', 'hung');
  await desk.live(OTHER_GROUP ?? null, 'mai');
});
afterEach(() => desk.close());

const answer = (who: string, id: string, given: object) =>
  desk.call(who, 'POST', `/announcements/${id}/answer`, { ward: desk.ward, ...given });
const wrong = (who: string, id: string, why: string) =>
  desk.call(who, 'POST', `/announcements/${id}/wrong`, { ward: desk.ward, why });
const read = async (who: string | null, id: string) =>
  (await desk.call(who, 'GET', `/announcements/${id}?ward=${desk.ward}`)).json;
const answers = async (id: string) => (await desk.call('official', 'GET', `/broadcasts/${id}/progress`)).json.answers;

describe('answers', () => {
  test('one tap; again, and from two places at once, replaces and never doubles it', async () => {
    const { id } = await desk.published({ asks: 'attending', event: { starts_at: desk.at(24 * HOUR), place: null } });
    expect(await read('lan', id)).toMatchObject({ asks: 'attending', my_answer: null, attachment: null, before: null });
    expect((await answer('lan', id, { answer: 'yes', people: 3 })).json).toEqual({ answer: 'yes', people: 3 });
    expect((await answer('hung', id, { answer: 'yes' })).json).toEqual({ answer: 'yes', people: 1 });
    expect(await answers(id)).toEqual([{ answer: 'yes', count: 2, people: 4 }]);
    await Promise.all([answer('lan', id, { answer: 'no', people: 5 }), answer('lan', id, { answer: 'no' })]);
    expect(await answers(id)).toEqual(
      expect.arrayContaining([
        { answer: 'yes', count: 1, people: 1 },
        { answer: 'no', count: 1, people: 0 },
      ]),
    );
    expect(await read('lan', id)).toMatchObject({ my_answer: { answer: 'no', people: 0 } });
    expect(await read('hung', id)).toMatchObject({ my_answer: { answer: 'yes', people: 1 } });
    expect(await read(null, id)).toMatchObject({ my_answer: null });
  });

  test('only what is asked, of whom it is for, until it begins', async () => {
    const plain = await desk.published();
    expect(desk.ended(await answer('lan', plain.id, { answer: 'yes' }))).toEqual([409, 'announcement_not_asked']);
    const { id } = await desk.published({ asks: 'attending', event: { starts_at: desk.at(HOUR), place: null } });
    expect(desk.ended(await answer('lan', id, { answer: 'read' }))).toEqual([400, 'announcement_answer_unfit']);
    expect(desk.ended(await answer('mai', id, { answer: 'yes' }))).toEqual([403, 'announcement_not_for_you']);
    expect((await answer('lan', id, { answer: 'yes', people: 0 })).status).toBe(400);
    expect((await answer('lan', id, { answer: 'yes', ward: desk.otherWard })).status).toBe(404);
    const draft = await desk.draft({ asks: 'attending' });
    expect((await answer('lan', draft.id, { answer: 'yes' })).status).toBe(404);
    desk.clock.advance(HOUR);
    expect(desk.ended(await answer('lan', id, { answer: 'yes' }))).toEqual([409, 'announcement_event_begun']);
    expect(await answers(id)).toEqual([]);
    const notice = await desk.published({ asks: 'confirm_read' });
    expect((await answer('lan', notice.id, { answer: 'read' })).json).toEqual({ answer: 'read', people: 1 });
    expect((await answer('lan', notice.id, { answer: 'yes' })).status).toBe(400);
  });
});

test('"tin này sai": counted by reason, once for each person, and nobody is named', async () => {
  const { id } = await desk.published();
  expect((await wrong('lan', id, 'suspicious')).status).toBe(204);
  expect((await wrong('lan', id, 'wrong_fact')).status).toBe(204);
  expect((await wrong('mai', id, 'not_for_me')).status).toBe(204);
  expect((await wrong('lan', id, 'bởi vì')).status).toBe(400);
  const { reports } = (await desk.call('leader', 'GET', `/broadcasts/${id}/wrong-reports`)).json;
  expect(reports).toEqual(
    expect.arrayContaining([
      { why: 'wrong_fact', people: 1 },
      { why: 'not_for_me', people: 1 },
    ]),
  );
  expect(reports).toHaveLength(2);
});

test('muted kinds are not sent, other kinds are; the choice is whole and replaces the one before', async () => {
  const put = (body: object) => desk.call('lan', 'PUT', '/me/notices', body);
  expect((await desk.call('lan', 'GET', '/me/notices')).json).toEqual({ muted: [], oa: true, mini_app: false });
  const chosen = { muted: ['meeting'], oa: true, mini_app: true };
  expect((await put({ ...chosen, muted: ['meeting', 'meeting'] })).json).toEqual(chosen);
  expect((await desk.call('lan', 'GET', '/me')).json.profile.notifications).toBe(true);
  const reasons = async (kind: string) => {
    const { id } = await desk.published({ kind });
    const { groups } = (await desk.call('leader', 'GET', `/broadcasts/${id}/unreached`)).json;
    return groups[0].reasons
      .map(({ reason, people }: { reason: string; people: number }) => `${reason} ${people}`)
      .sort();
  };
  expect(await reasons('meeting')).toEqual(['muted 1', 'not_linked 1']);
  expect(await reasons('general')).toEqual(['not_linked 2']);
  expect((await put({ muted: [], oa: false, mini_app: false })).json).toEqual({
    muted: [],
    oa: false,
    mini_app: false,
  });
  expect((await put({ muted: ['gì đó'], oa: true, mini_app: true })).status).toBe(400);
});

test('answers, reports, choices, drafts and deeds are in "my data", and gone with the person; what they sent stays as the office’s', async () => {
  const { id, code } = await desk.published({ asks: 'attending', title: 'Họp tổ cuối năm' }, 'leader');
  const draft = await desk.draft({ title: 'Bản nháp riêng' });
  await desk.live(GROUP ?? null, 'leader');
  await answer('leader', id, { answer: 'yes', people: 2 });
  await wrong('leader', id, 'other');
  await desk.call('leader', 'PUT', '/me/notices', { muted: ['fee'], oa: false, mini_app: false });
  const { records } = (await desk.call('leader', 'GET', '/me/data')).json;
  expect(records.map(({ what }: { what: string }) => what)).toEqual(
    expect.arrayContaining([
      ...['Câu trả lời của bạn cho thông báo', 'Thông báo bạn báo là sai', 'Loại thông báo bạn muốn nhận'],
      ...['Thông báo bạn đã soạn', 'Việc bạn đã làm với thông báo'],
    ]),
  );
  expect((await desk.call('leader', 'DELETE', '/me')).status).toBe(200);
  const { db, tables } = desk.state;
  for (const [name, table] of Object.entries(tables)) {
    expect(JSON.stringify(await db.select().from(table)), name).not.toContain('zalo:leader');
  }
  expect((await desk.call('official', 'GET', `/broadcasts/${draft.id}`)).status).toBe(404);
  expect(await read('lan', id)).toMatchObject({ code, sender: 'Tổ trưởng tổ dân phố 5' });
  // An app that is still open brings nobody back.
  expect((await answer('leader', id, { answer: 'yes' })).status).toBe(401);
  expect((await wrong('leader', id, 'other')).status).toBe(401);
  expect(await answers(id)).toEqual([]);
});
