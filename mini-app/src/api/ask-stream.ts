import type { AnswerReply } from '@phuong-so/shared/contracts/answer';
import { ASK_PIECES, type SentencePiece } from '@phuong-so/shared/contracts/ask-stream';
import type * as z from 'zod/mini';
import { answerOfTold, withTold } from './answer-of-told.ts';
import { ASK_ENDPOINTS } from './ask-endpoints.ts';
import { type ApiClient, ServerError } from './client.ts';
import { eventsOf } from './event-stream.ts';
import type { AskNews, PhuongSoApi, Question } from './phuong-so-api.ts';

/** The server tells at once that it has begun; a proxy that gathers the whole reply does not. */
const BEGINS_WITHIN_MS = 10_000;

export interface StreamedAsk {
  readonly client: Pick<ApiClient, 'open'>;
  /** The question without a stream, for where none comes through. */
  readonly whole: PhuongSoApi['ask'];
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * Asks, and tells of the answer while it is made. Where no stream comes through to its end (an old phone, a proxy, a network
 * that breaks) the question is asked again without one. What was told stays in the answer, also when it is stopped; rejects as
 * `PhuongSoApi.ask` does only when nothing was told.
 */
export async function askByStream(
  { client, whole, now }: StreamedAsk,
  question: Question,
  signal: AbortSignal,
  hear: (news: AskNews) => void,
): Promise<AnswerReply> {
  const told: SentencePiece[] = [];
  const orTold = (thrown: unknown): AnswerReply => {
    if (told.length === 0) throw thrown;
    return answerOfTold(question.question, told, now());
  };
  const note = (news: AskNews) => {
    if (news.kind === 'sentence') told.push(news.sentence);
    hear(news);
  };
  try {
    return await streamed(client, question, signal, note);
  } catch (thrown) {
    if (signal.aborted) return orTold(new DOMException('stopped', 'AbortError'));
    if (isTheServersWord(thrown)) return orTold(thrown);
    return whole(question, signal).then((answer) => withTold(answer, told), orTold);
  }
}

async function streamed(
  client: Pick<ApiClient, 'open'>,
  { token = null, ...body }: Question,
  signal: AbortSignal,
  hear: (news: AskNews) => void,
): Promise<AnswerReply> {
  const end = new AbortController();
  const stop = () => end.abort();
  const timer = setTimeout(stop, BEGINS_WITHIN_MS);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const response = await client.open(ASK_ENDPOINTS.askStream, { body, token, signal: end.signal });
    for await (const { name, data } of eventsOf(response)) {
      clearTimeout(timer);
      if (name === 'step') hear({ kind: 'step', step: read('step', data).step });
      if (name === 'sentence') hear({ kind: 'sentence', sentence: read('sentence', data) });
      if (name === 'reading') hear({ kind: 'reading', reading: read('reading', data) });
      if (name === 'answer') return read('answer', data);
      if (name === 'error') throw toServerError(read('error', data));
    }
    throw new TypeError('the stream ended before the answer');
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    stop();
  }
}

function read<Name extends keyof typeof ASK_PIECES>(name: Name, data: string): z.infer<(typeof ASK_PIECES)[Name]> {
  return ASK_PIECES[name].parse(JSON.parse(data)) as z.infer<(typeof ASK_PIECES)[Name]>;
}

function toServerError({ error: { code, message } }: z.infer<typeof ASK_PIECES.error>): ServerError {
  return new ServerError(500, code, message, null);
}

/** An error in the server's own shape. "Not found" may be a server that knows no streams yet. */
function isTheServersWord(thrown: unknown): boolean {
  return thrown instanceof ServerError && thrown.code !== 'unknown' && thrown.status !== 404;
}
