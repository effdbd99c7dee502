import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newAttachment, SMALL } from '../fakes/attachment-samples.ts';
import { DAY, UNITS, WARD, type WorkServer, workServer } from '../fakes/work-server.ts';

let desk: WorkServer;
beforeEach(async () => {
  desk = await workServer();
});
afterEach(() => desk.close());

describe('reporting', () => {
  test('reported and confirmed stand apart; only what is confirmed ends a task', async () => {
    const item = await desk.kept('vhxh', 'Tháng 9/2025');
    const said = (await desk.report('vhxh', item, 'k', { state: 'done', percent: 100 })).json;
    expect(said.work).toMatchObject({ standing: 'overdue', reported: { state: 'done' }, confirmed: null, version: 1 });
    const [{ id: reportId }] = said.reports;
    expect(desk.ended(await desk.decide('ktht', item, reportId, { version: 1 }))).toEqual([403, 'work_forbidden']);
    const decided = (await desk.decide('vhxh', item, reportId, { version: 1 })).json;
    expect(decided.work).toMatchObject({ standing: 'done', confirmed: { state: 'done', percent: 100 }, version: 2 });
    expect(decided.reports).toMatchObject([{ state: 'confirmed', decided_at: desk.clock.now().toISOString() }]);
    expect(desk.ended(await desk.decide('vhxh', item, reportId, { version: 2 }))).toEqual([409, 'work_decided']);
  });

  test('given back it needs a reason, which the unit reads; an old version in hand decides nothing', async () => {
    const item = await desk.kept('kt-ht-dt', 'Thường xuyên');
    const [{ id: reportId }] = (await desk.report('ktht', item, 'k')).json.reports;
    const back = { version: 1, confirm: false };
    expect(desk.ended(await desk.decide('vhxh', item, reportId, back))).toEqual([400, 'work_note_needed']);
    await desk.patch('vhxh', item, { version: 1, title: 'Tên khác' });
    expect(desk.ended(await desk.decide('vhxh', item, reportId, { ...back, note: 'x y z' }))).toEqual([
      409,
      'work_changed',
    ]);
    const note = 'Thiếu biên bản, gọi 0912 345 678';
    expect((await desk.decide('vhxh', item, reportId, { ...back, version: 2, note })).status).toBe(200);
    const seen = await desk.one(item.id, 'ktht');
    expect(seen.reports).toMatchObject([{ state: 'returned', decision_note: 'Thiếu biên bản, gọi [số điện thoại]' }]);
    expect(seen.work).toMatchObject({ reported: null, standing: 'word_due' });
  });

  test('a coordinating unit gives its part, the lead confirms it, and the task itself says nothing else for it', async () => {
    const item = await desk.kept('kt-ht-dt', 'Thường xuyên', { edit: { coordinating: ['cong-an'] } });
    const part = (await desk.report('police', item, 'k', { state: 'done' })).json;
    expect(part.work).toMatchObject({ reported: null, may: ['report_part'] });
    expect(part.reports).toMatchObject([{ as: 'part', progress: { unit: { id: 'cong-an' } } }]);
    const decision = (who: string) => desk.decide(who, item, part.reports[0].id, { version: 1 });
    expect([(await decision('police')).status, (await decision('vhxh')).status]).toEqual([403, 403]);
    expect((await decision('ktht')).json).toMatchObject({
      reports: [{ state: 'confirmed' }],
      work: { confirmed: null },
    });
    expect(desk.ended(await desk.report('office', item, 'k'))).toEqual([403, 'work_forbidden']);
  });

  test('one press, sent twice at once, is one report', async () => {
    const item = await desk.kept('kt-ht-dt', 'Thường xuyên');
    const replies = await Promise.all([
      desk.report('ktht', item, 'k'),
      desk.report('ktht', item, 'k'),
      desk.report('ktht', item, 'k'),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await desk.one(item.id)).reports).toHaveLength(1);
    expect((await desk.one(item.id)).log.map(({ act }: { act: string }) => act)).toEqual([
      'confirmed_from_plan',
      'reported',
    ]);
  });

  test('the same key for another task is another press', async () => {
    const [one, other] = [await desk.kept('kt-ht-dt', 'Thường xuyên'), await desk.kept('vhxh', 'Tháng 9/2025')];
    await desk.patch('vhxh', other, { version: 1, leads: ['kt-ht-dt'] });
    for (const item of [one, other]) expect((await desk.report('ktht', item, 'k')).json.reports).toHaveLength(1);
  });

  test('a word in this quarter is a word, and in the next one is asked for anew', async () => {
    const item = await desk.kept('kt-ht-dt', 'Thường xuyên');
    await desk.report('ktht', item, 'k');
    expect((await desk.one(item.id)).work.standing).toBe('word_given');
    desk.clock.advance(45 * DAY);
    expect((await desk.one(item.id)).work.standing).toBe('word_due');
  });

  test('numbers of people are masked, evidence is an https address, a figure, or a file of the same ward', async () => {
    const item = await desk.kept('kt-ht-dt', 'Thường xuyên');
    const keep = async (ward: string) =>
      (await desk.server.deps.attachments.keep(newAttachment({ ward, createdBy: 'zalo:ktht' })))?.id ?? '';
    const [own, foreign] = [await keep(WARD), await keep('tran-lieu')];
    const evidence = (kind: string, value: string) => ({ evidence: [{ kind, title: 'CCCD 001099012345', value }] });
    const bad: [string, string, number, string][] = [
      ['link', 'http://example.gov.vn/a', 400, 'work_evidence_link'],
      ['link', 'javascript:alert(1)', 400, 'work_evidence_link'],
      ['link', 'https://a:b@example.gov.vn', 400, 'work_evidence_link'],
      ['file', foreign, 404, 'work_evidence_file'],
      ['file', 'no-such', 404, 'work_evidence_file'],
      ['figure', 'nhiều hộ', 400, 'work_evidence_figure'],
    ];
    for (const [kind, value, status, code] of bad)
      expect(desk.ended(await desk.report('ktht', item, `k ${kind} ${value}`, evidence(kind, value)))).toEqual([
        status,
        code,
      ]);
    for (const [kind, value] of [
      ['link', 'https://example.gov.vn/a?b=1'],
      ['file', own],
      ['figure', '120 hộ'],
    ] as const) {
      const note = 'Chị Lan 0912345678';
      const said = (await desk.report('ktht', item, kind, { ...evidence(kind, value), note })).json.work.reported;
      expect(said).toMatchObject({
        note: 'Chị Lan [số điện thoại]',
        evidence: [{ kind, value, title: 'CCCD [số giấy tờ]' }],
      });
    }
    const seen = await desk.server.call('GET', `/api/v1/attachments/${own}`, { token: desk.token('police') });
    expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, expect.stringContaining('no-store')]);
    for (const who of ['other', 'leader', 'resident'])
      expect((await desk.call(who, 'GET', `/attachments/${own}`)).status, who).toBe(404);
    expect(await desk.server.deps.attachments.prune(Number.MAX_SAFE_INTEGER)).toBe(1);
    expect((await desk.call('police', 'GET', `/attachments/${own}`)).status).toBe(200);
  });

  test('what was put up as evidence is opened by the officials of the ward and by nobody else', async () => {
    const item = await desk.kept('kt-ht-dt', 'Thường xuyên', { edit: { coordinating: ['cong-an'] } });
    await desk.official('removed', UNITS.vhxh);
    await desk.server.deps.rights.take('zalo:removed');
    const put = (who: string) =>
      desk.server.call('POST', `/api/v1/attachments?ward=${WARD}&name=le-ra-mat.png`, {
        body: SMALL.png,
        token: desk.token(who),
      });
    const { status, json: file } = await put('ktht');
    expect([status, file.kind, (await put('resident')).status]).toEqual([201, 'image', 403]);
    const link = (who: string) => desk.call(who, 'POST', `/attachments/${file.id}/links`);
    // Not reported yet: nobody else’s to see, and nobody else’s to name in a report.
    expect([(await link('police')).status, (await link('ktht')).status]).toEqual([404, 200]);
    const evidence = [{ kind: 'file', title: 'Ảnh lễ ra mắt', value: file.id }];
    expect(desk.ended(await desk.report('police', item, 'k', { evidence }))).toEqual([404, 'work_evidence_file']);
    expect((await desk.report('ktht', item, 'k', { evidence })).status).toBe(201);
    for (const who of ['vhxh', 'police', 'office']) {
      const { json } = await link(who);
      const opened = await desk.server.call('GET', json.url);
      expect([opened.status, opened.headers.get('content-type')], who).toEqual([200, 'image/png']);
      expect([opened.headers.get('content-disposition'), opened.headers.get('cache-control')]).toEqual([
        expect.stringContaining('inline; filename='),
        'private, no-store',
      ]);
    }
    for (const who of ['other', 'leader', 'resident', 'removed']) expect((await link(who)).status, who).toBe(404);
  });

  test('a count beyond its whole, and a word that says nothing, are asked for again', async () => {
    const item = await desk.kept('kt-ht-dt', 'Thường xuyên');
    const count = { value: 16, of: 15, what: 'lớp' };
    expect(desk.ended(await desk.report('ktht', item, 'a', { count }))).toEqual([400, 'work_count_beyond']);
    expect(desk.ended(await desk.report('ktht', item, 'b', { percent: null, note: '' }))).toEqual([
      400,
      'work_nothing_said',
    ]);
    expect((await desk.report('ktht', item, 'c', { state: 'done', percent: null, note: '' })).status).toBe(201);
  });

  test('of a collective lead each unit gives its part and the standing unit speaks for the whole', async () => {
    const item = await desk.kept('co-quan-chuyen-mon', 'Tháng 12/2025');
    const part = (await desk.report('office', item, 'k')).json.reports[0];
    expect(part.as).toBe('part');
    expect((await desk.decide('vhxh', item, part.id, { version: 1 })).json.reports[0].state).toBe('confirmed');
    expect((await desk.report('vhxh', item, 'k')).json.reports[1].as).toBe('lead');
  });
});

test('"Tôi phụ trách": taken by one, given back by the same or the standing unit; no history names a person', async () => {
  const item = await desk.kept('kt-ht-dt', 'Thường xuyên');
  const take = (who: string, version: number, take = true, label?: string) =>
    desk.call(who, 'POST', `/work/${item.id}/take`, { version, take, ...(label === undefined ? {} : { label }) });
  expect(desk.ended(await take('police', 1))).toEqual([403, 'work_forbidden']);
  expect((await take('ktht', 1, true, 'Chị Hoa')).json).toMatchObject({
    responsible: { label: 'Chị Hoa', is_me: true },
  });
  expect((await desk.one(item.id, 'police')).work.responsible).toEqual({ label: 'Chị Hoa', is_me: false });
  await desk.official('colleague', UNITS.ktht);
  expect(desk.ended(await take('colleague', 1))).toEqual([409, 'work_changed']);
  expect(desk.ended(await take('colleague', 2, false))).toEqual([403, 'work_forbidden']);
  expect((await take('ktht', 2, false)).json.responsible).toBeNull();
  expect((await take('ktht', 3)).json.responsible).toEqual({ label: UNITS.ktht, is_me: true });
  expect((await take('vhxh', 4, false)).json.responsible).toBeNull();
  expect(JSON.stringify((await desk.one(item.id)).log)).not.toContain('Hoa');
});

test('muted with a reason until a day, and not for ever', async () => {
  const item = await desk.kept('kt-ht-dt', 'Thường xuyên');
  const mute = (who: string, version: number, until: string | null, reason = 'chờ thành phố') =>
    desk.call(who, 'POST', `/work/${item.id}/mute`, { version, until, reason });
  expect(desk.ended(await mute('police', 1, '2026-12-31'))).toEqual([403, 'work_forbidden']);
  expect(desk.ended(await mute('ktht', 1, '2026-11-20'))).toEqual([400, 'work_mute_day']);
  expect(desk.ended(await mute('ktht', 1, '2028-01-01'))).toEqual([400, 'work_mute_day']);
  expect(desk.ended(await mute('ktht', 1, '2026-12-31', ''))).toEqual([400, 'work_note_needed']);
  expect((await mute('ktht', 1, '2026-12-31')).json.muted).toEqual({ until: '2026-12-31', reason: 'chờ thành phố' });
  expect((await mute('vhxh', 2, null)).json.muted).toBeNull();
});

describe('rights', () => {
  test('a removed official sees and does nothing any more, whatever the token says', async () => {
    const item = await desk.kept('kt-ht-dt', 'Thường xuyên');
    await desk.server.deps.rights.take('zalo:ktht');
    expect((await desk.call('ktht', 'GET', `/work?ward=${WARD}`)).status).toBe(403);
    expect((await desk.call('ktht', 'GET', `/work/${item.id}`)).status).toBe(404);
    expect((await desk.report('ktht', item, 'k')).status).toBe(404);
    expect((await desk.one(item.id)).reports).toEqual([]);
  });

  test('an official of a unit that no plan names looks on, and gives a part where a lead is collective', async () => {
    await desk.official('stranger', 'Ban Thú y');
    const item = await desk.kept('kt-ht-dt', 'Thường xuyên', { edit: { coordinating: ['cong-an'] } });
    expect((await desk.one(item.id, 'stranger')).work.may).toEqual([]);
    expect(desk.ended(await desk.report('stranger', item, 'k'))).toEqual([403, 'work_forbidden']);
    await desk.patch('vhxh', item, { version: 1, coordinating: ['co-quan-don-vi'] });
    expect((await desk.report('stranger', item, 'k')).json.reports).toMatchObject([
      { as: 'part', progress: { unit: { name: 'Ban Thú y' } } },
    ]);
  });
});

test('the log of the server holds no words of officials', async () => {
  const item = await desk.kept('kt-ht-dt', 'Thường xuyên');
  await desk.report('ktht', item, 'k', { note: 'lời-riêng-của-phòng' });
  expect(desk.server.logged.join('\n')).not.toContain('lời-riêng');
});
