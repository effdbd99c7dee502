import type { Obstacle } from '@phuong-so/shared/domain/work';
import { beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateObstacles } from '../../bot-server/src/adapters/state/repos/obstacles.ts';
import { statePeople } from '../../bot-server/src/adapters/state/repos/people.ts';
import type { Obstacles, TakenObstacleStep } from '../../bot-server/src/ports/obstacles.ts';
import { movingClock } from '../fakes/moving-clock.ts';
import { newObstacle, OFFICE, RAISER } from '../fakes/obstacle-samples.ts';
import { describeState } from '../fakes/test-database.ts';

const PAGE = { ward: 'w', raisedBy: null, state: null, kind: null, heads: false, limit: 9, after: null };
const ASSIGN: TakenObstacleStep = {
  ...{ act: 'assigned', change: { state: 'in_hand', owner: 'cong-an', dueOn: '2026-12-01' }, note: null, by: OFFICE },
};

describeState('obstacles', (open) => {
  let obstacles: Obstacles;
  beforeEach(() => {
    obstacles = stateObstacles(open().state, randomIds, { demo: false });
  });
  const read = async (id: string) => {
    const one = await obstacles.byId(id);
    if (one === null) throw new Error('not there');
    return one;
  };
  const raised = (change = {}, by = RAISER) => obstacles.raise(newObstacle(change), by);
  const under = (one: Obstacle, head: Obstacle) =>
    obstacles.take(one, { act: 'grouped', change: { groupedUnder: head.id }, note: head.code, by: OFFICE, head });
  const acts = async (id: string) => (await obstacles.log(id)).map(({ act, office }) => `${act} ${office}`);

  test('what was raised comes back under a code of its own, whatever letters it has', async () => {
    const one = await raised({ title: 'Thiếu "máy" 😊', body: 'a\nb\0c' });
    expect(one).toMatchObject({
      title: 'Thiếu "máy" 😊',
      body: 'a\nbc',
      state: 'open',
      version: 1,
      raisedBy: 'zalo:1',
    });
    expect(one.code).toMatch(/^VM-[2-9A-Z]{5}$/);
    expect(await obstacles.byId(one.id)).toEqual(one);
    expect([await obstacles.byId('no such'), await acts(one.id)]).toEqual([null, ['raised Trạm Y tế']]);
  });

  test('one press that came twice, also at once and by two processes, is one; another person’s key is another', async () => {
    const other = stateObstacles(await open().another(), randomIds, { demo: false });
    const pressed = newObstacle({ pressKey: 'k' });
    const both = await Promise.all([obstacles.raise(pressed, RAISER), other.raise(pressed, RAISER)]);
    expect(both[1].id).toBe(both[0].id);
    expect((await obstacles.raise(pressed, { ...RAISER, subject: 'zalo:2' })).id).not.toBe(both[0].id);
    expect(await obstacles.byPress('zalo:1', 'k')).toEqual(both[0]);
    expect([await obstacles.byPress('zalo:3', 'k'), await acts(both[0].id)]).toEqual([null, ['raised Trạm Y tế']]);
  });

  test('of two who act at the same version one finds it changed and does nothing', async () => {
    const one = await raised();
    const other = stateObstacles(await open().another(), randomIds, { demo: false });
    const both = await Promise.all([obstacles.take(one, ASSIGN), other.take(one, ASSIGN)]);
    expect(both.filter((taken) => taken !== null)).toMatchObject([{ version: 2, owner: 'cong-an', state: 'in_hand' }]);
    expect(await acts(one.id)).toEqual(['raised Trạm Y tế', 'assigned Phòng Văn hóa - Xã hội']);
  });

  test('those that are grouped under it go its way; a closed one stays closed', async () => {
    const head = await raised();
    const member = await raised();
    const over = await raised();
    await under(member, head);
    await under(over, await read(head.id));
    await obstacles.take(await read(over.id), { act: 'closed', change: { state: 'closed' }, note: null, by: RAISER });
    await obstacles.take(await read(head.id), ASSIGN);
    const change = { state: 'answered', answer: 'Đã cấp máy.' } as const;
    await obstacles.take(await read(head.id), { act: 'answered', change, note: 'Đã cấp máy.', by: OFFICE });
    expect(await read(member.id)).toMatchObject({ ...change, owner: 'cong-an', groupedUnder: head.id });
    expect(await read(over.id)).toMatchObject({ state: 'closed', answer: null });
    expect((await obstacles.members(head)).map(({ id }) => id).sort()).toEqual([member.id, over.id].sort());
    expect(await obstacles.likes('w', [head.id, member.id])).toEqual(new Map([[head.id, 2]]));
    expect(await obstacles.likes('other', [head.id])).toEqual(new Map());
  });

  test('of two that are put under each other at once only one is; nothing is put under what is changed meanwhile', async () => {
    const [a, b] = [await raised(), await raised()];
    const other = stateObstacles(await open().another(), randomIds, { demo: false });
    const step = (head: Obstacle) =>
      ({ act: 'grouped', change: { groupedUnder: head.id }, note: null, by: OFFICE, head }) as const;
    const both = await Promise.all([obstacles.take(a, step(b)), other.take(b, step(a))]);
    expect(both.filter((taken) => taken !== null)).toHaveLength(1);
    const c = await raised();
    expect(await under(c, a)).toBeNull();
    expect(await read(c.id)).toMatchObject({ groupedUnder: null, version: 1 });
  });

  test('lists are of one ward, newest first, page by page, and by whom, state and kind', async () => {
    for (const at of [1, 2, 3]) await raised({ title: `Số ${at}` }, { ...RAISER, at });
    const mine = await raised(
      { kind: 'proposal', unit: null, title: 'Của tôi' },
      { subject: 'r', office: 'Người dân', at: 9 },
    );
    await raised({ ward: 'other' });
    await raised({ demo: true });
    const titles = async (change = {}) =>
      (await obstacles.list({ ...PAGE, ...change })).obstacles.map(({ title }) => title);
    expect(await titles()).toEqual(['Của tôi', 'Số 3', 'Số 2', 'Số 1']);
    const first = await obstacles.list({ ...PAGE, limit: 3 });
    expect(await titles({ after: first.next })).toEqual(['Số 1']);
    expect(await titles({ raisedBy: 'r' })).toEqual(['Của tôi']);
    expect([await titles({ kind: 'proposal' }), await titles({ state: 'closed' })]).toEqual([['Của tôi'], []]);
    await obstacles.take(mine, { act: 'closed', change: { state: 'closed' }, note: null, by: RAISER });
    expect(await obstacles.counts('w', null)).toEqual({ open: 3, closed: 1 });
    expect(await obstacles.counts('w', 'r')).toEqual({ closed: 1 });
    expect((await obstacles.unanswered('w')).map(({ title }) => title)).toEqual(['Số 1', 'Số 2', 'Số 3']);
  });

  test('counts a person’s proposals of a day in all wards', async () => {
    const by = { subject: 'r', office: 'Người dân', at: 500 };
    await raised({ kind: 'proposal', unit: null }, by);
    await raised({ kind: 'proposal', unit: null, ward: 'other' }, { ...by, at: 499 });
    await raised({ kind: 'proposal', unit: null }, { ...by, subject: 's' });
    expect([await obstacles.proposalsSince('r', 500), await obstacles.proposalsSince('r', 499)]).toEqual([1, 2]);
  });

  test('a resident’s goes wholly with them, an official’s stays with the office; both find it in their data before', async () => {
    const people = statePeople(open().state, movingClock());
    const own = await raised({ kind: 'proposal', unit: null, pressKey: 'k' });
    const member = await raised({}, OFFICE);
    await under(member, own);
    const unit = await raised({ pressKey: 'j' });
    const forgotten = await raised({ pressKey: 'j' }, { ...RAISER, subject: 'zalo:2' });
    const records = JSON.stringify(await people.records('zalo:1'));
    for (const code of [own.code, unit.code]) expect(records).toContain(code);
    expect(records).not.toContain(member.code);
    await people.erase('zalo:1');
    await people.erase('zalo:2');
    expect([await obstacles.byId(own.id), await acts(own.id)]).toEqual([null, []]);
    expect(await read(member.id)).toMatchObject({ groupedUnder: null });
    for (const { id } of [unit, forgotten]) {
      expect(await read(id)).toMatchObject({ raisedBy: '', unit: 'tram-y-te' });
      expect(await acts(id)).toEqual(['raised Trạm Y tế']);
    }
    expect(await people.records('zalo:1')).toEqual([]);
  });
});
