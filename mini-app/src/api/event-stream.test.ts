import { expect, it } from 'vitest';
import { eventsOf, type ServerEvent } from './event-stream.ts';

const SENT =
  'retry: 3000\n\n: \n\nevent: step\ndata: {"step":"searching"}\n\nevent: sentence\r\ndata: "Hạn là 30/11."\r\n\r\n' +
  'data: một\ndata:hai\n\nevent: answer\rdata: {"text":"đủ"}\r\revent: cut\ndata: "của';
const EVENTS: ServerEvent[] = [
  { name: 'step', data: '{"step":"searching"}' },
  { name: 'sentence', data: '"Hạn là 30/11."' },
  { name: 'message', data: 'một\nhai' },
  { name: 'answer', data: '{"text":"đủ"}' },
];

/** The bytes in pieces of this size, wherever that cuts letters and line ends. */
function inPieces(text: string, size: number): Response {
  const bytes = new TextEncoder().encode(text);
  let from = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (from >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(from, from + size));
      from += size;
    },
  });
  return new Response(body);
}

async function read(response: Response): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of eventsOf(response)) events.push(event);
  return events;
}

it.each([1, 2, 3, 5, 7, 64, 10_000])('reads the same events from pieces of %d bytes', async (size) => {
  expect(await read(inPieces(SENT, size))).toEqual(EVENTS);
});

it('rejects where the connection breaks, after what came before', async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\ndata: 2')),
    pull: (controller) => controller.error(new TypeError('network error')),
  });
  const events: string[] = [];
  const reading = (async () => {
    for await (const { data } of eventsOf(new Response(body))) events.push(data);
  })();
  await expect(reading).rejects.toThrow('network error');
  expect(events).toEqual(['1']);
});

it('ends the request of a reader who stops early', async () => {
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
    cancel: () => {
      isCancelled = true;
    },
  });
  for await (const _ of eventsOf(new Response(body))) break;
  expect(isCancelled).toBe(true);
});
