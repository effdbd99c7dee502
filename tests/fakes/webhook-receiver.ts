import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ReceivedPost {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
}

/** `hang`: no answer at all; `cut`: the connection is destroyed. */
export type ReceiverAnswer = number | 'hang' | 'cut';

/** A bare web server that keeps what is posted to it; it ends with the test. The answers are given in order, then 200. */
export async function webhookReceiver(...answers: ReceiverAnswer[]): Promise<{ url: string; posts: ReceivedPost[] }> {
  const posts: ReceivedPost[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      posts.push({ headers: request.headers, raw: Buffer.concat(parts).toString('utf8') });
      const answer = answers.shift() ?? 200;
      if (answer === 'cut') request.socket.destroy();
      else if (answer !== 'hang') response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, posts };
}
