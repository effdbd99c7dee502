import { readFileSync } from 'node:fs';
import { AI_NOTICE } from '@phuong-so/shared/domain/ai-notice';
import type { AskRequest } from '@phuong-so/shared/domain/understanding';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../bot-server/src/app/compose.ts';
import type { AnswerEvent } from '../../bot-server/src/flows/with-model/deps.ts';
import { evidenceIn, PARTS, type Part } from '../fakes/model-server/parts.ts';
import { type Fault, type ModelServer, startModelServer } from '../fakes/model-server/start-model-server.ts';
import { modelService } from '../fixtures/model-service.ts';

/** Well above what the rules take, well below what a person notices. */
const WAIT_MS = 1_500;
const ASKED = {
  ward: 'hoang-mai',
  role: 'leader',
  unit: null,
  question: 'Phường mình có phong trào gì để bà con tự học công nghệ không ạ? Tôi là Nguyễn Văn An, 0912345678',
  conversationId: null,
} as const;

let server: ModelServer;
let service: Service;
const lines: Record<string, unknown>[] = [];
beforeAll(async () => {
  server = await startModelServer();
  service = await modelService(server, (line) => lines.push(JSON.parse(line)), { OPENAI_WAIT_MS: `${WAIT_MS}` });
  // The first question of all reads the index.
  await service.answer(ASKED, { model: 'never' });
});
afterAll(async () => {
  await service.close();
  await server.stop();
});

/** Lines that a question wrote. */
async function linesOf(work: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const before = lines.length;
  await work();
  return lines.slice(before);
}

const withoutTime = ({ id: _, tookMs: __, ...answer }: Awaited<ReturnType<Service['answer']>>) => answer;

/** A new service for each: one that fails again and again is left alone. */
test.each<[Fault, string]>([
  ['refused', 'refused'],
  ['rate_limited', 'rate_limited'],
  ['slow', 'timeout'],
  ['cut_off', 'cut_off'],
  ['malformed', 'malformed'],
  ['not_json', 'malformed'],
  ['broken', 'unreachable'],
])('a server that is %s: the rules’ answer in time, and one line in the log', async (fault, why) => {
  server.play('silent');
  await service.answer(ASKED, { model: 'always' });
  const ruled = await service.answer(ASKED, { model: 'never' });
  // What is cut in the middle has been true until then, and yet nothing of it is told.
  server.play(fault === 'cut_off' ? LATE : PARTS.faithful, fault);
  const started = performance.now();
  let answer = ruled;
  const told = await linesOf(async () => {
    answer = await service.answer(ASKED, { model: 'always' });
  });
  expect(performance.now() - started).toBeLessThan(WAIT_MS * 3);
  expect(withoutTime(answer)).toEqual(withoutTime(ruled));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ event: 'language model', ward: 'hoang-mai', outcome: 'kept', why, model: 'double' });
});

/** Says the one thing that matters last. */
const LATE: Part = (request) => {
  const said = PARTS.faithful(request);
  if (!('text' in said)) return said;
  const { sentences } = JSON.parse(said.text) as { sentences: object[] };
  return { text: JSON.stringify({ completeness: 'complete', sentences: [...sentences].reverse() }) };
};

describe('a server that fails again and again', () => {
  test('is left alone for a while', async () => {
    const tired = await modelService(server, () => {}, { OPENAI_WAIT_MS: `${WAIT_MS}` });
    server.play('faithful', 'broken');
    for (let at = 0; at < 4; at += 1) await tired.answer(ASKED, { model: 'always' });
    server.play('faithful');
    const whys: (string | null)[] = [];
    await tired.answer(ASKED, { model: 'always', record: ({ why }) => whys.push(why) });
    expect(whys).toEqual(['resting']);
    expect(server.requests).toHaveLength(0);
    await tired.close();
  });
});

test('a ward without the switch is answered by the rules, and the server hears nothing', async () => {
  server.play('faithful');
  const told = await linesOf(async () => {
    expect((await service.answer(ASKED)).generated).toBe(false);
  });
  expect(server.requests).toHaveLength(0);
  expect(told).toEqual([]);
});

test('a day’s tokens are spent, and the rules answer', async () => {
  const poor = await modelService(server, () => {}, { OPENAI_TOKENS_PER_DAY: '10' });
  server.play('faithful');
  const whys: (string | null)[] = [];
  const ask = () => poor.answer(ASKED, { model: 'always', record: ({ why }) => whys.push(why) });
  await ask();
  await ask();
  expect(whys[1]).toBe('budget');
  await poor.close();
});

test('neither server nor log learns who asks', async () => {
  server.play('faithful');
  const told = await linesOf(() => service.answer(ASKED, { model: 'always' }));
  expect(server.requests.length).toBeGreaterThan(0);
  const sent = JSON.stringify(server.requests);
  expect(sent).toContain('[họ tên]');
  expect(sent).toContain('[số điện thoại]');
  for (const secret of ['Nguyễn Văn An', '0912345678']) {
    expect(sent).not.toContain(secret);
    expect(JSON.stringify(told)).not.toContain(secret);
  }
  expect(JSON.stringify(told)).not.toContain('phong trào');
});

test('the tools have no ward and no role, and find nothing of another ward', async () => {
  server.play('faithful');
  await service.answer(ASKED, { model: 'always' });
  const [first] = server.requests;
  const names = first?.tools?.map((tool) => tool.function.name);
  expect(names).toEqual([
    ...['search_passages', 'list_tasks', 'get_targets', 'get_deadlines', 'find_procedure', 'find_course', 'ward_facts'],
  ]);
  expect(JSON.stringify(first?.tools)).not.toMatch(/"(?:ward|role)"/);
  const own =
    JSON.stringify(
      service.index
        .current()
        .ward(ASKED.ward)
        ?.snippets.map(({ text }) => text),
    ) ?? '';
  const shown = server.requests.flatMap(evidenceIn).map(({ text }) => text.split(/[;:]/)[0]?.slice(0, 40) ?? '');
  expect(shown.length).toBeGreaterThan(2);
  expect(shown.filter((text) => !own.toLowerCase().includes(JSON.stringify(text).slice(1, -1).toLowerCase()))).toEqual(
    [],
  );
});

/** A question whose answer has one source, so that the first sentence may be all that matters. */
async function aWordedQuestion(): Promise<AskRequest> {
  server.play('faithful');
  for (const line of readFileSync('tests/fixtures/questions/dev.jsonl', 'utf8').trim().split('\n')) {
    const { ward, role, unit, question } = JSON.parse(line) as AskRequest;
    const asked = { ward, role, unit, question, conversationId: null };
    if ((await service.answer(asked, { model: 'never' })).citations.length !== 1) continue;
    if ((await service.answer(asked, { model: 'always' })).generated) return asked;
  }
  throw new Error('no question of the file has such an answer');
}

test('the first checked sentence is told before the model has said its last word', async () => {
  const asked = await aWordedQuestion();
  const release = server.holdSecondHalf();
  const events: AnswerEvent[] = [];
  let isReleased = false;
  const answer = await service.answer(asked, {
    model: 'always',
    hear: (event) => {
      events.push(event);
      if (event.kind !== 'sentence' || isReleased) return;
      isReleased = true;
      release();
    },
  });
  expect(answer.generated).toBe(true);
  // Until the first sentence was told, nothing else came.
  expect(isReleased).toBe(true);
  const steps = events.flatMap((event) => (event.kind === 'step' ? [event.step] : []));
  expect(steps).toEqual(['searching', 'reading', 'writing']);
  const sentences = events.flatMap((event) => (event.kind === 'sentence' ? [event.text] : []));
  expect(answer.text).toBe([...sentences, AI_NOTICE].join('\n'));
});
