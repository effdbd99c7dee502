import type { WorkReply } from '@phuong-so/shared/contracts/work';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, UNITS, WARD, type WorkServer, workServer } from '../fakes/work-server.ts';

let desk: WorkServer;
beforeEach(async () => {
  desk = await workServer();
});
afterEach(() => desk.close());

describe('confirming', () => {
  test('with an edit: the task is as edited, its provenance as printed', async () => {
    const edit = {
      title: 'Kết nối LGSP, gọi 0912345678',
      leads: ['cong-an'],
      due: 'Tháng 3/2027',
      responsible: 'anh Nam',
    };
    const item = await desk.kept('vhxh', 'Tháng 9/2025', { edit });
    expect(item).toMatchObject({
      ...{ title: 'Kết nối LGSP, gọi [số điện thoại]', leads: [{ id: 'cong-an', name: UNITS.police }] },
      ...{ due: { text: 'Tháng 3/2027', last_day: '2027-03-31' }, standing: 'upcoming', next_day: '2027-03-31' },
      ...{
        responsible: { label: 'anh Nam', is_me: false },
        from: { due: 'Tháng 9/2025', lead: ['Phòng Văn hoá - Xã hội'] },
      },
    });
  });

  test.each([
    ['an unreadable time', { edit: { due: 'khi nào rảnh' } }, 400, 'work_due_unreadable'],
    ['a day without a year', { edit: { due: 'trước ngày 30/11' } }, 400, 'work_due_unreadable'],
    ['an unknown unit', { edit: { leads: ['so-thu'] } }, 404, 'unknown_unit'],
    ['an unknown unit to split among', { split: ['so-thu'] }, 404, 'unknown_unit'],
  ])('not with %s, and then nothing of the whole is confirmed', async (_, change, status, code) => {
    const facts = (await desk.proposals()).tasks
      .slice(0, 2)
      .map((row: { from: { fact_id: string } }) => row.from.fact_id);
    expect(desk.ended(await desk.confirm(facts, [], change))).toEqual([status, code]);
    expect((await desk.listed()).work).toEqual([]);
  });

  test('a row that no plan has, and a press twice at once', async () => {
    expect(desk.ended(await desk.confirm(['PL.IX/9']))).toEqual([404, 'work_unknown_fact']);
    expect(desk.ended(await desk.confirm([], ['PL.IX/9']))).toEqual([404, 'work_unknown_fact']);
    const facts = (await desk.proposals()).tasks.map((row: { from: { fact_id: string } }) => row.from.fact_id);
    const [one, two] = await Promise.all([desk.confirm(facts), desk.confirm(facts)]);
    expect(one.json.tasks.map(({ id }: WorkReply) => id)).toEqual(two.json.tasks.map(({ id }: WorkReply) => id));
    expect((await desk.listed()).work).toHaveLength(49);
  });

  test('a collective lead is split among units, at once or later; each has its own task', async () => {
    const whole = await desk.kept('co-quan-chuyen-mon', 'Tháng 12/2025');
    const { tasks, units } = await desk.proposals();
    const row = tasks.find((one: { work_ids: string[] }) => one.work_ids.includes(whole.id));
    expect([row.collective, row.match]).toEqual([true, 'same']);
    expect(units.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['vhxh', 'kt-ht-dt', 'cong-an']));
    const split = await desk.call('vhxh', 'POST', `/work/${whole.id}/split`, {
      version: 1,
      units: ['kt-ht-dt', 'cong-an'],
    });
    expect(split.json.tasks.map(({ leads }: WorkReply) => leads[0]?.id)).toEqual(['kt-ht-dt', 'cong-an']);
    expect((await desk.one(whole.id)).work.state).toBe('closed');
    const [share] = split.json.tasks;
    const again = await desk.call('vhxh', 'POST', `/work/${share.id}/split`, { version: 1, units: ['cong-an'] });
    expect(desk.ended(again)).toEqual([409, 'work_already_split']);
    expect((await desk.report('ktht', share, 'k')).status).toBe(201);
    const direct = await desk.confirm([tasks[3].from.fact_id], [], { split: ['vhxh', 'van-phong'] });
    expect(direct.json.tasks).toHaveLength(2);
    expect((await desk.listed()).work).toHaveLength(4);
  });
});

describe('editing', () => {
  test('two officials at once: one is told that it changed and sees the other’s; nothing is lost', async () => {
    await desk.official('deputy', UNITS.vhxh);
    const item = await desk.kept('vhxh', 'Tháng 9/2025');
    const both = await Promise.all([
      desk.patch('vhxh', item, { version: item.version, title: 'Tên mới' }),
      desk.patch('deputy', item, { version: item.version, due: 'Tháng 6/2027' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = both.findIndex(({ status }) => status === 409);
    expect(both[lost]?.json.error.code).toBe('work_changed');
    const now = (await desk.one(item.id)).work;
    const again = lost === 0 ? { title: 'Tên mới' } : { due: 'Tháng 6/2027' };
    const { json } = await desk.patch('vhxh', item, { version: now.version, ...again });
    expect(json).toMatchObject({ title: 'Tên mới', due: { text: 'Tháng 6/2027' }, version: 3 });
  });

  test('a word that comes while somebody edits is kept, and the edit goes through with the version in hand', async () => {
    const item = await desk.kept('kt-ht-dt', 'Thường xuyên');
    expect((await desk.report('ktht', item, 'k1')).status).toBe(201);
    const edited = await desk.patch('vhxh', item, { version: item.version, coordinating: ['cong-an'] });
    expect(edited.json).toMatchObject({ reported: { percent: 60 }, coordinating: [{ id: 'cong-an' }], version: 2 });
  });

  test('what the plan, read anew, says otherwise is shown field by field; what is taken over, or edited here, is no difference', async () => {
    const item = await desk.kept('kt-ht-dt', 'Thường xuyên');
    await desk.report('ktht', item, 'k1');
    const facts = desk.server.deps.index.ward(WARD)!;
    const plan = facts.documents[0]!.plan;
    const task = plan.tasks.find(({ id }) => id === item.from.fact_id)!;
    const reread = (change: object) => {
      const tasks = plan.tasks.map((one) => (one === task ? { ...one, ...change } : one));
      const documents = [{ ...facts.documents[0]!, plan: { ...plan, tasks } }];
      desk.plansAre(documents);
    };
    const row = async () =>
      (await desk.proposals()).tasks.find((one: { work_ids: string[] }) => one.work_ids.includes(item.id));
    const due = { ...task.due, kind: 'month', text: 'Tháng 5/2027', lastDay: '2027-05-31' };
    reread({ title: 'Bố trí ngân sách', due });
    expect(await row()).toMatchObject({
      match: 'changed',
      changes: [
        { what: 'Tên nhiệm vụ', before: item.title, after: 'Bố trí ngân sách' },
        { what: 'Thời hạn', before: 'Thường xuyên', after: 'Tháng 5/2027' },
      ],
    });
    expect((await desk.one(item.id)).work).toMatchObject({ title: item.title, reported: { percent: 60 } });
    const taken = { version: 1, title: 'Bố trí ngân sách', due: 'Tháng 5/2027' };
    expect((await desk.patch('vhxh', item, taken)).json).toMatchObject({
      reported: { percent: 60 },
      from: { title: item.title },
    });
    expect(await row()).toMatchObject({ match: 'same', changes: [] });
    reread({ id: 'PL.III/moved' });
    expect(await row()).toMatchObject({ match: 'gone', work_ids: [item.id] });
  });

  test('what waits for the city counts from the day that somebody records, and is overdue after it', async () => {
    const item = await desk.kept('vhxh', 'Sau khi thành phố ban hành kế hoạch');
    expect(item).toMatchObject({ standing: 'waiting', next_day: null });
    const change = (body: object) => desk.patch('vhxh', item, { version: 1, ...body });
    expect(desk.ended(await change({ due_after_event: '2026-12-31' }))).toEqual([400, 'work_event_needed']);
    expect(desk.ended(await change({ event_on: '2026-11-22' }))).toEqual([400, 'work_day_unreal']);
    expect(desk.ended(await change({ event_on: '2026-10-01', due_after_event: '2026-09-30' }))).toEqual([
      ...[400, 'work_event_needed'],
    ]);
    const recorded = await change({ event_on: '2026-10-01', due_after_event: '2026-11-30' });
    expect(recorded.json).toMatchObject({ standing: 'due_soon', next_day: '2026-11-30', event_on: '2026-10-01' });
    desk.clock.advance(10 * DAY);
    expect((await desk.one(item.id)).work.standing).toBe('overdue');
    expect((await desk.one(item.id)).log.at(-1)).toMatchObject({ act: 'event_recorded', office: UNITS.vhxh });
    const dated = await desk.kept('vhxh', 'Tháng 9/2025');
    expect(desk.ended(await desk.patch('vhxh', dated, { version: 1, event_on: '2026-10-01' }))).toEqual([
      ...[409, 'work_waits_for_nothing'],
    ]);
  });

  test('closed with a reason it is no longer to be done and takes no words; opened again it does', async () => {
    const item = await desk.kept('kt-ht-dt', 'Thường xuyên');
    expect(desk.ended(await desk.patch('vhxh', item, { version: 1, state: 'closed' }))).toEqual([
      400,
      'work_note_needed',
    ]);
    const closed = await desk.patch('vhxh', item, { version: 1, state: 'closed', note: 'Thành phố đã bỏ' });
    expect(closed.json).toMatchObject({ state: 'closed', standing: 'closed' });
    expect(desk.ended(await desk.report('ktht', item, 'k'))).toEqual([409, 'work_not_open']);
    expect([(await desk.listed()).work.length, (await desk.listed('&all=1')).work.length]).toEqual([0, 1]);
    await desk.patch('vhxh', item, { version: 2, state: 'open' });
    expect((await desk.report('ktht', item, 'k')).status).toBe(201);
    const { log } = await desk.one(item.id);
    expect(log.map(({ act, note }: { act: string; note: string | null }) => [act, note])).toEqual([
      ...[
        ['confirmed_from_plan', null],
        ['closed', 'Thành phố đã bỏ'],
        ['reopened', null],
        ['reported', null],
      ],
    ]);
  });
});

test('a newer plan takes an older one’s place only when the standing unit says so; what was reported stays', async () => {
  const item = await desk.kept('kt-ht-dt', 'Thường xuyên');
  await desk.report('ktht', item, 'k');
  const say = (who: string, older: string, newer: string) =>
    desk.call(who, 'POST', '/work-supersede', { ward: WARD, older, newer });
  expect(desk.ended(await say('vhxh', WARD, 'no-such'))).toEqual([404, 'work_unknown_plan']);
  expect(desk.ended(await say('vhxh', WARD, WARD))).toEqual([400, 'work_same_plan']);
  const ward = desk.server.deps.work.ward(WARD)!;
  const newer = { ...ward.facts.documents[0]!, documentId: 'ke-hoach-2027' };
  desk.plansAre([...ward.facts.documents, newer]);
  expect(desk.ended(await say('ktht', WARD, 'ke-hoach-2027'))).toEqual([403, 'work_forbidden']);
  expect((await say('vhxh', WARD, 'ke-hoach-2027')).json).toEqual({ superseded: 1 });
  expect((await desk.one(item.id)).work).toMatchObject({ state: 'superseded', reported: { percent: 60 } });
  expect((await desk.proposals()).documents).toMatchObject([
    { superseded_by: 'ke-hoach-2027' },
    { superseded_by: null },
  ]);
  expect(desk.ended(await say('vhxh', 'ke-hoach-2027', WARD))).toEqual([400, 'work_same_plan']);
});

test('the list: by unit under any of its names, by standing, page by page', async () => {
  const facts = (await desk.proposals()).tasks
    .filter((row: { from: { origin: string } }) => row.from.origin === 'appendix')
    .map((row: { from: { fact_id: string } }) => row.from.fact_id);
  await desk.confirm(facts);
  const own = await desk.listed('&unit=kt-ht-dt', 'police');
  expect(own).toMatchObject({ unit: { id: 'cong-an' }, standing_unit: false, as_of: '2026-11-21' });
  expect(own.work.length).toBeGreaterThan(3);
  expect(await desk.listed(`&unit=${encodeURIComponent('kthtđt')}`, 'police')).toEqual(own);
  expect((await desk.call('police', 'GET', `/work?ward=${WARD}&unit=xyz`)).json.error.code).toBe('unknown_unit');
  const first = await desk.listed('&limit=20');
  const second = await desk.listed(`&limit=40&cursor=${first.next_cursor}`);
  expect([first.work.length, second.work.length, second.next_cursor]).toEqual([20, 23, null]);
});
