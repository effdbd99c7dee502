import { parseDue } from '@phuong-so/shared/domain/due-date';
import { UnitDirectory } from '@phuong-so/shared/domain/unit-directory';
import { startOfDay } from '@phuong-so/shared/domain/vietnam-time';
import type { KeptTarget, PartReport, Progress, TargetValue, WorkItem } from '@phuong-so/shared/domain/work';
import { expect, test } from 'vitest';
import { newItem, newTarget, progress } from '../../../../tests/fakes/work-samples.ts';
import { type BoardFacts, boardOf } from './board-of.ts';

const TODAY = '2026-11-21';
const at = (day: string) => startOfDay(day) + 9 * 3_600_000;
let last = 0;

function item(change: Partial<WorkItem> = {}): WorkItem {
  last += 1;
  const { position: _, ...made } = newItem({ from: { ...newItem().from, factId: `f${last}` } });
  return {
    ...{ ...made, id: `i${last}`, state: 'open', eventOn: null, dueAfterEvent: null, muted: null, reported: null },
    ...{ confirmed: null, version: 1, createdAt: at('2026-10-02') },
    ...change,
  };
}

const said = (state: Progress['state'], day: string, percent: number | null = null) =>
  progress({ state, percent, at: at(day), note: 'chị Hoa 0912345678 đang làm' });

function confirmedReport(itemId: string, word: Progress, decided: string): PartReport {
  const known = { itemId, ward: 'w', as: 'lead', progress: word, decisionNote: 'anh Bình đã xem' } as const;
  return { ...known, id: `r ${itemId}`, state: 'confirmed', decidedAt: at(decided) };
}

function value(target: KeptTarget, change: Partial<TargetValue>): TargetValue {
  return {
    ...{ id: `v${change.value}`, targetId: target.id, ward: 'w', period: '2026-Q3', value: '82,5%', unit: 'kinh-te' },
    ...{
      source: 'chị Hoa',
      note: '',
      state: 'reported',
      office: 'Phòng Kinh tế',
      at: at('2026-11-05'),
      replacedBy: null,
    },
    ...change,
  };
}

function target(change: Partial<KeptTarget> = {}): KeptTarget {
  const { position: _, ...made } = newTarget();
  return { ...made, id: 't1', version: 1, ...change };
}

function board(change: Partial<BoardFacts>, month = '2026-11') {
  const unit = { id: 'kinh-te', name: 'Phòng Kinh tế', kind: 'department', spellings: [], nicknames: [] } as const;
  const nothing = { items: [], targets: [], values: [], reports: [], log: [] };
  const profile = { name: 'phường Sao Mai' } as BoardFacts['facts']['profile'];
  const known = { ward: 'w', facts: { profile, documents: [] }, units: new UnitDirectory([unit]) };
  return boardOf({ ...known, ...nothing, ...change }, TODAY, month);
}

test('a ward in which nothing is confirmed says so, and counts nothing as zero per cent', () => {
  const empty = board({});
  expect(empty.notes).toEqual(['Phường chưa xác nhận nhiệm vụ nào trên hệ thống.']);
  expect([empty.data_at, empty.total.tasks, empty.groups, empty.units]).toEqual([null, 0, [], []]);
});

test('what units say of themselves stands apart from what the ward has confirmed, and ends nothing', () => {
  const items = [
    item({ reported: said('done', '2026-09-01', 100) }),
    item({ reported: said('done', '2026-09-01', 100), confirmed: said('done', '2026-09-01', 100) }),
    item({ due: parseDue('Thường xuyên') }),
  ];
  const { total, notes } = board({ items });
  expect(total).toMatchObject({
    ...{ tasks: 3, standings: { overdue: 1, done: 1, word_due: 1 } },
    ...{ confirmed: { done: 1, no_word: 2 }, reported: { done: 2, no_word: 1 } },
  });
  expect(notes).toEqual([]);
  expect(board({ items: items.slice(0, 1) }).notes).toEqual(['Phường chưa xác nhận kết quả của nhiệm vụ nào.']);
});

test('a task that was split or replaced by a newer plan’s is not counted beside what stands in its place', () => {
  const { from } = item();
  const items = [
    item({ from, state: 'closed' }),
    ...['kinh-te', 'cong-an'].map((share) => item({ from, share, leads: [share] })),
    item({ state: 'superseded' }),
    item({ state: 'closed', group: null }),
  ];
  const { total, units, groups } = board({ items });
  expect([total.tasks, total.standings]).toEqual([2, { overdue: 2, closed: 1 }]);
  expect(units.map(({ unit, tally }) => [unit.name, tally.tasks])).toEqual([
    ['Phòng Kinh tế', 1],
    ['cong-an', 1],
  ]);
  expect(groups.map(({ title, tally }) => [title, tally.tasks])).toEqual([
    ['III', 2],
    ['Nhiệm vụ khác', 0],
  ]);
});

test('of a target the newest confirmed figure counts; a newer one that was only reported stands beside it', () => {
  const one = target();
  const old = value(one, { value: '60%', period: '2026-Q2', state: 'confirmed' });
  const reported = value(one, { value: '90%', period: '2026-Q3' });
  const [seen] = board({ targets: [one], values: [reported, old] }).targets;
  expect(seen).toMatchObject({
    ...{ next: { year: '2030', value: '≥80%' }, standing: 'not_reached' },
    confirmed: { value: '60%', period: '2026-Q2', unit: 'Phòng Kinh tế', on: '2026-11-05' },
    reported: { value: '90%', period: '2026-Q3' },
  });
  const given = board({ targets: [one], values: [value(one, { state: 'returned' })] });
  expect(given.targets).toMatchObject([{ confirmed: null, reported: null, standing: 'no_figure' }]);
  expect(given.notes).toContain('Các chỉ tiêu chưa có số liệu được phường xác nhận.');
});

test('tells what changed in the month: results, figures, tasks that came, ended or can begin', () => {
  const done = item({ title: 'Kết nối LGSP' });
  const waiting = item({ title: 'Quy tắc ứng xử', eventOn: '2026-11-03', due: parseDue('Sau khi thành phố ban hành') });
  const one = target();
  const entry = { office: 'Phòng Văn hóa - Xã hội', note: 'anh Bình xin', changes: [], version: 1 };
  const log = [
    { ...entry, act: 'confirmed_from_plan', at: at('2026-11-02'), itemId: done.id },
    { ...entry, act: 'confirmed_from_plan', at: at('2026-11-02'), itemId: waiting.id },
    { ...entry, act: 'event_recorded', at: at('2026-11-04'), itemId: waiting.id },
    { ...entry, act: 'closed', at: at('2026-11-06'), itemId: done.id },
    { ...entry, act: 'report_returned', at: at('2026-11-07'), itemId: done.id },
  ] as const;
  const reports = [
    confirmedReport(done.id, said('in_progress', '2026-10-30', 60), '2026-11-10'),
    confirmedReport(waiting.id, said('in_progress', '2026-10-01'), '2026-10-09'),
  ];
  const values = [value(one, { state: 'confirmed' }), value(one, { value: '1%' })];
  const { changes, history } = board({ items: [done, waiting], targets: [one], values, reports, log });
  expect(changes.map(({ on, title, text }) => `${on} ${title}: ${text}`)).toEqual([
    '2026-11-10 Kết nối LGSP: Phường xác nhận: đang làm, 60%.',
    '2026-11-06 Kết nối LGSP: Phường thôi theo dõi nhiệm vụ này.',
    '2026-11-05 Tỷ lệ hồ sơ trực tuyến: Số liệu quý III năm 2026 được phường xác nhận: 82,5%.',
    '2026-11-04 Quy tắc ứng xử: Điều phải chờ đã có từ ngày 03/11/2026: Sau khi thành phố ban hành.',
    '2026-11-02 Kế hoạch 43/KH-UBND: Đưa 2 nhiệm vụ vào theo dõi.',
  ]);
  expect(history).toHaveLength(12);
  expect(history.slice(-2)).toEqual([
    { month: '2026-10', reported: 2, confirmed: 1 },
    { month: '2026-11', reported: 0, confirmed: 1 },
  ]);
});

test('names nobody, whatever was written in notes, sources, reasons or beside the responsible', () => {
  const one = target();
  const busy = item({
    ...{ reported: said('late', '2026-11-01'), confirmed: said('in_progress', '2026-10-01') },
    ...{ responsible: { subject: 'zalo:7', label: 'chị Hoa' }, muted: { until: '2026-12-01', reason: 'anh Bình ốm' } },
  });
  const reports = [confirmedReport(busy.id, said('in_progress', '2026-10-01'), '2026-11-02')];
  const text = JSON.stringify(board({ items: [busy], targets: [one], values: [value(one, {})], reports }));
  for (const hidden of ['Hoa', 'Bình', 'zalo:', '0912345678']) expect(text).not.toContain(hidden);
});
