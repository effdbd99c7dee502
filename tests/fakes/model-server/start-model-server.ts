import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { meaningOf } from './meaning.ts';
import { PARTS, type Part, type PartName } from './parts.ts';
import { hasPicture, pictureReply, type Recording, readRecording } from './perceiving.ts';
import { type ChatRequest, chatRequest, errorBody, type Said, streamEvents, wholeReply } from './protocol.ts';
import { recordingOf, type SpeechRequest, speechRequest } from './speaking.ts';

/** How the connection misbehaves, whatever is said. */
export const FAULTS = [
  'none',
  'slow',
  'cut_off',
  'malformed',
  'not_json',
  'rate_limited',
  'refused',
  'broken',
] as const;
export type Fault = (typeof FAULTS)[number];

/** A server at the network's edge that speaks the OpenAI protocol and plays a part. It knows nothing and reaches nobody. */
export interface ModelServer {
  /** As `OPENAI_BASE_URL` wants it: "http://127.0.0.1:40123/v1". */
  readonly url: string;
  readonly apiKey: string;
  /** Every chat request since the last `play`, as it came. */
  readonly requests: readonly ChatRequest[];
  /** From now on. A part of one's own may be given. */
  play(part: PartName | Part, fault?: Fault): void;
  /** Until what it returns is called, the second half of what is said in words is not sent. */
  holdSecondHalf(): () => void;
  /** Chat replies since the last `play` that were sent to their last word, and that whoever asked did not wait for. */
  readonly replies: { readonly whole: number; readonly left: number };
  /** What is said of a recording. */
  hear(text: string): void;
  /** What is said of a picture. */
  see(text: string): void;
  /** Texts that were given a meaning since the start. */
  readonly embedded: readonly string[];
  /** From now on a vector has so many numbers. */
  embedIn(dimension: number): void;
  /** What was to be read aloud since the start. */
  readonly spoken: readonly SpeechRequest[];
  /** Recordings that came since the start. */
  readonly recordings: readonly Recording[];
  /** Pictures that came since the start: how many. */
  readonly pictures: number;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const API_KEY = 'sk-double';
/** Numbers of a vector. */
const DIMENSION = 64;

export async function startModelServer(): Promise<ModelServer> {
  const requests: ChatRequest[] = [];
  const replies = { whole: 0, left: 0 };
  let part: Part = PARTS.faithful;
  let fault: Fault = 'none';
  let heard = '';
  let seen = '';
  let pictures = 0;
  const recordings: Recording[] = [];
  const spoken: SpeechRequest[] = [];
  const embedded: string[] = [];
  let dimension = DIMENSION;
  let held: Promise<void> = Promise.resolve();

  async function chat(body: Buffer, response: ServerResponse): Promise<void> {
    const json: unknown = JSON.parse(body.toString('utf8'));
    if (hasPicture(json)) {
      pictures += 1;
      const { status, reply } = pictureReply(json, seen);
      send(response, status, reply);
      return;
    }
    const parsed = chatRequest.safeParse(json);
    if (!parsed.success) {
      send(response, 400, errorBody(parsed.error.message, 'invalid_request_error', 'unknown_parameter'));
      return;
    }
    const request = parsed.data;
    requests.push(request);
    response.once('close', () => {
      replies[response.writableFinished ? 'whole' : 'left'] += 1;
    });
    const said = fault === 'malformed' ? { text: '{"completeness":"complete","sentences":[{"te' } : part(request);
    if (request.stream) await stream(response, request, said, fault, held);
    else whole(response, request, said, fault);
  }

  function embed(body: Buffer, response: ServerResponse): void {
    const asked = JSON.parse(body.toString('utf8')) as EmbeddingRequest;
    embedded.push(...[asked.input].flat());
    send(response, 200, fault === 'malformed' ? { object: 'list', data: [] } : embeddings(asked, dimension));
  }

  function speak(body: Buffer, response: ServerResponse): void {
    const parsed = speechRequest.safeParse(JSON.parse(body.toString('utf8')));
    if (!parsed.success) {
      send(response, 400, errorBody(parsed.error.message, 'invalid_request_error', null));
      return;
    }
    spoken.push(parsed.data);
    const sound = fault === 'malformed' ? Buffer.from('{"error":null}') : recordingOf(parsed.data);
    response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': sound.length });
    if (fault === 'cut_off') response.write(sound.subarray(0, sound.length / 2), () => response.destroy());
    else response.end(sound);
  }

  async function transcribe({ headers }: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const recording = await readRecording(body, headers['content-type'] ?? '');
    if (recording !== null) recordings.push(recording);
    if (recording === null) send(response, 400, errorBody('file is required', 'invalid_request_error', null));
    else if (fault === 'not_json') response.writeHead(200).end('<html>502</html>');
    else send(response, 200, { text: heard });
  }

  const server = createServer((incoming, response) => {
    void buffer(incoming)
      .then(async (body) => {
        if (refuses(incoming, response, fault)) return;
        if (incoming.url === '/v1/chat/completions') await chat(body, response);
        else if (incoming.url === '/v1/audio/speech') speak(body, response);
        else if (incoming.url === '/v1/embeddings') embed(body, response);
        else if (incoming.url === '/v1/audio/transcriptions') await transcribe(incoming, body, response);
        else send(response, 404, errorBody('Not found', 'invalid_request_error', null));
      })
      .catch(() => response.destroy());
  });
  // A connection that a fault broke is nobody's next one.
  server.maxRequestsPerSocket = 1;
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}/v1`,
    apiKey: API_KEY,
    ...{ requests, replies },
    play(next, nextFault = 'none') {
      part = typeof next === 'function' ? next : PARTS[next];
      fault = nextFault;
      requests.length = 0;
      Object.assign(replies, { whole: 0, left: 0 });
    },
    holdSecondHalf() {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    hear(text) {
      heard = text;
    },
    spoken,
    recordings,
    embedded,
    embedIn(next) {
      dimension = next;
    },
    get pictures() {
      return pictures;
    },
    see(text) {
      seen = text;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Says no before anything is read; a slow server never says anything. */
function refuses(incoming: IncomingMessage, response: ServerResponse, fault: Fault): boolean {
  if (fault === 'refused' || incoming.headers.authorization !== `Bearer ${API_KEY}`)
    send(response, 401, errorBody('Incorrect API key provided.', 'invalid_request_error', 'invalid_api_key'));
  else if (fault === 'rate_limited')
    send(response, 429, errorBody('Rate limit reached.', 'requests', 'rate_limit_exceeded'));
  else if (fault === 'broken') send(response, 500, errorBody('The server had an error.', 'server_error', null));
  else return fault === 'slow';
  return true;
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function whole(response: ServerResponse, request: ChatRequest, said: Said, fault: Fault): void {
  const body = fault === 'not_json' ? '<html>502</html>' : JSON.stringify(wholeReply(request, said));
  // A connection that is cut promises the whole and ends after half of it.
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  if (fault === 'cut_off') response.write(body.slice(0, body.length / 2), () => response.destroy());
  else response.end(body);
}

async function stream(
  response: ServerResponse,
  request: ChatRequest,
  said: Said,
  fault: Fault,
  held: Promise<void>,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const events = fault === 'not_json' ? ['{"choices":[{"ind', '[DONE]'] : [...streamEvents(request, said)];
  const middle = Math.ceil(events.length / 2);
  for (const event of events.slice(0, middle)) response.write(`data: ${event}\n\n`);
  if (fault === 'cut_off') {
    setImmediate(() => response.destroy());
    return;
  }
  if ('text' in said) await held;
  for (const event of events.slice(middle)) response.write(`data: ${event}\n\n`);
  response.end();
}

interface EmbeddingRequest {
  readonly input: string | string[];
  readonly model: string;
  readonly encoding_format?: string;
}

/** Last text first: a client has to look at `index`. */
function embeddings(asked: EmbeddingRequest, dimension: number): object {
  const data = [asked.input].flat().map((text, index) => {
    const meaning = meaningOf(text, dimension);
    const bytes = Buffer.from(Float32Array.from(meaning).buffer);
    const embedding = asked.encoding_format === 'base64' ? bytes.toString('base64') : meaning;
    return { object: 'embedding', index, embedding };
  });
  data.reverse();
  return { object: 'list', data, model: asked.model, usage: { prompt_tokens: data.length, total_tokens: data.length } };
}
