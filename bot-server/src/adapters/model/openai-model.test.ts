import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from '../../../../tests/fakes/free-port.ts';
import {
  type Fault,
  type ModelServer,
  startModelServer,
} from '../../../../tests/fakes/model-server/start-model-server.ts';
import { type LanguageModel, ModelFailure, type ModelRequest } from '../../ports/language-model.ts';
import { openAiModel } from './openai-model.ts';

const TIMEOUT_MS = 250;
const SECRET = 'điều bí mật của bà Tư';

let server: ModelServer;
let model: LanguageModel;
beforeAll(async () => {
  server = await startModelServer();
  model = openAiModel({ apiKey: server.apiKey, baseUrl: server.url, model: 'double', timeoutMs: TIMEOUT_MS });
});
afterAll(() => server.stop());
beforeEach(() => server.play('silent'));

const never = () => new AbortController().signal;
const tool = { name: 'search_passages', description: 'Tìm', parameters: { type: 'object', properties: {} } };

function request(more: Partial<ModelRequest> = {}): ModelRequest {
  return { messages: [{ role: 'user', text: SECRET }], tools: [], schema: null, most: 50, ...more };
}

async function failure(work: Promise<unknown>): Promise<ModelFailure> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ModelFailure);
  return error as ModelFailure;
}

/** Both ways of asking, each answering the whole turn. */
const WAYS = {
  complete: (asked: ModelRequest, signal = never()) => model.complete(asked, signal),
  stream: (asked: ModelRequest, signal = never()) => model.stream(asked, signal, () => {}),
} as const;

describe.each(Object.keys(WAYS) as (keyof typeof WAYS)[])('%s', (way) => {
  const ask = WAYS[way];

  test('gives the text with the tokens it took', async () => {
    server.play(() => ({ text: 'Xin chào bà con' }));
    expect(await ask(request())).toEqual({
      text: 'Xin chào bà con',
      calls: [],
      cut: false,
      usage: { prompt: Math.ceil(SECRET.length / 3), completion: 5 },
    });
  });

  test('gives calls of tools with their arguments as written', async () => {
    server.play(() => ({
      calls: [
        { name: 'search_passages', arguments: { query: 'báo cáo hằng năm trước ngày nào' } },
        { name: 'ward_facts', arguments: {} },
      ],
    }));
    const { calls } = await ask(request({ tools: [tool] }));
    expect(calls).toEqual([
      { id: 'call_0', name: 'search_passages', arguments: '{"query":"báo cáo hằng năm trước ngày nào"}' },
      { id: 'call_1', name: 'ward_facts', arguments: '{}' },
    ]);
  });

  test('sends messages, tools and schema as the protocol has them', async () => {
    await ask(
      request({
        messages: [
          { role: 'system', text: 's' },
          { role: 'user', text: 'u' },
          { role: 'assistant', text: '', calls: [{ id: 'c1', name: 'search_passages', arguments: '{}' }] },
          { role: 'tool', callId: 'c1', text: 'r' },
        ],
        tools: [tool],
        schema: { name: 'answer', schema: { type: 'object' } },
      }),
    );
    expect(server.requests[0]).toMatchObject({
      model: 'double',
      max_tokens: 50,
      messages: [
        { role: 'system', content: 's' },
        { role: 'user', content: 'u' },
        { role: 'assistant', tool_calls: [{ id: 'c1', function: { name: 'search_passages', arguments: '{}' } }] },
        { role: 'tool', tool_call_id: 'c1', content: 'r' },
      ],
      tools: [{ type: 'function', function: tool }],
      response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true } },
    });
  });

  test.each<[Fault, ModelFailure['kind']]>([
    ['refused', 'refused'],
    ['rate_limited', 'rate_limited'],
    ['slow', 'timeout'],
    ['cut_off', 'cut_off'],
    ['not_json', 'malformed'],
    ['broken', 'unreachable'],
  ])('a server that is %s is told as %s, once and without anybody’s words', async (fault, kind) => {
    server.play(() => ({ text: SECRET.repeat(20) }), fault);
    const started = performance.now();
    const { kind: told, message } = await failure(ask(request()));
    expect(told).toBe(kind);
    expect(message).not.toContain('bà Tư');
    expect(performance.now() - started).toBeLessThan(TIMEOUT_MS * 4);
    expect(server.requests.length).toBeLessThanOrEqual(1);
  });

  test('the caller’s end is a timeout', async () => {
    server.play('silent', 'slow');
    expect((await failure(ask(request(), AbortSignal.timeout(20)))).kind).toBe('timeout');
    expect((await failure(ask(request(), AbortSignal.abort()))).kind).toBe('timeout');
  });
});

test('text is heard piece by piece', async () => {
  server.play(() => ({ text: 'Câu thứ nhất của bài. Câu thứ hai của bài, dài hơn một chút.' }));
  const pieces: string[] = [];
  const { text } = await model.stream(request(), never(), (piece) => pieces.push(piece));
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.join('')).toBe(text);
});

test('nobody listens: unreachable', async () => {
  const baseUrl = `http://127.0.0.1:${await freePort()}/v1`;
  const gone = openAiModel({ apiKey: 'x', baseUrl, model: 'm', timeoutMs: TIMEOUT_MS });
  expect((await failure(gone.complete(request(), never()))).kind).toBe('unreachable');
});
