import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { AnswerReply } from '@phuong-so/shared/contracts/answer';
import { AI_NOTICE } from '@phuong-so/shared/domain/ai-notice';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../bot-server/src/app/config.ts';
import { createLog } from '../../bot-server/src/app/log.ts';
import { type RunningServer, startServer } from '../../bot-server/src/app/server.ts';
import { eventReader, type ReadEvent } from '../fakes/event-reader.ts';
import { PARTS, type PartName } from '../fakes/model-server/parts.ts';
import { type Fault, type ModelServer, startModelServer } from '../fakes/model-server/start-model-server.ts';
import { folderWithIndex } from '../fakes/state-folder.ts';
import { switchedOnData } from '../fakes/switched-ward.ts';

/** The real server on a port of its own, with a model at the network's edge; this ward has it switched on. */
const WARD = 'hoang-mai';
const WAIT_MS = 1_500;
const LONGEST_MS = 240_000;

let model: ModelServer;
let server: RunningServer;
let dataDir: string;
let varDir: string;
const lines: Record<string, unknown>[] = [];
/** Of this ward, where the model's words may be the answer. */
let questions: string[];
/** One whose answer has one source: its first sentence is all that matters. */
let short: string;

const start = async () =>
  startServer(
    readConfig({
      ...{ VAR_DIR: varDir, DATA_DIR: dataDir, CLOCK: '2026-11-21T03:00:00Z', PORT: '0', HOST: '127.0.0.1' },
      ...{ OPENAI_API_KEY: model.apiKey, OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'double' },
      ...{ OPENAI_TOKENS_PER_DAY: '0', OPENAI_WAIT_MS: `${WAIT_MS}`, PUBLIC_URL: 'https://phuong.example' },
    }),
    createLog('info', { write: (line) => lines.push(JSON.parse(line)) }),
  );

beforeAll(async () => {
  [model, varDir] = await Promise.all([startModelServer(), folderWithIndex()]);
  dataDir = switchedOnData(WARD);
  server = await start();
  const typed = readFileSync('tests/fixtures/questions/dev.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { ward: string; question: string });
  model.play('faithful');
  const worded: { question: string; answer: AnswerReply }[] = [];
  for (const { question } of typed.filter(({ ward }) => ward === WARD)) {
    const answer = (await reader(question).then((events) => events.rest())).at(-1)?.data as AnswerReply;
    if (answer.generated) worded.push({ question, answer });
  }
  questions = worded.map(({ question }) => question);
  short = worded.find(({ answer }) => answer.text.split('\n').length === 2)?.question ?? questions[0] ?? '';
}, LONGEST_MS);
afterAll(async () => {
  await server.stop();
  await model.stop();
  rmSync(varDir, { recursive: true, force: true });
  rmSync(path.dirname(dataDir), { recursive: true, force: true });
});

let asked = 0;
async function reader(question: string, signal?: AbortSignal) {
  // Everybody at one address shares one pace; each question comes from a person of its own.
  asked += 1;
  const response = await fetch(`${server.address}/api/v1/ask/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.${Math.floor(asked / 50)}.1` },
    body: JSON.stringify({ ward: WARD, question }),
    ...(signal ? { signal } : {}),
  });
  expect(response.status).toBe(200);
  return eventReader(response);
}

interface Told {
  readonly steps: string[];
  readonly sentences: { readonly text: string; readonly citation: AnswerReply['citations'][number] }[];
  readonly answer: AnswerReply;
}

function toldBy(events: readonly ReadEvent[]): Told {
  return {
    steps: events.filter(({ name }) => name === 'step').map(({ data }) => data.step),
    sentences: events.filter(({ name }) => name === 'sentence').map(({ data }) => data),
    answer: events.at(-1)?.data,
  };
}

test('the first checked sentence is with the one who asked before the model’s last word has left it', async () => {
  model.play('faithful');
  const release = model.holdSecondHalf();
  const events = await reader(short);
  const first = await events.until('sentence');
  // The reply that the sentence comes from has begun, and is held by the model in its middle.
  const rounds = model.requests.length;
  expect(model.replies).toEqual({ whole: rounds - 1, left: 0 });
  release();
  const rest = await events.rest();
  expect(model.replies).toEqual({ whole: rounds, left: 0 });
  const { steps, sentences, answer } = toldBy([...first, ...rest]);
  expect(steps).toEqual(['searching', 'reading', 'writing']);
  expect(answer.generated).toBe(true);
  expect(answer.text).toBe([...sentences.map(({ text }) => text), AI_NOTICE].join('\n'));
});

test('a faithful model: every sentence’s source opens in the plan with the cited words marked', async () => {
  model.play('faithful');
  let checked = 0;
  for (const question of questions) {
    const { sentences, answer } = toldBy(await (await reader(question)).rest());
    expect(answer.text).toBe([...sentences.map(({ text }) => text), AI_NOTICE].join('\n'));
    for (const { citation } of sentences) {
      expect(answer.citations.map(({ quote }) => quote)).toContain(citation.quote);
      const { ward, document_id: document, section_id: section, quote } = citation;
      expect(ward).toBe(WARD);
      const place = `${server.address}/api/v1/plans/${ward}/${document}/sections/${encodeURIComponent(section ?? '')}`;
      const passage = await (await fetch(`${place}?quote=${encodeURIComponent(quote.slice(0, 2000))}`)).json();
      expect(passage.highlight ?? passage.quote, `${question}: ${quote}`).toBeTruthy();
      checked += 1;
    }
  }
  expect(questions.length).toBeGreaterThan(9);
  expect(checked).toBeGreaterThanOrEqual(questions.length);
});

test('questions that are tried out for the first page cost no model anything', async () => {
  model.play('faithful');
  const { examples } = await (await fetch(`${server.address}/api/v1/home?ward=${WARD}`)).json();
  expect(examples.length).toBeGreaterThan(0);
  expect(model.requests).toHaveLength(0);
});

describe('nothing that was shown is missing from the answer', () => {
  /** Before the double looks at what is asked. */
  const REFUSES: ReadonlySet<Fault> = new Set(['rate_limited', 'slow']);
  const FAULTS: Fault[] = ['none', 'cut_off', 'malformed', 'not_json', 'rate_limited'];
  test.each(Object.keys(PARTS) as PartName[])('a model that is %s, whatever its connection does', async (part) => {
    for (const fault of FAULTS) {
      for (const question of questions.slice(0, 5)) {
        // One that failed again and again would be left alone.
        model.play('silent');
        await (await reader(short)).rest();
        model.play(part, fault);
        const { sentences, answer } = toldBy(await (await reader(question)).rest());
        expect(model.requests.length + (REFUSES.has(fault) ? 1 : 0)).toBeGreaterThan(0);
        const said = answer.text.split('\n');
        const where = `${part}, ${fault}: ${question}`;
        for (const { text, citation } of sentences) {
          expect(said, where).toContain(text);
          expect(
            answer.citations.map(({ quote }) => quote),
            where,
          ).toContain(citation.quote);
        }
        expect(answer.generated, where).toBe(sentences.length > 0);
        if (sentences.length > 0) expect(said.slice(0, -1), where).toEqual(sentences.map(({ text }) => text));
      }
    }
  });

  test('a model that never answers: the rules’ answer, within the time limit', async () => {
    model.play('silent');
    await (await reader(short)).rest();
    model.play('faithful', 'slow');
    const started = performance.now();
    const { sentences, answer } = toldBy(await (await reader(short)).rest());
    expect(sentences).toEqual([]);
    expect(answer).toMatchObject({ outcome: 'answered', generated: false });
    expect(performance.now() - started).toBeGreaterThan(WAIT_MS * 0.9);
    model.play('silent');
    await (await reader(short)).rest();
  });
});

test('whoever leaves in the middle: the model is let go at once and asked nothing more', async () => {
  model.play('faithful');
  const release = model.holdSecondHalf();
  const leaving = new AbortController();
  const events = await reader(short, leaving.signal);
  await events.until('sentence');
  const rounds = model.requests.length;
  lines.length = 0;
  leaving.abort();
  await expect.poll(() => model.replies).toEqual({ whole: rounds - 1, left: 1 });
  await expect.poll(() => lines.filter(({ event }) => event === 'language model')).toHaveLength(1);
  expect(model.requests).toHaveLength(rounds);
  // What was asked and heard until then counts for the ward's day.
  const [line] = lines.filter(({ event }) => event === 'language model');
  expect(line).toMatchObject({ outcome: 'worded', rounds });
  expect(line?.completionTokens).toBeGreaterThan(20);
  release();
  // Nobody's leaving is the model's fault: the next question is put to it.
  model.play('faithful');
  expect(toldBy(await (await reader(short)).rest()).answer.generated).toBe(true);
});

test('the server stops: whoever waits still gets an answer, and the stream ends', async () => {
  model.play('faithful');
  const release = model.holdSecondHalf();
  const events = await reader(questions[0] ?? short);
  await events.until('step');
  const [, rest] = await Promise.all([server.stop(), events.rest()]);
  release();
  const { answer, sentences } = toldBy(rest);
  expect(answer.outcome).toBe('answered');
  for (const { text } of sentences) expect(answer.text).toContain(text);
  server = await start();
});
