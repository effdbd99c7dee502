/** One server-sent event; `data` as JSON. */
export interface ReadEvent {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read events of every shape.
  readonly data: any;
}

/** Reads a reply of server-sent events one by one; comments are counted and left out. */
export function eventReader(response: Response) {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let comments = 0;
  async function next(): Promise<ReadEvent | null> {
    for (;;) {
      const end = rest.indexOf('\n\n');
      if (end >= 0) {
        const lines = rest.slice(0, end).split('\n');
        rest = rest.slice(end + 2);
        const [name = '', data = ''] = ['event: ', 'data: '].map((field) =>
          lines.find((line) => line.startsWith(field))?.slice(field.length),
        );
        if (name !== '') return { name, data: JSON.parse(data) };
        comments += 1;
        continue;
      }
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) return null;
      rest += decoder.decode(value, { stream: true });
    }
  }
  return {
    next,
    /** All that still come, until the end of the stream. */
    async rest(): Promise<ReadEvent[]> {
      const events: ReadEvent[] = [];
      for (let event = await next(); event !== null; event = await next()) events.push(event);
      return events;
    },
    /** Everything until the first of this name, which is the last. */
    async until(name: string): Promise<ReadEvent[]> {
      const events: ReadEvent[] = [];
      for (;;) {
        const event = await next();
        if (event === null) throw new Error(`the stream ended before ${name}: ${JSON.stringify(events)}`);
        events.push(event);
        if (event.name === name) return events;
      }
    },
    comments: () => comments,
    leave: () => reader?.cancel(),
  };
}
