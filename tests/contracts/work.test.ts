import { parseDue } from '@phuong-so/shared/domain/due-date';
import type { WorkItem } from '@phuong-so/shared/domain/work';
import { beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateTargets } from '../../bot-server/src/adapters/state/repos/targets.ts';
import { stateWork } from '../../bot-server/src/adapters/state/repos/work.ts';
import type { NewWorkItem, Targets, Work } from '../../bot-server/src/ports/work.ts';
import { describeState } from '../fakes/test-database.ts';
import { first, newItem, newReport, newTarget, newValue, provenance, STANDING, UNIT } from '../fakes/work-samples.ts';

const NO_CHANGES = { act: 'edited', note: null, changes: [] } as const;

describeState('tasks', (open) => {
  let work: Work;
  beforeEach(() => {
    work = stateWork(open().state, randomIds, { demo: false });
  });
  const kept = async (change: Partial<NewWorkItem> = {}) => first(await work.confirm([newItem(change)], STANDING));
  const now = async ({ id }: WorkItem) => (await work.byId(id))!;
  const acts = async ({ id }: WorkItem) => (await work.log(id)).map(({ act, version }) => `${version} ${act}`);

  test('a task comes back as it was confirmed, with where it comes from; its history begins', async () => {
    const wanted = newItem({ responsible: { subject: 'zalo:a', label: 'anh Nam' }, title: 'Kết nối "LGSP"\0 😊' });
    const item = first(await work.confirm([wanted], STANDING));
    const { position: _, ...same } = wanted;
    expect(item).toEqual({
      ...{ ...same, title: 'Kết nối "LGSP" 😊', id: item.id, state: 'open', version: 1, createdAt: 1_000 },
      ...{ eventOn: null, dueAfterEvent: null, muted: null, reported: null, confirmed: null },
    });
    expect(await work.byId(item.id)).toEqual(item);
    expect(await work.log(item.id)).toEqual([
      { at: 1_000, act: 'confirmed_from_plan', office: STANDING.office, note: null, changes: [], version: 1 },
    ]);
    expect(await work.byId('no such')).toBeNull();
    expect(await work.wards()).toEqual(['w']);
  });

  test('confirmed again, also at once and by two processes, it is there once and as it is', async () => {
    const other = stateWork(await open().another(), randomIds, { demo: false });
    const items = [1, 2, 3].map((no) => newItem({ from: provenance({ factId: `f${no}` }), position: no }));
    const [mine, theirs] = await Promise.all([
      work.confirm(items, STANDING),
      other.confirm([...items].reverse(), UNIT),
    ]);
    expect(mine.map(({ from }) => from.factId)).toEqual(['f1', 'f2', 'f3']);
    expect(theirs.map(({ id }) => id)).toEqual(mine.map(({ id }) => id).reverse());
    const edited = await work.change(first(mine), { title: 'Tên khác' }, NO_CHANGES, STANDING);
    expect(await work.confirm(items.slice(0, 1), STANDING)).toEqual([edited]);
    expect(await work.list({ ward: 'w' })).toHaveLength(3);
    expect(await acts(mine[1]!)).toEqual(['1 confirmed_from_plan']);
  });

  test('lists one ward, one unit’s lead and part, what is open or all, in the order of the plan', async () => {
    const second = await kept({
      from: provenance({ factId: 'b' }),
      position: 2,
      leads: ['van-phong'],
      coordinating: [],
    });
    const one = await kept({ from: provenance({ factId: 'a' }), position: 1 });
    await kept({ ward: 'other', from: provenance({ factId: 'a' }) });
    const ids = async (request: Parameters<Work['list']>[0]) => (await work.list(request)).map(({ id }) => id);
    expect(await ids({ ward: 'w' })).toEqual([one.id, second.id]);
    expect(await ids({ ward: 'w', unit: 'van-phong' })).toEqual([one.id, second.id]);
    expect(await ids({ ward: 'w', unit: 'kinh-te' })).toEqual([one.id]);
    await work.change(one, { state: 'closed' }, { ...NO_CHANGES, act: 'closed' }, STANDING);
    expect(await ids({ ward: 'w' })).toEqual([second.id]);
    expect(await ids({ ward: 'w', all: true })).toEqual([one.id, second.id]);
    expect(await work.madeOf('w', 'd1', 'a')).toMatchObject([{ id: one.id }]);
  });

  test('of two who edit one task at once one is told that it changed, and nothing of theirs is done', async () => {
    const item = await kept();
    const other = stateWork(await open().another(), randomIds, { demo: false });
    const both = await Promise.all([
      work.change(item, { title: 'Của tôi', leads: ['vhxh'] }, NO_CHANGES, STANDING),
      other.change(item, { due: parseDue('Tháng 12/2026'), leads: ['cong-an'] }, NO_CHANGES, UNIT),
    ]);
    const [won] = both.filter((one) => one !== null);
    expect(both.filter((one) => one === null)).toHaveLength(1);
    expect(await now(item)).toEqual(won);
    expect(won).toMatchObject({ version: 2, coordinating: ['van-phong', 'cong-an'] });
    expect([won?.title === 'Của tôi', won?.due.text === 'Tháng 12/2026'].sort()).toEqual([false, true]);
    expect(await acts(item)).toEqual(['1 confirmed_from_plan', '2 edited']);
  });

  test('a word that is reported while somebody edits is there beside the edit, and neither waits for the other', async () => {
    const item = await kept();
    const other = stateWork(await open().another(), randomIds, { demo: false });
    const [edited, word] = await Promise.all([
      work.change(item, { title: 'Tên khác', muted: { until: '2026-12-01', reason: 'chờ' } }, NO_CHANGES, STANDING),
      other.report(item, newReport('k1'), UNIT),
    ]);
    expect(edited).not.toBeNull();
    expect(await now(item)).toMatchObject({ title: 'Tên khác', version: 2, reported: word.progress, confirmed: null });
    expect(await work.change(edited!, { muted: null }, NO_CHANGES, STANDING)).toMatchObject({
      muted: null,
      version: 3,
    });
    expect((await acts(item)).map((line) => line.slice(2)).sort()).toEqual(
      ['confirmed_from_plan', 'edited', 'edited', 'reported'].sort(),
    );
  });

  test('one press is one report, also twice at once; another person’s same key is another', async () => {
    const item = await kept();
    const twice = await Promise.all([work.report(item, newReport('k'), UNIT), work.report(item, newReport('k'), UNIT)]);
    expect(twice[0]).toEqual(twice[1]);
    await work.report(item, newReport('k', { percent: 99 }), UNIT);
    expect(await work.reports(item.id)).toEqual([twice[0]]);
    await work.report(item, newReport('k', { percent: 70, at: 3_000 }), { ...STANDING, at: 3_000 });
    expect((await work.reports(item.id)).map(({ progress: { percent } }) => percent)).toEqual([60, 70]);
    expect(await acts(item)).toEqual(['1 confirmed_from_plan', '2 reported', '3 reported']);
  });

  test('what is confirmed is the newest confirmed word; one given back is none, and decided is decided', async () => {
    const item = await kept();
    const at = (ms: number, percent: number) =>
      work.report(item, newReport(`k${ms}`, { at: ms, percent }), { ...UNIT, at: ms });
    const [old, newer, last] = [await at(2_000, 20), await at(3_000, 30), await at(4_000, 40)];
    const decide = (report: typeof old, confirm: boolean) =>
      work.decide(report, { confirm, note: confirm ? null : 'thiếu biên bản' }, { ...STANDING, at: 9_000 });
    expect(await decide(newer, true)).toMatchObject({ state: 'confirmed', decidedAt: 9_000 });
    expect(await decide(old, true)).toMatchObject({ state: 'confirmed' });
    expect(await now(item)).toMatchObject({ confirmed: { percent: 30 }, reported: { percent: 40 } });
    expect(await decide(last, false)).toMatchObject({ state: 'returned', decisionNote: 'thiếu biên bản' });
    expect(await now(item)).toMatchObject({ confirmed: { percent: 30 }, reported: { percent: 30 } });
    expect(await decide(last, true)).toBeNull();
    const both = await Promise.all([at(5_000, 50), at(6_000, 60)]).then(([one]) =>
      Promise.all([decide(one, true), decide(one, false)]),
    );
    expect(both.filter((one) => one === null)).toHaveLength(1);
  });

  test('a part of a coordinating unit changes nothing of the task, decided or not', async () => {
    const item = await kept();
    const part = await work.report(item, newReport('p', { unit: 'cong-an', state: 'done' }, 'part'), UNIT);
    await work.decide(part, { confirm: true, note: null }, STANDING);
    expect(await now(item)).toMatchObject({ reported: null, confirmed: null, version: 1 });
    expect(await work.reportsBetween('w', 2_000, 2_001)).toMatchObject([{ as: 'part', state: 'confirmed' }]);
    expect(await work.reportsBetween('w', 0, 2_000)).toEqual([]);
    expect((await work.logBetween('w', 0, 9_999)).map(({ itemId, act }) => [itemId, act])).toEqual([
      ...[
        [item.id, 'confirmed_from_plan'],
        [item.id, 'report_confirmed'],
        [item.id, 'reported'],
      ],
    ]);
  });

  test('shares take a task’s place once; split again, or of a task that somebody changed, nothing happens', async () => {
    const item = await kept();
    const shares = ['vhxh', 'cong-an'].map((unit) => newItem({ share: unit, leads: [unit], coordinating: [] }));
    const after = await kept({ from: provenance({ factId: 'z' }), position: 1 });
    const split = await work.split(item, shares, STANDING);
    expect(split?.map(({ share, leads, version }) => [share, leads, version])).toEqual([
      ...[
        ['vhxh', ['vhxh'], 1],
        ['cong-an', ['cong-an'], 1],
      ],
    ]);
    expect(await now(item)).toMatchObject({ state: 'closed', version: 2 });
    expect(await work.split(item, shares, STANDING)).toBeNull();
    expect(await work.split(await now(item), shares, STANDING)).toBeNull();
    expect((await work.list({ ward: 'w', all: true })).map(({ share, id }) => share || id)).toEqual([
      ...[item.id, 'cong-an', 'vhxh', after.id],
    ]);
    expect(await acts(item)).toEqual(['1 confirmed_from_plan', '2 split']);
  });

  test('a newer plan takes the place of what is open of the older one, in this ward, and keeps its progress', async () => {
    const [open1, closed, other] = [
      await kept({ from: provenance({ factId: 'a' }) }),
      await kept({ from: provenance({ factId: 'b' }) }),
      await kept({ ward: 'other' }),
    ];
    await work.report(open1, newReport('k'), UNIT);
    await work.change(closed, { state: 'closed' }, { ...NO_CHANGES, act: 'closed' }, STANDING);
    const plans = { ward: 'w', older: 'd1', newer: 'd2', demo: false };
    expect(await work.supersede(plans, STANDING)).toBe(1);
    expect(await work.supersede(plans, STANDING)).toBe(0);
    expect([await now(open1), await now(closed), await now(other)]).toMatchObject([
      ...[{ state: 'superseded', reported: { percent: 60 } }, { state: 'closed' }, { state: 'open' }],
    ]);
    expect(await work.superseded('w', false)).toEqual(new Map([['d1', 'd2']]));
    expect([await work.superseded('w', true), await work.superseded('other', false)]).toEqual([new Map(), new Map()]);
  });

  test('what belongs to a demonstration is not there outside it', async () => {
    const demo = stateWork(open().state, randomIds, { demo: true });
    const item = first(await demo.confirm([newItem({ demo: true })], STANDING));
    await demo.report(item, newReport('k'), UNIT);
    await demo.supersede({ ward: 'w', older: 'd1', newer: 'd2', demo: true }, STANDING);
    expect([await work.list({ ward: 'w', all: true }), await work.byId(item.id), await work.wards()]).toEqual([
      [],
      null,
      [],
    ]);
    expect([await work.reportsBetween('w', 0, 9_999), await work.logBetween('w', 0, 9_999)]).toEqual([[], []]);
    const real = await kept();
    expect(real.id).not.toBe(item.id);
    expect(await now(real)).toMatchObject({ state: 'open', reported: null });
    expect(await demo.superseded('w', false)).toEqual(new Map());
  });
});

describeState('targets', (open) => {
  let targets: Targets;
  beforeEach(() => {
    targets = stateTargets(open().state, randomIds, { demo: false });
  });
  const kept = async () => {
    await targets.confirm([newTarget()]);
    return (await targets.list('w'))[0]!;
  };
  const shown = async () =>
    (await targets.values('w')).map(({ period, value, state }) => `${period} ${value} ${state}`);

  test('a target comes back as it was confirmed, once; two that contradict each other are two', async () => {
    const other = newTarget({ from: provenance({ factId: 't2' }), values: { '2030': '70%' }, position: 1 });
    expect(await targets.confirm([newTarget(), other])).toBe(2);

    const list = await targets.list('w');
    const { position: _, ...same } = newTarget();
    expect(list).toEqual([
      { ...same, id: list[0]?.id, version: 1 },
      expect.objectContaining({ values: { '2030': '70%' } }),
    ]);
    expect(await targets.byId(list[0]?.id ?? '')).toEqual(list[0]);
    expect([await targets.list('other'), await targets.byId('x')]).toEqual([[], null]);
  });

  test('confirmed again a target is brought up to its plan, and what was entered for it stays', async () => {
    const target = await kept();
    await targets.enter(target, newValue('k'), UNIT);
    await targets.confirm([
      newTarget({ values: { '2030': '≥85%' }, from: provenance({ factId: 't1', quote: 'khác' }) }),
    ]);
    expect(await targets.list('w')).toMatchObject([{ id: target.id, values: { '2030': '≥85%' }, from: target.from }]);
    expect(await shown()).toEqual(['2026-Q3 82,5% reported']);
  });

  test('the same period again corrects; what is confirmed stands until the correction is confirmed', async () => {
    const target = await kept();
    const first = await targets.enter(target, newValue('k1'), UNIT);
    expect(await targets.enter(target, newValue('k1', { value: '1%' }), UNIT)).toEqual(first);
    const second = await targets.enter(target, newValue('k2', { value: '83%' }), { ...UNIT, at: 3_000 });
    expect(await shown()).toEqual(['2026-Q3 83% reported']);
    expect(await targets.decide(first, { confirm: true, note: null })).toBeNull();
    expect(await targets.decide(second, { confirm: true, note: null })).toMatchObject({ state: 'confirmed' });
    expect(await targets.decide(second, { confirm: false, note: 'x' })).toBeNull();
    const third = await targets.enter(target, newValue('k3', { value: '84%' }), { ...UNIT, at: 4_000 });
    expect(await shown()).toEqual(['2026-Q3 84% reported', '2026-Q3 83% confirmed']);
    await targets.decide(third, { confirm: true, note: null });
    expect(await shown()).toEqual(['2026-Q3 84% confirmed']);
    expect(await targets.value(target, third.id)).toMatchObject({ state: 'confirmed', office: UNIT.office });
    expect(await targets.value({ ...target, id: 'other' }, third.id)).toBeNull();
  });

  test('of two who enter at once one stands; units and periods stand side by side, the newest period first', async () => {
    const target = await kept();
    const other = stateTargets(await open().another(), randomIds, { demo: false });
    await Promise.all([targets.enter(target, newValue('a'), UNIT), other.enter(target, newValue('b'), STANDING)]);
    expect(await targets.values('w')).toHaveLength(1);
    await targets.enter(target, newValue('c', { period: '2025', value: 'Đạt' }), UNIT);
    await targets.enter(target, newValue('d', { period: '2026-11', value: '90%' }), UNIT);
    await targets.enter(target, newValue('e', { unit: 'vhxh', value: '50%' }), { ...UNIT, at: 5_000 });
    expect((await targets.values('w')).map(({ period, unit }) => `${period} ${unit}`)).toEqual([
      ...['2026-11 tt-pvhcc', '2026-Q3 vhxh', '2026-Q3 tt-pvhcc', '2025 tt-pvhcc'],
    ]);
  });

  test('a value that is given back says why, and entered again it is new', async () => {
    const target = await kept();
    const value = await targets.enter(target, newValue('k', { note: 'số liệu tạm' }), UNIT);
    expect(await targets.decide(value, { confirm: false, note: 'thiếu nguồn' })).toMatchObject({
      ...{ state: 'returned', note: 'số liệu tạm\nthiếu nguồn' },
    });
    await targets.enter(target, newValue('k2', { value: '81%' }), UNIT);
    expect(await shown()).toEqual(['2026-Q3 81% reported']);
  });

  test('what belongs to a demonstration is not there outside it', async () => {
    const demo = stateTargets(open().state, randomIds, { demo: true });
    await demo.confirm([newTarget({ demo: true })]);
    const [target] = await demo.list('w');
    await demo.enter(target!, newValue('k'), UNIT);
    expect([await targets.list('w'), await targets.values('w'), await targets.byId(target?.id ?? '')]).toEqual([
      [],
      [],
      null,
    ]);
  });
});
