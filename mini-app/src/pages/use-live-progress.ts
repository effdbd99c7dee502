import { type BroadcastProgress, progressReply } from '@phuong-so/shared/contracts/broadcasts';
import { useEffect } from 'react';
import { BROADCAST_ENDPOINTS } from '../api/broadcast-endpoints.ts';
import { eventsOf } from '../api/event-stream.ts';
import type { Reading } from '../reading/reading.ts';
import type { Services } from './services.ts';
import { useSignedInReading } from './use-own-reading.ts';

/** Between two questions where no stream comes through. */
const ASK_AGAIN_MS = 4_000;
/** A network that breaks streams off breaks the next one off, too. */
const MOST_STREAMS = 3;

/** How far one has come; while `isLive` it follows by itself, by a stream, else by asking every few seconds. */
export function useLiveProgress(
  services: Services,
  id: string,
  isLive: boolean,
  onSettled: () => void,
): Reading<BroadcastProgress> {
  const { reading } = useSignedInReading(services, {
    key: ['broadcast-progress', id],
    endpoint: BROADCAST_ENDPOINTS.progress,
    options: { path: { id } },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is being sent
  useEffect(() => {
    if (!isLive) return;
    const stop = new AbortController();
    const show = (progress: BroadcastProgress) => {
      if (!stop.signal.aborted) services.queries.setQueriesData({ queryKey: ['broadcast-progress', id] }, progress);
    };
    void follow(services, id, show, stop.signal).then(() => {
      if (!stop.signal.aborted) onSettled();
    });
    return () => stop.abort();
  }, [isLive, id]);
  return reading;
}

/** Resolves when nothing is left to send, or when it is stopped; never rejects. */
async function follow(
  services: Services,
  id: string,
  show: (progress: BroadcastProgress) => void,
  signal: AbortSignal,
) {
  let streams = 0;
  let isOver = false;
  const take = (progress: BroadcastProgress) => {
    isOver = progress.state !== 'sending';
    show(progress);
  };
  while (!isOver && !signal.aborted) {
    if (streams < MOST_STREAMS) await readStream(services, id, take, signal).catch(() => undefined);
    streams += 1;
    if (isOver || signal.aborted) return;
    const asked = services.session.call(BROADCAST_ENDPOINTS.progress, { path: { id }, signal });
    await asked.then(take).catch(() => undefined);
    if (!isOver) await pause(ASK_AGAIN_MS, signal);
  }
}

async function readStream(
  { client, session }: Services,
  id: string,
  take: (progress: BroadcastProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const token = await session.ensureToken();
  const response = await client.open(BROADCAST_ENDPOINTS.progressStream, { path: { id }, token, signal });
  for await (const { name, data } of eventsOf(response)) {
    if (name === 'progress') take(progressReply.parse(JSON.parse(data)));
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
