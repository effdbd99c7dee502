import { expect, test, vi } from 'vitest';
import { repeat } from './repeat.ts';

const NEVER_MS = 3_600_000;

test('works until there is nothing to do, then waits to be woken', async () => {
  let todo = 3;
  let asked = 0;
  let idle: () => void = () => {};
  const becomesIdle = () => new Promise<void>((resolve) => (idle = resolve));
  const first = becomesIdle();
  const worker = repeat(
    async () => {
      asked += 1;
      if (todo === 0) {
        idle();
        return false;
      }
      todo -= 1;
      return true;
    },
    NEVER_MS,
    () => {},
  );
  await first;
  expect(asked).toBe(4);
  todo = 2;
  const second = becomesIdle();
  worker.wake();
  await second;
  expect(todo).toBe(0);
  await worker.stop();
});

test('a step that fails is told of and tried again', async () => {
  const told: unknown[] = [];
  let tries = 0;
  const worker: { wake(): void; stop(): Promise<void> } = await new Promise((resolve) => {
    const made = repeat(
      async () => {
        tries += 1;
        if (tries === 1) throw new Error('database locked');
        if (tries === 2) resolve(made);
        return false;
      },
      1,
      (error) => told.push(error),
    );
  });
  await worker.stop();
  expect(told).toEqual([new Error('database locked')]);
});

test('stopping waits for the step that has begun and starts no other', async () => {
  let finish: () => void = () => {};
  let steps = 0;
  const worker = repeat(
    () => {
      steps += 1;
      return new Promise<boolean>((resolve) => (finish = () => resolve(true)));
    },
    NEVER_MS,
    () => {},
  );
  let stopped = false;
  const stopping = worker.stop().then(() => (stopped = true));
  await Promise.resolve();
  expect(stopped).toBe(false);
  finish();
  await stopping;
  expect(steps).toBe(1);
});

test('looks ever more seldom while there is nothing to do, and often again after work', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  let todo = 0;
  let looks = 0;
  const step = async () => {
    looks += 1;
    todo -= 1;
    return todo >= 0;
  };
  const worker = repeat(step, { shortest: 10, longest: 40 }, () => {});
  await vi.advanceTimersByTimeAsync(10 + 20 + 40 + 40);
  expect(looks).toBe(5);
  todo = 1;
  await vi.advanceTimersByTimeAsync(40);
  await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(10);
  expect(looks).toBe(8);
  const stopped = worker.stop();
  await vi.runAllTimersAsync();
  await stopped;
  vi.useRealTimers();
});
