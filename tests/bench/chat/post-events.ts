import { Agent, request } from 'node:http';
import { userSentText } from '../../../bot-server/src/simulated-zalo/events.ts';
import { signEvent } from '../../../bot-server/src/simulated-zalo/sign-event.ts';

export const APP_ID = 'bench-app';
export const OA_ID = 'bench-oa';
export const OA_SECRET = 'bench secret';

export interface SignedEvent {
  readonly body: string;
  readonly mac: string;
}

/** A message as Zalo posts it; every number is another person and another message. */
export function signedEvent(number: number, text: string): SignedEvent {
  const frame = { appId: APP_ID, oaId: OA_ID, userId: `person-${number}`, at: Date.now() };
  const event = userSentText(frame, { text, msgId: `message-${number}` });
  const body = JSON.stringify(event);
  return { body, mac: signEvent(body, { appId: APP_ID, timestamp: event.timestamp, oaSecretKey: OA_SECRET }) };
}

/** Posts on kept connections; gives the time to the answer in milliseconds. @throws Error for anything but 200 */
export function poster(address: string): { post(event: SignedEvent): Promise<number>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const post = ({ body, mac }: SignedEvent) =>
    new Promise<number>((resolve, reject) => {
      const started = performance.now();
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'x-zevent-signature': mac,
      };
      const sent = request(`${address}/webhooks/zalo`, { method: 'POST', agent, headers }, (reply) => {
        reply.resume().once('end', () => {
          if (reply.statusCode === 200) resolve(performance.now() - started);
          else reject(new Error(`the webhook answered ${reply.statusCode}`));
        });
      });
      sent.once('error', reject);
      sent.end(body);
    });
  return { post, close: () => agent.destroy() };
}

/** As fast as `concurrency` posts at a time go; gives events a second. */
export async function postAll(
  address: string,
  events: readonly SignedEvent[],
  concurrency: number,
): Promise<{ perSecond: number }> {
  const { post, close } = poster(address);
  const queue = events[Symbol.iterator]();
  const started = performance.now();
  const lane = async () => {
    for (const event of queue) await post(event);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  close();
  return { perSecond: (events.length * 1000) / (performance.now() - started) };
}

/** One every `1000 / perSecond` ms whatever the answers do; gives each time to the answer in milliseconds. */
export async function postAtRate(
  address: string,
  events: readonly SignedEvent[],
  perSecond: number,
): Promise<readonly number[]> {
  const { post, close } = poster(address);
  const started = performance.now();
  const answers: Promise<number>[] = [];
  while (answers.length < events.length) {
    const due = Math.min(events.length, Math.floor(((performance.now() - started) * perSecond) / 1000) + 1);
    for (const event of events.slice(answers.length, due)) answers.push(post(event));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const times = await Promise.all(answers);
  close();
  return times;
}
