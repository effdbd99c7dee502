import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../fakes/test-server.ts';

let server: TestServer;
let ward: string;
beforeAll(async () => {
  server = await testServer();
  const many = server.deps.index.wards().find(({ key }) => {
    const plans = server.deps.index.ward(key)?.documents.map(({ plan }) => plan) ?? [];
    return plans.some(({ tasks, targets }) => tasks.length > 10 && targets.length > 10);
  });
  ward = many?.key ?? '';
});
afterAll(() => server.close());

const LISTS: readonly (readonly [string, () => string])[] = [
  ['tasks', () => `/api/v1/tasks?ward=${ward}`],
  ['targets', () => `/api/v1/targets?ward=${ward}`],
  ['wards', () => '/api/v1/wards?'],
];

test.each(LISTS)('%s: the list in parts is the whole list', async (name, address) => {
  const whole = (await server.call('GET', address())).json;
  expect(whole.next_cursor).toBeNull();
  const parts: unknown[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { json } = await server.call('GET', `${address()}&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
    expect(json[name].length).toBeLessThanOrEqual(3);
    parts.push(...json[name]);
    cursor = json.next_cursor;
  }
  expect(parts).toEqual(whole[name]);
});

test.each(LISTS)('%s: a limit or a cursor that cannot be used is refused', async (_name, address) => {
  for (const wrong of ['limit=0', 'limit=501', 'limit=a', 'cursor=bm9uZQ', 'cursor=']) {
    const reply = await server.call('GET', `${address()}&${wrong}`);
    expect([reply.status, reply.json.error.code], wrong).toEqual([400, 'invalid_input']);
  }
});

test('a filter holds on every page', async () => {
  const address = `/api/v1/tasks?ward=${ward}&due=no_date`;
  const first = (await server.call('GET', `${address}&limit=2`)).json;
  const second = (await server.call('GET', `${address}&limit=2&cursor=${first.next_cursor}`)).json;
  const both = [...first.tasks, ...second.tasks];
  expect(both.length).toBeGreaterThan(2);
  for (const task of both) expect(task.state).toBe('no_date');
});
