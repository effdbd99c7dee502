import type { Answer } from '@phuong-so/shared/domain/answer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiDeps } from '../../bot-server/src/api/environment.ts';
import { eventReader } from '../fakes/event-reader.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';

const PATH = '/api/v1/ask/stream';
let server: TestServer;
let ward: string;
/** What answers instead, where a test needs to hold it. */
let instead: ApiDeps['answer'] | null = null;
beforeAll(async () => {
  const later: ApiDeps['answer'] = (request, options) => (instead ?? server.service.answer)(request, options);
  server = await testServer({ DEMO: '1' }, { heartbeatMs: 5, answer: later });
  ward = server.deps.index.wards()[0]?.key ?? '';
});
afterAll(() => server.close());

const open = (body: unknown, token: string | null = null) => server.post(PATH, body, token);

test('without a model: what is done, then at once the very answer that the plain question gets', async () => {
  const body = { ward, question: 'Ai ký kế hoạch?' };
  const response = await open(body);
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-accel-buffering')).toBe('no');
  const events = await eventReader(response).rest();
  expect(events.map(({ name }) => name)).toEqual(['step', 'answer']);
  expect(events[0]?.data).toEqual({ step: 'searching' });
  const { json } = await server.call('POST', '/api/v1/ask', { body });
  const { id: _, took_ms: __, ...same } = json;
  expect(events[1]?.data).toMatchObject(same);
  expect(Object.keys(events[1]?.data)).toEqual(Object.keys(json));
});

test('a question is understood by what was asked before, whichever way either was asked', async () => {
  const follow = { ward: 'tran-lieu', question: 'thế hạn khi nào?' };
  const talk = { ward: 'tran-lieu', conversationId: 'mixed' };
  const outcomes = async () => {
    const { json } = await server.call('POST', '/api/v1/ask', { body: { ...talk, ...follow } });
    const streamed = await eventReader(await open({ ...talk, ...follow })).rest();
    return [json.outcome, streamed.at(-1)?.data.outcome];
  };
  expect(await outcomes()).toEqual(['not_found', 'not_found']);
  await eventReader(await open({ ...talk, question: 'Ai chủ trì mở lớp kỹ năng số?' })).rest();
  expect(await outcomes()).toEqual(['answered', 'answered']);
});

test.each([
  ['question_empty', 400, { question: '  ' }],
  ['question_too_long', 400, { question: 'a'.repeat(2001) }],
  ['unknown_ward', 404, { question: 'Ai?', ward: 'khong-co' }],
  ['invalid_input', 400, { question: 'Ai?', conversationId: 'có dấu' }],
  ['invalid_json', 400, '{'],
])('what is wrong with a question is told by the status, as JSON: %s', async (code, status, body) => {
  const response = await open(body);
  expect(response.status).toBe(status);
  const { json } = await server.call('POST', '/api/v1/ask', { body });
  expect(json.error.code).toBe(code);
  expect(await response.json()).toEqual(json);
});

test('who is asking comes from the session alone, and both ways share one pace', async () => {
  const asked: unknown[] = [];
  const token = await server.signIn('official', ward, { unit: 'Phòng Kinh tế' });
  instead = async (request) => {
    asked.push(request);
    return SHORT;
  };
  for (let at = 0; at < 60; at += 1)
    if (at % 2 === 0) await (await open({ ward, question: 'Việc?', role: 'admin' }, token)).text();
    else await server.call('POST', '/api/v1/ask', { token, body: { ward, question: 'Việc?', role: 'admin' } });
  const refused = await open({ ward, question: 'Việc?' }, token);
  instead = null;
  expect(asked).toHaveLength(60);
  expect(new Set(asked.map((one) => JSON.stringify(one)))).toEqual(
    new Set([
      JSON.stringify({ ward, role: 'official', unit: 'Phòng Kinh tế', question: 'Việc?', conversationId: null }),
    ]),
  );
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

describe('while an answer is on its way', () => {
  /** An answer that comes when its signal is aborted, as the real one gives up on its model then. */
  const waiting: ApiDeps['answer'] = (_request, options) =>
    new Promise((resolve) => {
      options?.hear?.({ kind: 'step', step: 'reading' });
      if (options?.signal?.aborted) resolve(SHORT);
      options?.signal?.addEventListener('abort', () => resolve(SHORT));
    });

  test('empty comments keep the connection alive, and a server that stops still gives the answer', async () => {
    instead = waiting;
    const events = eventReader(await open({ ward, question: 'Ai?' }));
    instead = null;
    expect(await events.next()).toEqual({ name: 'step', data: { step: 'reading' } });
    const rest = events.rest();
    await expect.poll(events.comments).toBeGreaterThan(2);
    server.deps.stopping.abort();
    expect((await rest).map(({ name }) => name)).toEqual(['answer']);
    Object.assign(server.deps, { stopping: new AbortController() });
  });

  test('whoever leaves ends the work', async () => {
    const ended: boolean[] = [];
    instead = async (request, options) => {
      const answer = await waiting(request, options);
      ended.push(options?.signal?.aborted === true);
      return answer;
    };
    const events = eventReader(await open({ ward, question: 'Ai?' }));
    instead = null;
    await events.next();
    expect(ended).toEqual([]);
    await events.leave();
    await expect.poll(() => ended).toEqual([true]);
  });

  test('a fault is told in the API’s words, and its cause in the log', async () => {
    instead = async (_request, options) => {
      options?.hear?.({ kind: 'step', step: 'searching' });
      throw new Error('secret');
    };
    const response = await open({ ward, question: 'Ai?' });
    const events = await eventReader(response).rest();
    instead = null;
    const { code, message } = events.at(-1)?.data.error ?? {};
    expect(events.map(({ name }) => name)).toEqual(['step', 'error']);
    expect([code, message]).toEqual(['internal', expect.stringContaining('trục trặc')]);
    expect(JSON.stringify(events)).not.toContain('secret');
    const failed = server.logged.filter((line) => line.includes('request failed'));
    expect(failed.map((line) => JSON.parse(line).requestId)).toEqual([response.headers.get('x-request-id')]);
  });
});

const SHORT: Answer = {
  ...{ id: 'a1', outcome: 'smalltalk', text: 'Xin chào.', items: [], citations: [], suggestions: [] },
  ...{ asOf: '2025-11-21', generated: false, tookMs: 1 },
};
