/** Bytes that come for so long are a connection that is alive; a proxy that holds them back is none. */
const SILENCE_MS = 20_000;

export interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

/**
 * Every event that has data, as they come. Ends with the stream; rejects when it breaks off or stays silent.
 * Source of the format: HTML standard, "Server-sent events". (`EventSource` cannot carry a session or a body.)
 */
export async function* eventsOf(response: Response): AsyncGenerator<ServerEvent> {
  const reader = response.body?.getReader();
  if (reader === undefined) throw new TypeError('the reply has no stream');
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await withinSilence(reader.read());
      if (done) return;
      const text = rest + decoder.decode(value, { stream: true });
      // The other half of a line's end may come with the next bytes.
      const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
      const blocks = whole.replace(/\r\n?/g, '\n').split('\n\n');
      rest = (blocks.pop() ?? '') + text.slice(whole.length);
      for (const block of blocks) {
        const event = parsed(block);
        if (event !== null) yield event;
      }
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** null = only comments, or what is meant for the connection. */
function parsed(block: string): ServerEvent | null {
  const lines = block.split('\n');
  const field = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, ''));
  const data = field('data');
  return data.length === 0 ? null : { name: field('event')[0] ?? 'message', data: data.join('\n') };
}

function withinSilence<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`nothing came for ${SILENCE_MS} ms`)), SILENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
