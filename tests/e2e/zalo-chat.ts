import type { DemoServer } from './demo-server.ts';

const PATIENCE_MS = 30_000;

interface Message {
  readonly from: string;
  readonly text: string;
}

/** A person's chat with one Official Account of the simulated Zalo, from outside of the server's process. */
export interface ZaloChat {
  /** Writes, and waits for what the account says to it. @throws Error with all that was said when `expected` does not come. */
  say(text: string, expected: RegExp): Promise<string>;
  /** Waits for something that the account says of itself. @throws Error with all that was said when it does not come. */
  next(expected: RegExp): Promise<string>;
  /** Everything that the account has said so far. */
  heard(): readonly string[];
}

export function zaloChat(server: DemoServer, oaId: string, personId: string): ZaloChat {
  let seen = 0;
  const address = (what: string) => `${server.simulatedZalo()}/_control/people/${personId}/${what}`;
  const read = async () => {
    const reply = await fetch(address(`messages?oa=${oaId}&after=${seen}`));
    const { messages, after } = (await reply.json()) as { messages: Message[]; after: number };
    seen = after;
    return messages.filter(({ from }) => from === 'account').map(({ text }) => text);
  };
  const heard: string[] = [];
  const waitFor = async (expected: RegExp, why: string) => {
    const said: string[] = [];
    const deadline = performance.now() + PATIENCE_MS;
    while (performance.now() < deadline) {
      const news = await read();
      said.push(...news);
      heard.push(...news);
      const found = said.find((one) => expected.test(one));
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${why}:\n${said.join('\n---\n')}`);
  };
  return {
    async say(text, expected) {
      heard.push(...(await read()));
      await fetch(address(`say?oa=${oaId}`), { method: 'POST', body: JSON.stringify({ text }) });
      return waitFor(expected, `“${text}” was not answered with ${expected}`);
    },
    next: (expected) => waitFor(expected, `nothing came like ${expected}`),
    heard: () => heard,
  };
}
