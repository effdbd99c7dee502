import { collapseSource } from '@phuong-so/shared/text/source-text';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frozenClock } from '../../bot-server/src/adapters/clock/frozen-clock.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  // A second goes by with every look at the clock, so that reading every section of every plan is not too fast.
  let seconds = 0;
  const ticks = () => {
    seconds += 1;
    return seconds * 1000;
  };
  const clock = { ...frozenClock(new Date('2025-11-21T01:00:00Z')), ticks };
  server = await testServer({ DEMO: '1' }, { clock });
});
afterAll(() => server.close());

function wards() {
  return server.deps.index.wards().map(({ key }) => key);
}

async function get(address: string) {
  const reply = await server.call('GET', address);
  expect(reply.status, address).toBe(200);
  return reply.json;
}

test('every section of every plan can be opened, from its address to its own path of headings', async () => {
  for (const ward of wards()) {
    for (const plan of (await get(`/api/v1/plans?ward=${ward}`)).plans) {
      expect(plan.outline.length, `${ward}/${plan.id}`).toBeGreaterThan(0);
      for (const { section_id, label } of plan.outline) {
        const address = `/api/v1/plans/${ward}/${encodeURIComponent(plan.id)}/sections/${encodeURIComponent(section_id)}`;
        const { section } = (await server.call('GET', address)).json;
        expect(section.id).toBe(section_id);
        expect(section.path.at(-1).label).toBe(label);
      }
    }
  }
});

test('every task and target names its plan and quotes it', async () => {
  for (const ward of wards()) {
    const documents = server.deps.index.ward(ward)?.documents ?? [];
    const source = (id: string) => documents.find(({ documentId }) => documentId === id)?.collapsedSource ?? '';
    const { tasks } = await get(`/api/v1/tasks?ward=${ward}`);
    const { targets } = await get(`/api/v1/targets?ward=${ward}`);
    for (const fact of [...tasks, ...targets]) expect(source(fact.document_id)).toContain(collapseSource(fact.quote));
  }
});

test('the quote of every fact is shown in its section, or beside it', async () => {
  for (const ward of wards()) {
    for (const { documentId, plan } of server.deps.index.ward(ward)?.documents ?? []) {
      const sections = new Set(plan.sections.map(({ id }) => id));
      for (const { quote } of [...plan.tasks, ...plan.targets]) {
        const { section } = quote.place;
        if (section === null || !sections.has(section)) continue;
        const address = `/api/v1/plans/${ward}/${documentId}/sections/${encodeURIComponent(section)}`;
        const { json } = await server.call('GET', `${address}?quote=${encodeURIComponent(quote.text)}`);
        expect(json.highlight ?? json.quote, `${ward}: ${quote.text}`).not.toBeNull();
      }
    }
  }
});

test('tasks are those of the unit that was asked for, whatever it is called', async () => {
  const ward = wards().find((key) => tasksOf(key).some(({ leadIds }) => leadIds.length > 0)) ?? '';
  const task = tasksOf(ward).find(({ leadIds }) => leadIds.length > 0);
  const id = task?.leadIds[0] ?? '';
  const unit = server.deps.units.get(id);
  const names = [id, unit?.name ?? id, (unit?.name ?? id).toUpperCase(), ...(unit?.nicknames.slice(0, 1) ?? [])];
  const lists = await Promise.all(
    names.map((name) => get(`/api/v1/tasks?ward=${ward}&unit=${encodeURIComponent(name)}`)),
  );
  const ids = lists.map(({ tasks }) => tasks.map((one: { id: string }) => one.id));
  expect(ids[0]).toContain(task?.id);
  for (const [at, list] of ids.entries()) expect(list, names[at]).toEqual(ids[0]);
});

test('tasks by state are exactly the tasks of that state', async () => {
  for (const ward of wards()) {
    const { tasks } = await get(`/api/v1/tasks?ward=${ward}`);
    const { tasks: overdue } = await get(`/api/v1/tasks?ward=${ward}&due=overdue`);
    expect(overdue).toEqual(tasks.filter((task: { state: string }) => task.state === 'overdue'));
    for (const task of overdue) expect(task.due_date < '2025-11-21', task.title).toBe(true);
  }
});

test.each([
  ['/api/v1/plans', 400],
  ['/api/v1/plans?ward=khong-co', 404],
  ['/api/v1/tasks?ward=khong-co', 404],
  ['/api/v1/targets?ward=khong-co', 404],
])('%s is refused with %i', async (address, status) => {
  expect((await server.call('GET', address)).status).toBe(status);
});

test('another ward’s document is not found under this ward', async () => {
  const [ward = '', other = ''] = wards();
  const document = server.deps.index.ward(other)?.documents[0];
  const section = encodeURIComponent(document?.plan.sections[0]?.id ?? '');
  const reply = await server.call('GET', `/api/v1/plans/${ward}/${document?.documentId}/sections/${section}`);
  expect(reply.status).toBe(404);
});

test('an unknown unit is said to be unknown, an unknown state is refused', async () => {
  const [ward = ''] = wards();
  const unit = await server.call('GET', `/api/v1/tasks?ward=${ward}&unit=${encodeURIComponent('Cục Không Có Thật')}`);
  expect([unit.status, unit.json.error.code]).toEqual([404, 'unknown_unit']);
  expect((await server.call('GET', `/api/v1/tasks?ward=${ward}&due=sometime`)).status).toBe(400);
});

function tasksOf(ward: string) {
  return server.deps.index.ward(ward)?.documents.flatMap(({ plan }) => plan.tasks) ?? [];
}
