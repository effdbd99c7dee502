import { expect, test } from 'vitest';
import { testServer } from '../fakes/test-server.ts';
import { UNITS, WARD } from '../fakes/work-server.ts';

test('a demonstration’s officials work on tasks of their own: nobody real sees them, and they see nothing real', async () => {
  const server = await testServer({ DEMO: '1', CLOCK: '2026-11-21T08:00:00+07:00' });
  const { rights, sessions, people } = server.deps;
  const right = { role: 'official', ward: WARD, unit: UNITS.vhxh, group: null } as const;
  await people.meet('zalo:real');
  await rights.give('zalo:real', right, 'test');
  const real = sessions.issue({ subject: 'zalo:real', name: null, ...right, demo: false }).token;
  const persona = await server.signIn('official', WARD, { unit: UNITS.vhxh });
  const colleague = await server.signIn('official', WARD, { unit: UNITS.ktht });
  const fact = server.deps.index.ward(WARD)?.documents[0]?.plan.tasks[0]?.id;
  const body = { ward: WARD, tasks: [{ document_id: WARD, fact_id: fact }], targets: [] };
  const confirm = async (token: string) =>
    (await server.call('POST', '/api/v1/work', { token, body })).json.tasks[0].id as string;
  const [own, theirs] = [await confirm(real), await confirm(persona)];
  expect(own).not.toBe(theirs);
  const seen = async (token: string) =>
    (await server.call('GET', `/api/v1/work?ward=${WARD}`, { token })).json.work.map(({ id }: { id: string }) => id);
  expect([await seen(real), await seen(persona), await seen(colleague)]).toEqual([[own], [theirs], [theirs]]);
  expect((await server.call('GET', `/api/v1/work/${own}`, { token: persona })).status).toBe(404);
  expect((await server.call('GET', `/api/v1/work/${theirs}`, { token: real })).status).toBe(404);
  await server.close();
});
