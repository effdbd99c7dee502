import { beforeEach, expect, it } from 'vitest';
import { NAMED_WARD, NAMELESS_WARD } from '../../../testing/fake-server.ts';
import { browserStorage } from '../../zalo/browser-platform.ts';
import { WardStore } from './ward-store.ts';

const storage = browserStorage(window);
const open = async (wards = [NAMED_WARD, NAMELESS_WARD], preferred: string | null = null) => {
  const store = new WardStore({ api: { wards: async () => ({ wards, next_cursor: null }) }, storage });
  await store.load(preferred);
  return store;
};

beforeEach(() => window.localStorage.clear());

it('asks when there is more than one ward, not when there is one', async () => {
  expect((await open()).snapshot().chosen).toBeNull();
  expect((await open([NAMED_WARD])).snapshot().chosen?.key).toBe('an-binh');
});

it('follows a link made for a ward rather than the memory', async () => {
  await (await open()).choose(NAMED_WARD);
  expect((await open(undefined, 'phuong-x')).snapshot().chosen?.key).toBe('phuong-x');
  expect((await open()).snapshot().chosen?.key).toBe('phuong-x');
});

it('asks again when the remembered ward is no longer served', async () => {
  await (await open()).choose(NAMED_WARD);
  const other = { ...NAMELESS_WARD, key: 'other' };
  expect((await open([NAMELESS_WARD, other])).snapshot().chosen).toBeNull();
});

it('ignores damaged memory', async () => {
  window.localStorage.setItem('phuong-so.ward', '{"key":1}');
  expect((await open()).snapshot()).toMatchObject({ remembered: true, chosen: null, list: 'ready' });
});
