import { afterEach, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { json } from '../../testing/fake-server.ts';
import { createApiClient, NetworkError, TimeLimitError } from './client.ts';

const shape = z.object({ ok: z.boolean() });
const clientOver = (fetch: typeof globalThis.fetch) => createApiClient({ baseUrl: '', fetch, timeLimitMs: 20_000 });

afterEach(() => {
  vi.useRealTimers();
});

it('gives up after the time limit, also when only the body is late', async () => {
  vi.useFakeTimers();
  const stalls = (_input: unknown, init?: RequestInit) => {
    const body = new ReadableStream({
      start(controller) {
        init?.signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')));
      },
    });
    return Promise.resolve(new Response(body));
  };
  const outcome = clientOver(stalls as typeof fetch)
    .request('GET', '/x', shape)
    .catch((thrown: unknown) => thrown);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await outcome).toBeInstanceOf(TimeLimitError);
});

it('tells a stopped request from a broken network', async () => {
  const fails = async () => {
    throw new TypeError('Failed to fetch');
  };
  await expect(clientOver(fails).request('GET', '/x', shape)).rejects.toBeInstanceOf(NetworkError);
  const stop = new AbortController();
  stop.abort();
  const stopped = clientOver(fails).request('GET', '/x', shape, { signal: stop.signal });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
});

it.each([
  ['30', 30],
  [null, null],
  ['soon', null],
])('reads when to try again from %s', async (header, seconds) => {
  const busy = async () =>
    json({ error: { code: 'rate_limited', message: 'Chờ' } }, 429, header === null ? {} : { 'retry-after': header });
  await expect(clientOver(busy).request('GET', '/x', shape)).rejects.toMatchObject({
    status: 429,
    code: 'rate_limited',
    shown: 'Chờ',
    retryAfterSeconds: seconds,
  });
});

it('accepts nothing that is not the agreed shape', async () => {
  await expect(clientOver(async () => json({ ok: 'yes' })).request('GET', '/x', shape)).rejects.toMatchObject({
    code: 'bad_reply',
  });
});
