import { parseDue } from '@phuong-so/shared/domain/due-date';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { stateWork } from '../../bot-server/src/adapters/state/repos/work.ts';
import type { Work } from '../../bot-server/src/ports/work.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';
import { newItem, provenance, STANDING } from '../fakes/work-samples.ts';

const TODAY = '2025-11-21';
const WARD = 'nguyen-dai-nang';
const UNIT = 'Phòng Kinh tế, Hạ tầng và Đô thị';
let server: TestServer;
let work: Work;
let count = 0;
beforeAll(async () => {
  server = await testServer();
  work = stateWork(server.service.state, randomIds, { demo: true });
});
afterAll(() => server.close());
beforeEach(() => {
  count += 1;
});

const me = () => `zalo:can-bo-${count}`;
const token = () => {
  const nobody = { role: 'resident', ward: null, unit: null, group: null, demo: false } as const;
  return server.deps.sessions.issue({ subject: me(), name: null, ...nobody }).token;
};
const appoint = (ward = WARD) =>
  server.deps.rights.give(me(), { role: 'official', ward, unit: UNIT, group: null }, 'x');
const get = async (by = token()) => (await server.call('GET', '/api/v1/work-notices', { token: by })).json;

/** A task that is due in seven days, confirmed long ago. */
async function task(change: object = {}) {
  const from = provenance({ factId: `f${count}` });
  const due = parseDue('28/11/2025');
  const item = newItem({ ward: WARD, from, leads: ['kt-ht-dt'], due, ...change });
  const [made] = await work.confirm([item], { ...STANDING, at: 1_000 });
  if (made === undefined) throw new Error('not confirmed');
  return made;
}
/** As the worker has decided it this morning. */
async function remind(itemId: string, occasion: string, subject = me()): Promise<void> {
  const row = {
    id: `${itemId}|${occasion}|${subject}`,
    ward: WARD,
    itemId,
    occasion: `${occasion} responsible`,
    subject,
  };
  const { db, tables } = server.service.state;
  await db.insert(tables.workReminders).values({ ...row, day: TODAY, madeAt: 1, toldAt: null });
}

test('an official sees what they are reminded of today, and nobody else does', async () => {
  await appoint();
  const { id } = await task();
  await remind(id, '2025-11-28:7');
  expect(await get()).toEqual({
    ...{ as_of: TODAY, lead: 'Hôm nay: 1 việc còn 7 ngày.' },
    notices: [
      {
        ...{ kind: 'soon', rank: 'responsible', work_id: id, name: '5', title: 'Kết nối LGSP' },
        ...{ day: '2025-11-28', days_left: 7, text: 'Còn 7 ngày (hạn 28/11/2025).', awaits_confirmation: false },
      },
    ],
  });
});

test('what was done since the morning is left out', async () => {
  await appoint();
  const made = await task();
  await remind(made.id, '2025-11-28:7');
  await work.change(made, { state: 'closed' }, { act: 'closed', note: null, changes: [] }, STANDING);
  expect(await get()).toEqual({ as_of: TODAY, lead: null, notices: [] });
});

test('nothing for a resident, for whoever has lost the right, and for an official who has moved to another ward', async () => {
  const { id } = await task();
  await remind(id, '2025-11-28:7');
  const nothing = { as_of: TODAY, lead: null, notices: [] };
  expect(await get()).toEqual(nothing);
  await appoint();
  expect((await get()).notices).toHaveLength(1);
  await server.deps.rights.take(me());
  expect(await get()).toEqual(nothing);
  await appoint('tran-lieu');
  expect(await get()).toEqual(nothing);
});

test('a persona of the demonstration sees what their unit would have been reminded of in the last days', async () => {
  const due = parseDue('25/11/2025');
  const { id } = await task({ demo: true, due });
  const persona = await server.signIn('official', WARD, { unit: UNIT });
  const { lead, notices } = await get(persona);
  expect(lead).toMatch(/^Hôm nay: /);
  expect(notices).toContainEqual(expect.objectContaining({ work_id: id, rank: 'unit', days_left: 4 }));
});
