import { afterEach, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { json } from '../../testing/fake-server.ts';
import { createApiClient, NetworkError, TimeLimitError } from './client.ts';

const x = { method: 'GET', path: '/x', reply: z.object({ ok: z.boolean() }) } as const;
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
    .call(x)
    .catch((thrown: unknown) => thrown);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await outcome).toBeInstanceOf(TimeLimitError);
});

it('tells a stopped request from a broken network', async () => {
  const fails = async () => {
    throw new TypeError('Failed to fetch');
  };
  await expect(clientOver(fails).call(x)).rejects.toBeInstanceOf(NetworkError);
  const stop = new AbortController();
  stop.abort();
  const stopped = clientOver(fails).call(x, { signal: stop.signal });
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
});

it.each([
  ['30', 30],
  [null, null],
  ['soon', null],
])('reads when to try again from %s', async (header, seconds) => {
  const busy = async () =>
    json({ error: { code: 'rate_limited', message: 'Chờ' } }, 429, header === null ? {} : { 'retry-after': header });
  await expect(clientOver(busy).call(x)).rejects.toMatchObject({
    status: 429,
    code: 'rate_limited',
    shown: 'Chờ',
    retryAfterSeconds: seconds,
  });
});

it('accepts nothing that is not the agreed shape', async () => {
  await expect(clientOver(async () => json({ ok: 'yes' })).call(x)).rejects.toMatchObject({
    code: 'bad_reply',
  });
});

it('fills in the address, leaves out what is not asked, and carries the session in a header', async () => {
  const seen: [string, RequestInit | undefined][] = [];
  const client = clientOver(async (input, init) => {
    seen.push([String(input), init]);
    return json({ ok: true });
  });
  const section = { method: 'GET', path: '/plans/:ward/:id', reply: x.reply } as const;
  await client.call(section, {
    path: { ward: 'an-binh', id: 'KH 43/2025' },
    query: { q: 'báo cáo', p: null },
    token: 't',
  });
  expect(seen[0]?.[0]).toBe('/plans/an-binh/KH%2043%2F2025?q=b%C3%A1o+c%C3%A1o');
  expect(seen[0]?.[1]?.headers).toEqual({ authorization: 'Bearer t' });
  expect(seen[0]?.[1]?.credentials).toBe('omit');
});

it('sends a file as it is, and hands a stream out before it ends', async () => {
  const seen: (RequestInit | undefined)[] = [];
  const client = clientOver(async (_input, init) => {
    seen.push(init);
    return init?.method === 'POST' ? json({ ok: true }) : new Response('event: progress\n');
  });
  const picture = new Blob(['…'], { type: 'image/png' });
  await client.call({ ...x, method: 'POST' }, { body: picture });
  expect(seen[0]?.body).toBe(picture);
  expect(seen[0]?.headers).toEqual({ 'content-type': 'image/png' });
  expect(await (await client.open(x)).text()).toBe('event: progress\n');
  const refused = clientOver(async () => json({ error: { code: 'not_found', message: 'x' } }, 404)).open(x);
  await expect(refused).rejects.toMatchObject({ status: 404 });
});
