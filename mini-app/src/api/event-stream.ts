/** Bytes that come for so long are a connection that is alive; a proxy that holds them back is none. */
const SILENCE_MS = 20_000;

/**
 * The data of every event of this name, as they come. Ends with the stream; rejects when it breaks off or stays silent.
 * Source of the format: HTML standard, "Server-sent events". (`EventSource` cannot carry a session.)
 */
export async function* eventsOf(response: Response, name: string): AsyncGenerator<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) throw new TypeError('the reply has no stream');
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await withinSilence(reader.read());
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).replace(/\r\n?/g, '\n').split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = parsed(block);
        if (event.name === name) yield event.data;
      }
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function parsed(block: string): { readonly name: string; readonly data: string } {
  const field = (name: string) =>
    block
      .split('\n')
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).replace(/^ /, ''));
  return { name: field('event')[0] ?? 'message', data: field('data').join('\n') };
}

function withinSilence<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`nothing came for ${SILENCE_MS} ms`)), SILENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
