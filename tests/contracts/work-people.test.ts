import { expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import { stateTargets } from '../../bot-server/src/adapters/state/repos/targets.ts';
import { stateWork } from '../../bot-server/src/adapters/state/repos/work.ts';
import type { State } from '../../bot-server/src/adapters/state/state.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { describeState } from '../fakes/test-database.ts';
import { first, newItem, newReport, newTarget, newValue, provenance } from '../fakes/work-samples.ts';

/** Does everything with officials' work that is kept of a person. */
async function worked(state: State, subject: string, demo = false) {
  const work = stateWork(state, randomIds, { demo: true });
  const targets = stateTargets(state, randomIds, { demo: true });
  const by = { subject, office: 'Phòng Kinh tế', at: 1_000 };
  const responsible = { subject, label: `tên gọi ${subject}` };
  const from = provenance({ factId: subject });
  const item = first(await work.confirm([newItem({ responsible, demo, from })], by));
  const report = await work.report(item, newReport('cùng một khóa'), by);
  await work.decide(report, { confirm: true, note: 'ghi chú' }, by);
  await targets.confirm([newTarget({ demo, from })]);
  const target = (await targets.list('w')).find(({ from: { factId } }) => factId === subject)!;
  await targets.enter(target, newValue('cùng một khóa'), by);
  const { db, tables } = state;
  const id = randomIds.next();
  const own = { id, ward: 'w', unit: 'kinh-te', at: 1, version: 1, demo };
  await db.insert(tables.workReminders).values({
    ...{ ...own, itemId: item.id, occasion: '2026-09-30:7', subject, day: '2026-09-23', madeAt: 1, toldAt: 2 },
  });
  const draft = { kind: 'yearly', period: '2026', state: 'draft', sections: '[]', createdAt: 1, changedAt: 1 } as const;
  await db.insert(tables.reportDrafts).values({ ...own, ...draft, unit: subject.slice(0, 8) });
  await db
    .insert(tables.reportVersions)
    .values({ ...own, draftId: id, sections: '[]', office: 'Phòng', bySubject: subject });
  await db.insert(tables.obstacles).values({
    ...{ ...own, code: `VM-${id.slice(0, 5)}`, kind: 'obstacle', title: 'Thiếu máy', body: 'x', raisedBy: subject },
    ...{ pressKey: 'cùng một khóa', workId: null, state: 'open', through: null, owner: null, dueOn: null },
    ...{ groupedUnder: null, answer: null, createdAt: 1 },
  });
  const entry = { obstacleId: id, act: 'raised', bySubject: subject, office: 'Phòng', note: null } as const;
  await db.insert(tables.obstacleLog).values({ ...own, ...entry });
  return { item, target };
}

/** Tables in which a person still stands. */
async function tracesOf({ db, tables }: State, subject: string): Promise<string[]> {
  const found: string[] = [];
  for (const [name, table] of Object.entries(tables)) {
    if (JSON.stringify(await db.select().from(table)).includes(subject)) found.push(name);
  }
  return found.filter((name) => name !== 'workItems' && name !== 'keptTargets').sort();
}

describeState('people of officials’ work', (open) => {
  test('a person reads everything that is kept of their work; erased they stand nowhere, and what their office did stays', async () => {
    const { state } = open();
    const people = statePeople(state, movingClock());
    const { item } = await worked(state, 'zalo:sinh');
    await worked(state, 'zalo:hung');
    const records = await people.records('zalo:sinh');
    expect(records.map(({ what }) => what)).toEqual([
      ...[
        'Nhiệm vụ bạn phụ trách',
        'Việc bạn đã làm với nhiệm vụ',
        'Báo cáo bạn đã gửi',
        'Số liệu chỉ tiêu bạn đã nhập',
      ],
      ...['Lời nhắc việc đã gửi cho bạn', 'Bản báo cáo bạn đã sửa', 'Vướng mắc, đề xuất bạn đã gửi'],
      'Việc bạn đã làm với vướng mắc, đề xuất',
    ]);
    expect(records[1]?.rows).toHaveLength(3);
    await people.erase('zalo:sinh');
    await people.erase('zalo:hung');
    expect([await tracesOf(state, 'zalo:sinh'), await tracesOf(state, 'zalo:hung')]).toEqual([[], []]);
    expect(await people.records('zalo:sinh')).toEqual([]);
    const work = stateWork(state, randomIds, { demo: false });
    const after = (await work.byId(item.id))!;
    expect(after).toMatchObject({ responsible: null, reported: { percent: 60 }, confirmed: { percent: 60 } });
    expect((await work.log(item.id)).map(({ act, office }) => [act, office])).toEqual([
      ...[
        ['confirmed_from_plan', 'Phòng Kinh tế'],
        ['reported', 'Phòng Kinh tế'],
        ['report_confirmed', 'Phòng Kinh tế'],
      ],
    ]);
    expect(await stateTargets(state, randomIds, { demo: false }).values('w')).toHaveLength(2);
  });

  test('what visitors of a demonstration did goes when they are gone; what somebody still known has touched stays', async () => {
    const { state } = open();
    const clock = movingClock('2026-11-01T08:00:00+07:00');
    const people = statePeople(state, clock);
    const work = stateWork(state, randomIds, { demo: true });
    await people.meet('demo:gone');
    await people.meet('zalo:old');
    clock.advance(30 * 86_400_000);
    await people.meet('demo:here');
    const { item: gone } = await worked(state, 'demo:gone', true);
    const { item: shared } = await worked(state, 'demo:here', true);
    const { item: real } = await worked(state, 'zalo:old');
    await work.report(shared, newReport('k'), { subject: 'demo:gone', office: 'Phòng', at: 1 });
    await people.pruneDemo('2026-11-30');
    expect(await tracesOf(state, 'demo:gone')).toEqual([]);
    expect([await work.byId(gone.id), await work.reports(gone.id), await work.log(gone.id)]).toEqual([null, [], []]);
    expect(await work.byId(shared.id)).toMatchObject({ responsible: { subject: 'demo:here' } });
    expect(await work.reports(shared.id)).toHaveLength(2);
    expect([await work.byId(real.id), (await work.log(real.id)).length]).toMatchObject([
      { reported: { percent: 60 } },
      3,
    ]);
  });
});
