import type { WorkReply } from '@phuong-so/shared/contracts/work';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UNITS, type WorkServer, workServer } from '../fakes/work-server.ts';

/** The repository's five plans, confirmed through the interface's own routes on 21/11/2026. */
let desk: WorkServer;
const WARDS = ['hoang-mai', 'nguyen-dai-nang', 'phuong-001', 'tran-lieu', 'yen-hoa'] as const;
const confirmed: Record<string, { tasks: WorkReply[]; targets: number }> = {};

beforeAll(async () => {
  desk = await workServer('2026-11-21T08:00:00+07:00');
  for (const ward of WARDS) {
    await desk.official(`standing ${ward}`, UNITS.vhxh, ward);
    const proposed = await desk.proposals(`standing ${ward}`, ward);
    type Row = { from: { origin: string; fact_id: string; annex: string | null } };
    const tasks = (proposed.tasks as Row[]).filter(({ from }) => from.origin !== 'organisation');
    const targets = (proposed.targets as Row[]).filter(({ from }) => from.origin === 'appendix');
    const ids = (rows: Row[]) => rows.map(({ from }) => from.fact_id);
    const reply = await desk.confirm(ids(tasks), ids(targets), {}, `standing ${ward}`, ward);
    expect(reply.status).toBe(201);
    confirmed[ward] = reply.json;
  }
});
afterAll(() => desk.close());

const listed = (ward: string, query = '') => desk.listed(query, `standing ${ward}`, ward);

test('54 tasks of annexes and body and 57 targets of annexes are confirmed, each once and where it stands', async () => {
  const tasks = Object.fromEntries(WARDS.map((ward) => [ward, confirmed[ward]?.tasks.length]));
  expect(tasks).toEqual({ 'hoang-mai': 0, 'nguyen-dai-nang': 43, 'phuong-001': 0, 'tran-lieu': 8, 'yen-hoa': 3 });
  expect(WARDS.map((ward) => confirmed[ward]?.targets)).toEqual([0, 57, 0, 0, 0]);
  for (const ward of WARDS) {
    const { work } = await listed(ward);
    expect(work.map(({ id }: WorkReply) => id)).toEqual(confirmed[ward]?.tasks.map(({ id }) => id));
    const source = desk.server.deps.index.ward(ward)?.documents[0]?.collapsedSource ?? '';
    for (const { from } of work as WorkReply[]) expect(source).toContain(from.quote);
  }
  const targets = (await desk.call('vhxh', 'GET', '/work-targets?ward=nguyen-dai-nang')).json.targets;
  expect(targets).toHaveLength(57);
  expect(targets.every(({ standing }: { standing: string }) => standing === 'no_figure')).toBe(true);
});

test('confirmed again nothing is there twice, and the proposals say that they are as confirmed', async () => {
  const facts = confirmed['tran-lieu']?.tasks.map(({ from }) => from.fact_id) ?? [];
  const again = await desk.confirm(facts, [], {}, 'standing tran-lieu', 'tran-lieu');
  expect(again.json.tasks.map(({ id }: WorkReply) => id)).toEqual(confirmed['tran-lieu']?.tasks.map(({ id }) => id));
  expect((await listed('tran-lieu')).work).toHaveLength(8);
  const { tasks } = await desk.proposals('standing nguyen-dai-nang', 'nguyen-dai-nang');
  const matches = tasks.map(
    ({ match, from }: { match: string; from: { origin: string } }) => `${from.origin} ${match}`,
  );
  expect(new Set(matches)).toEqual(new Set(['appendix same', 'organisation new']));
});

test('on 21/11/2026 exactly the five dated tasks of Nguyễn Đại Năng are overdue, and none of its 33 "Thường xuyên"', async () => {
  const { counts, work } = await listed('nguyen-dai-nang');
  const overdue = (work as WorkReply[]).filter(({ standing }) => standing === 'overdue');
  expect(overdue.map(({ due }) => due.text)).toEqual([
    ...['Tháng 9/2025', 'Tháng 9/2025', 'Tháng 12/2025', 'Hoàn thành kết nối tháng 9/2026', 'Năm 2025'],
  ]);
  expect(overdue.every(({ confirmed: word }) => word === null)).toBe(true);
  const ongoing = (work as WorkReply[]).filter(({ due }) => due.text === 'Thường xuyên');
  expect([ongoing.length, new Set(ongoing.map(({ standing }) => standing))]).toEqual([33, new Set(['word_due'])]);
  // 33 "Thường xuyên" and "Năm 2025 và những năm tiếp theo" ask for a word; four wait for the city.
  expect(counts).toEqual({ overdue: 5, word_due: 34, waiting: 4 });
  const filtered = await listed('nguyen-dai-nang', '&standing=overdue');
  expect(filtered.work.map(({ id }: WorkReply) => id)).toEqual(overdue.map(({ id }) => id));
  expect((await listed('yen-hoa')).counts).toEqual({ word_due: 3 });
});

test('Trần Liễu’s 1.1 is flagged: its plan asks for it before the plan was signed; nothing else is', async () => {
  const { work } = await listed('tran-lieu');
  const flagged = (work as WorkReply[]).filter((item) => item.due_before_plan);
  expect(flagged.map(({ no, due, standing }) => [no, due.last_day, standing])).toEqual([
    ['1.1', '2025-07-31', 'overdue'],
  ]);
  const { tasks } = await desk.proposals('standing tran-lieu', 'tran-lieu');
  type Row = { due_before_plan: boolean; from: { no: string } };
  expect((tasks as Row[]).filter((row) => row.due_before_plan).map(({ from }) => from.no)).toEqual(['1.1']);
});
