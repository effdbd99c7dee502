import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AnnouncingServer, announcingServer, GROUP, OTHER_GROUP } from '../fakes/announcing-server.ts';

const HOUR = 3_600_000;
let desk: AnnouncingServer;
beforeAll(async () => {
  desk = await announcingServer();
});
afterAll(() => desk.close());

const post = (who: string, id: string, step: string, body: object) =>
  desk.call(who, 'POST', `/broadcasts/${id}/${step}`, body);
const send = (who: string, { id, version }: { id: string; version: number }, key = `k ${id}`) =>
  post(who, id, 'send', { key, version });

describe('writing', () => {
  test('a leader writes as the own office; nobody sees it but the office and officials of the ward', async () => {
    const draft = await desk.draft({
      title: ' Họp tổ ',
      event: { starts_at: desk.at(48 * HOUR), place: 'Nhà văn hóa' },
    });
    expect(draft).toMatchObject({
      ...{ state: 'draft', title: 'Họp tổ', sender: 'Tổ trưởng tổ dân phố 5', version: 1, revision: 0, mine: true },
      ...{ groups: [{ id: GROUP }], code: expect.stringMatching(/^TB-[2-9A-Z]{5}$/), may_approve: false, demo: false },
    });
    const seen = async (who: string) => (await desk.call(who, 'GET', `/broadcasts/${draft.id}`)).status;
    expect(await seen('official')).toBe(200);
    for (const who of ['otherLeader', 'otherOfficial', 'lan']) expect(await seen(who), who).toBe(404);
    expect((await desk.call('otherLeader', 'GET', `/broadcasts?ward=${desk.ward}`)).json.broadcasts).toEqual([]);
    expect((await desk.call(null, 'GET', `/announcements?ward=${desk.ward}&group=${GROUP}`)).text).not.toContain(
      draft.code,
    );
  });

  test.each([
    ['a leader for another group', 'leader', { groups: [OTHER_GROUP] }],
    ['a leader for the own group and another', 'leader', { groups: [GROUP, OTHER_GROUP] }],
    ['a leader for the whole ward', 'leader', { groups: [] }],
    ['a resident', 'lan', {}],
    ['an official of another ward', 'otherOfficial', {}],
  ])('%s may not', async (_, who, change) => {
    const reply = await desk.call(who, 'POST', '/broadcasts', desk.body(change));
    expect(desk.ended(reply)).toEqual([403, 'announcement_not_your_audience']);
  });

  test.each([
    ['for a group that is none', { groups: ['to-99'] }, 404, 'unknown_group'],
    ['at no time', { send_at: 'ngày mai' }, 400, 'announcement_time_unreadable'],
    ['of an event at no time', { event: { starts_at: 'tối nay', place: null } }, 400, 'announcement_time_unreadable'],
    ['in two years', { send_at: '2028-12-01T08:00:00+07:00' }, 400, 'announcement_time_unreadable'],
    ['with a picture that is none', { attachment: 'no-such' }, 404, 'announcement_unknown_attachment'],
    ['as an emergency of another kind', { emergency_reason: 'Nước lên rất nhanh' }, 400, 'announcement_emergency_kind'],
    [
      'as an emergency that waits',
      { kind: 'urgent', emergency_reason: 'Nước lên rất nhanh', send_at: '2026-12-02T08:00:00+07:00' },
      400,
      'announcement_emergency_waits',
    ],
    ['with an emergency’s reason of one word', { kind: 'urgent', emergency_reason: 'Gấp' }, 400, 'invalid_input'],
    ['without a title', { title: '  ' }, 400, 'invalid_input'],
    ['in a ward that is none', { ward: 'no-such' }, 404, 'unknown_ward'],
  ])('%s is refused', async (_, change, status, code) => {
    expect(desk.ended(await desk.call('official', 'POST', '/broadcasts', desk.body(change)))).toEqual([status, code]);
  });

  test('a draft that is sent up twice at once with one key is one', async () => {
    const press = () => desk.call('leader', 'POST', '/broadcasts', desk.body({ key: 'press-1' }));
    const replies = await Promise.all([press(), press(), press()]);
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(replies.map(({ json }) => json.id)).size).toBe(1);
    const other = await desk.call(
      'otherLeader',
      'POST',
      '/broadcasts',
      desk.body({ key: 'press-1', groups: [OTHER_GROUP] }),
    );
    expect(other.json.id).not.toBe(replies[0]?.json.id);
  });

  test('the list is the own group’s for a leader, the ward’s for an official, by state, page by page', async () => {
    for (let count = 0; count < 22; count += 1) await desk.draft({ groups: [OTHER_GROUP] }, 'otherLeader');
    const first = (await desk.call('otherLeader', 'GET', `/broadcasts?ward=${desk.ward}`)).json;
    const rest = (await desk.call('otherLeader', 'GET', `/broadcasts?ward=${desk.ward}&cursor=${first.next_cursor}`))
      .json;
    const ids = [...first.broadcasts, ...rest.broadcasts].map(({ id }: { id: string }) => id);
    expect([ids.length, new Set(ids).size, rest.next_cursor]).toEqual([23, 23, null]);
    const drafts = (await desk.call('official', 'GET', `/broadcasts?ward=${desk.ward}&state=draft`)).json.broadcasts;
    expect(drafts.length).toBe(20);
    for (const who of ['lan', 'otherOfficial'])
      expect((await desk.call(who, 'GET', `/broadcasts?ward=${desk.ward}`)).status).toBe(403);
  });
});

describe('changing', () => {
  test('what is named changes; who changes an old version is told, and overwrites nothing', async () => {
    const draft = await desk.draft({ event: { starts_at: desk.at(48 * HOUR), place: 'Nhà văn hóa' } });
    const change = (body: object) => desk.call('leader', 'PATCH', `/broadcasts/${draft.id}`, body);
    const [one, two] = await Promise.all([
      change({ version: 1, title: 'Họp tổ tối thứ bảy' }),
      change({ version: 1, body: 'Lời khác hẳn.' }),
    ]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    const lost = one.status === 409 ? one : two;
    expect(lost.json.error).toMatchObject({ code: 'announcement_changed', message: expect.stringMatching(/tải lại/) });
    const now = await desk.one(draft.id);
    expect(now).toMatchObject({ version: 2, event: { place: 'Nhà văn hóa' } });
    expect([now.title === 'Họp tổ', now.body === 'Mời bà con đến họp.'].sort()).toEqual([false, true]);
    const moved = await change({ version: 2, groups: [OTHER_GROUP] });
    expect(desk.ended(moved)).toEqual([403, 'announcement_not_your_audience']);
  });

  test('another kind takes the emergency’s reason with it', async () => {
    const { id } = await desk.draft({ kind: 'urgent', emergency_reason: 'Nước lên rất nhanh' });
    const reply = await desk.call('leader', 'PATCH', `/broadcasts/${id}`, { version: 1, kind: 'general' });
    expect(reply.json).toMatchObject({ kind: 'general', emergency_reason: null });
  });

  test('what an official sends to one group is not its leader’s to word, approve or stop; once it is out they see it', async () => {
    const { id } = await desk.draft({ title: 'Từ phường' }, 'official');
    expect((await desk.call('leader', 'GET', `/broadcasts/${id}`)).status).toBe(404);
    await send('official', { id, version: 1 });
    await desk.advance();
    expect((await desk.call('leader', 'GET', `/broadcasts/${id}`)).json).toMatchObject({
      sender: 'Văn phòng',
      mine: false,
    });
    const correction = { key: 'c', title: 'Từ tổ', body: 'Lời của tổ trưởng.', event: null };
    expect((await post('leader', id, 'correction', correction)).status).toBe(403);
    expect((await post('leader', id, 'stop', { key: 's', version: 3 })).status).toBe(403);
  });
});

describe('sending', () => {
  test('two presses, two tabs, all at once: it is scheduled once, published once, one message to each person', async () => {
    await desk.live(GROUP ?? null, 'lan', 'hung');
    const draft = await desk.draft();
    const replies = await Promise.all([
      ...[send('leader', draft, 'tab one'), send('leader', draft, 'tab one'), send('leader', draft, 'tab two')],
      ...[send('leader', draft, 'tab one'), send('leader', draft, 'tab two')],
    ]);
    const codes = replies.map(({ status }) => status);
    expect(codes.filter((status) => status === 200).length).toBeGreaterThanOrEqual(2);
    expect(codes.every((status) => status === 200 || status === 409)).toBe(true);
    await Promise.all([desk.advance(), desk.advance()]);
    const acts = async () =>
      (await desk.call('leader', 'GET', `/broadcasts/${draft.id}/log`)).json.entries.map(
        ({ act }: { act: string }) => act,
      );
    expect(await acts()).toEqual(['written', 'scheduled', 'published', 'finished']);
    // The first press again, an hour later: what came of it, and nothing new.
    const [won] = replies.flatMap(({ status }, at) =>
      status === 200 ? ['tab one', 'tab one', 'tab two', 'tab one', 'tab two'][at] : [],
    );
    expect((await send('leader', draft, won)).json).toMatchObject({ id: draft.id, state: 'sent' });
    expect((await desk.call('leader', 'GET', `/broadcasts/${draft.id}/progress`)).json.people).toBe(2);
    const feed = (await desk.call('lan', 'GET', `/announcements?ward=${desk.ward}&group=${GROUP}`)).json.announcements;
    expect(feed.filter(({ code }: { code: string }) => code === draft.code)).toHaveLength(1);
  });

  test.each([
    ['a blank is left', { body: 'Mời họp tại [nơi họp…].' }, 'announcement_blank_left'],
    ['a dotted line is left', { body: 'Mời họp tại ........' }, 'announcement_blank_left'],
    [
      'the event is over',
      { event: { starts_at: '2026-11-30T08:00:00+07:00', place: null } },
      'announcement_event_past',
    ],
    [
      'it goes after the event has begun',
      {
        send_at: '2026-12-05T08:00:00+07:00',
        event: { starts_at: '2026-12-04T08:00:00+07:00', place: null },
      },
      'announcement_event_past',
    ],
    ['a person’s card number is in it', { body: 'Ông An, CCCD 001099012345.' }, 'announcement_papers_in_text'],
  ])('not while %s', async (_, change, code) => {
    const draft = await desk.draft(change);
    expect(desk.ended(await send('leader', draft))).toEqual([422, code]);
    expect((await desk.one(draft.id)).state).toBe('draft');
  });

  test('cancelled before it goes: it does not go; sent, it cannot be cancelled; stopped also with an old version in hand', async () => {
    const later = await desk.sent({ send_at: desk.at(HOUR) });
    expect((await post('leader', later.id, 'cancel', { key: 'c', version: later.version })).json.state).toBe(
      'cancelled',
    );
    expect((await post('leader', later.id, 'cancel', { key: 'c', version: 1 })).json.state).toBe('cancelled');
    expect(desk.ended(await send('leader', { id: later.id, version: later.version + 1 }, 'x'))).toEqual([
      ...[409, 'announcement_wrong_state'],
    ]);
    await desk.writers(3);
    const running = await desk.published({ groups: [] }, 'official');
    expect(desk.ended(await post('official', running.id, 'cancel', { key: 'c', version: 3 }))).toEqual([
      ...[409, 'announcement_wrong_state'],
    ]);
    expect(await desk.deliver(1)).toBe(1);
    expect((await post('official', running.id, 'stop', { key: 's', version: 1 })).json.state).toBe('stopped');
    expect(await desk.deliver()).toBe(0);
    const { channels } = (await desk.call('official', 'GET', `/broadcasts/${running.id}/progress`)).json;
    const oa = channels.find(({ channel }: { channel: string }) => channel === 'oa');
    expect(oa.reasons).toEqual(expect.arrayContaining([{ reason: 'stopped', count: 2 }]));
  });

  test('what a leader has scheduled does not go once the right is taken away; the token says nothing', async () => {
    const { deps } = desk.server;
    await deps.rights.give('zalo:mai', { role: 'leader', ward: desk.ward, unit: null, group: GROUP ?? null }, 'test');
    const later = await desk.sent({ send_at: desk.at(HOUR) }, 'mai');
    await deps.rights.take('zalo:mai');
    for (const path of ['', '/preview', '/log', '/progress', '/unreached', '/wrong-reports'])
      expect((await desk.call('mai', 'GET', `/broadcasts/${later.id}${path}`)).status, path).toBe(404);
    expect((await send('mai', later)).status).toBe(404);
    expect((await desk.call('mai', 'GET', `/broadcasts?ward=${desk.ward}`)).status).toBe(403);
    desk.clock.advance(2 * HOUR);
    await desk.advance();
    expect(await desk.one(later.id)).toMatchObject({
      state: 'cancelled',
      note: expect.stringContaining('không còn quyền'),
    });
    expect((await desk.call(null, 'GET', `/announcements/${later.id}?ward=${desk.ward}`)).status).toBe(404);
  });
});

test('a correction: pressed twice at once it is one; who had the first gets it marked; the feed says that it was corrected', async () => {
  await desk.live(GROUP ?? null, 'lan', 'hung');
  const one = await desk.published({ body: 'Họp lúc 19 giờ.' });
  const press = (key: string, body: string, version?: number) =>
    post('leader', one.id, 'correction', { key, title: 'Họp tổ', body, event: null, ...(version ? { version } : {}) });
  const twice = await Promise.all([press('c1', 'Họp lúc 20 giờ.'), press('c1', 'Họp lúc 20 giờ.')]);
  expect(twice.map(({ json }) => json.revision)).toEqual([1, 1]);
  expect(desk.ended(await press('c2', 'Họp lúc 21 giờ.', one.version))).toEqual([409, 'announcement_changed']);
  await desk.advance();
  const { json } = await desk.call('lan', 'GET', `/announcements/${one.id}?ward=${desk.ward}`);
  const before = { title: one.title, body: 'Họp lúc 19 giờ.', event: one.event };
  expect(json).toMatchObject({ code: one.code, body: 'Họp lúc 20 giờ.', corrected_at: expect.any(String), before });
  expect(desk.ended(await press('c3', 'Họp tại [nơi họp…].'))).toEqual([422, 'announcement_blank_left']);
});

test('the log of the server holds no words of announcements', () => {
  expect(desk.server.logged.join('\n')).not.toMatch(/Họp lúc|Mời bà con/);
});
