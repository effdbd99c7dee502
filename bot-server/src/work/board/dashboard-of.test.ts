import { parseDue } from '@phuong-so/shared/domain/due-date';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { startOfDay } from '@phuong-so/shared/domain/vietnam-time';
import type { KeptTarget, Obstacle, TargetValue, WorkItem } from '@phuong-so/shared/domain/work';
import { expect, test } from 'vitest';
import { newItem, newTarget, progress } from '../../../../tests/fakes/work-samples.ts';
import { type DashboardFacts, dashboardOf } from './dashboard-of.ts';

const TODAY = '2026-11-21';
const at = (day: string) => startOfDay(day) + 9 * 3_600_000;

function item(id: string, due: string, change: Partial<WorkItem> = {}): WorkItem {
  const { position: _, ...made } = newItem({ from: { ...newItem().from, factId: id }, due: parseDue(due) });
  return {
    ...{ ...made, id, title: id, state: 'open', eventOn: null, dueAfterEvent: null, muted: null, reported: null },
    ...{ confirmed: null, version: 1, createdAt: at('2026-10-02') },
    ...change,
  };
}

function dashboard(change: Partial<DashboardFacts>) {
  const nothing = { items: [], targets: [], values: [], drafts: [], obstacles: [] };
  const known = { ward: 'w', facts: { documents: [] }, units: new UnitDirectory([]) };
  return dashboardOf({ ...known, ...nothing, ...change }, TODAY);
}

const brief = (all: readonly { title: string; days: number }[]) => all.map(({ title, days }) => `${title} ${days}`);

test('overdue by unit, the unit with the most first, the longest overdue first; due soon by its day', () => {
  const items = [
    item('x', '20/11/2026'),
    item('y', '01/11/2026', { leads: ['kinh-te', 'cong-an'] }),
    item('done', '01/11/2026', { confirmed: progress({ state: 'done' }) }),
    item('later', '20/12/2026'),
    item('soon', '22/11/2026'),
    item('far', '30/12/2026'),
    item('often', 'Thường xuyên', { reported: progress({ at: at('2026-11-01') }) }),
  ];
  const { overdue_by_unit, due_soon, total } = dashboard({ items });
  expect(overdue_by_unit.map(({ unit, tasks }) => [unit.id, ...brief(tasks)])).toEqual([
    ['kinh-te', 'y 20', 'x 1'],
    ['cong-an', 'y 20'],
  ]);
  expect(brief(due_soon)).toEqual(['soon 1', 'later 29']);
  expect(total.tasks).toBe(7);
});

test('no word for a quarter: since the last one, or since it is watched; what is done or waits owes none', () => {
  const old = { createdAt: at('2026-01-01') };
  const items = [
    item('never', '30/12/2026', old),
    item('said', 'Thường xuyên', { ...old, reported: progress({ at: at('2026-08-01') }) }),
    item('lately', 'Thường xuyên', { ...old, reported: progress({ at: at('2026-09-01') }) }),
    item('waits', 'Sau khi thành phố ban hành', old),
    item('done', '01/01/2026', { ...old, confirmed: progress({ state: 'done' }) }),
  ];
  const { no_word, to_confirm } = dashboard({ items });
  expect(no_word.map(({ title, day, days }) => [title, day, days])).toEqual([
    ['never', null, 324],
    ['said', '2026-08-01', 112],
  ]);
  expect(to_confirm).toBe(2);
});

test('at risk is a target whose year has come and that is not known to be reached; without a figure it says so', () => {
  const target = (id: string, values: KeptTarget['values']): KeptTarget => {
    const { position: _, ...made } = newTarget();
    return { ...made, id, values, version: 1 };
  };
  const value = (targetId: string, entered: string, state: TargetValue['state']): TargetValue => ({
    ...{ id: `${targetId} ${entered}`, targetId, ward: 'w', period: '2026-Q3', value: entered, unit: 'tt-pvhcc' },
    ...{ source: '', note: '', state, office: '', at: at('2026-10-05'), replacedBy: null },
  });
  const targets = [
    target('later', { '2030': '80%' }),
    target('none', { '2025': '80%', '2026': null }),
    target('reached', { '2026': '80%' }),
    target('short', { '2025': '50%', '2026': '80%' }),
  ];
  const values = [value('reached', '81%', 'confirmed'), value('short', '60%', 'reported')];
  const { targets_at_risk } = dashboard({ targets, values });
  expect(targets_at_risk.map((one) => [one.id, one.year, one.value, one.is_confirmed, one.why])).toEqual([
    ['none', '2025', null, false, 'no_figure'],
    ['short', '2026', '60%', false, 'not_reached'],
  ]);
});

test('an obstacle is open too long past its day, or after 30 days without one', () => {
  const obstacle = (code: string, change: Partial<Obstacle>): Obstacle => ({
    ...{ id: code, code, ward: 'w', kind: 'obstacle', title: 'Thiếu máy', body: '', unit: null, raisedBy: '' },
    ...{ workId: null, state: 'open', through: 'vhxh', owner: null, dueOn: null, groupedUnder: null, answer: null },
    ...{ version: 1, createdAt: at('2026-11-01'), demo: false },
    ...change,
  });
  const obstacles = [
    obstacle('old', { createdAt: at('2026-10-22') }),
    obstacle('promised', { createdAt: at('2026-10-01'), dueOn: '2026-11-30', state: 'in_hand' }),
    obstacle('late', { dueOn: '2026-11-20', state: 'in_hand' }),
    obstacle('new', {}),
  ];
  expect(dashboard({ obstacles }).obstacles.map(({ code, days_open }) => [code, days_open])).toEqual([
    ['old', 30],
    ['late', 20],
  ]);
});
