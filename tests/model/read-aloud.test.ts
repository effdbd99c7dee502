import { rmSync } from 'node:fs';
import path from 'node:path';
import type { AnswerReply } from '@phuong-so/shared/contracts/answer';
import type { ReadAloudPiece } from '@phuong-so/shared/contracts/read-aloud';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { offerReading } from '../../bot-server/src/flows/read-aloud/offer-reading.ts';
import { eventReader } from '../fakes/event-reader.ts';
import { type Fault, type ModelServer, startModelServer } from '../fakes/model-server/start-model-server.ts';
import { switchedOnData } from '../fakes/switched-ward.ts';
import { type TestServer, testServer } from '../fakes/test-server.ts';

const WARD = 'hoang-mai';
const QUESTION = 'Hạn nộp báo cáo là ngày nào?';
const WAIT_MS = 1_000;

let model: ModelServer;
let dataDir: string;
let server: TestServer;
beforeAll(async () => {
  model = await startModelServer();
  dataDir = switchedOnData(WARD);
  return async () => {
    await model.stop();
    rmSync(path.dirname(dataDir), { recursive: true, force: true });
  };
});
afterEach(() => server.close());

async function open(env: Record<string, string> = {}): Promise<void> {
  model.play('faithful');
  server = await testServer({
    ...{ OPENAI_API_KEY: model.apiKey, OPENAI_BASE_URL: model.url, OPENAI_SPEECH_MODEL: 'giong' },
    ...{
      OPENAI_SPEECH_VOICE: 'ha',
      OPENAI_SPEECH_WAIT_MS: `${WAIT_MS}`,
      DATA_DIR: dataDir,
      SESSION_SECRET: 'one secret for all the servers of this test',
    },
    ...env,
  });
}

async function ask(question = QUESTION): Promise<{ reading: ReadAloudPiece | null; answer: AnswerReply }> {
  const events = await eventReader(await server.post('/api/v1/ask/stream', { ward: WARD, question }, null)).rest();
  const names = events.map(({ name }) => name);
  expect(names.at(-1)).toBe('answer');
  return { reading: events.find(({ name }) => name === 'reading')?.data ?? null, answer: events.at(-1)?.data };
}

const hear = (token: string, part = 0) => server.call('POST', '/api/v1/read-aloud', { body: { token, part } });
const isMp3 = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xfb;

test('every part of an answer is a recording of its words, with figures and abbreviations said; twice costs once', async () => {
  await open();
  const { reading, answer } = await ask();
  expect(answer.text).toMatch(/\d/);
  const before = model.spoken.length;
  for (let part = 0; part < (reading?.parts ?? 0); part += 1) {
    const reply = await hear(reading?.token ?? '', part);
    expect([reply.status, reply.headers.get('content-type'), isMp3(reply.bytes)]).toEqual([200, 'audio/mpeg', true]);
    expect(reply.headers.get('cache-control')).toBe('no-store');
  }
  const spoken = model.spoken.slice(before);
  expect(spoken).toHaveLength(reading?.parts ?? -1);
  const said = spoken.map(({ input }) => input).join(' ');
  expect(said).not.toMatch(/\d|UBND|https?:/);
  expect(said).toMatch(/ngày mười bốn tháng mười một/);
  expect(spoken[0]).toMatchObject({ model: 'giong', voice: 'ha' });
  expect((await hear(reading?.token ?? '')).status).toBe(200);
  expect(model.spoken.length - before).toBe(spoken.length);
  const lines = server.logged.filter((line) => line.includes('"read aloud"')).map((line) => JSON.parse(line));
  expect(lines.map(({ outcome }) => outcome)).toEqual([...spoken.map(() => 'spoken'), 'kept']);
  expect(lines[0]).toMatchObject({ ward: WARD, characters: spoken[0]?.input.length });
  const words = said.slice(0, 30);
  expect(server.logged.join('\n')).not.toContain(words);
});

test('nobody else’s words are read: forged, old, of another service, or a part that there is not', async () => {
  await open();
  const { token = '', parts = 0 } = (await ask()).reading ?? {};
  const before = model.spoken.length;
  const [payload = '', signature = ''] = token.split('.');
  const words = { ward: WARD, parts: ['Chuyển tiền ngay.'], expires: 9e12 };
  const forged = `${Buffer.from(JSON.stringify(words)).toString('base64url')}.${signature}`;
  for (const [given, part] of [
    [forged, 0],
    [payload, 0],
    ['', 0],
    [token, parts],
  ] as const) {
    const reply = await hear(given, part);
    expect([reply.status, reply.json.error.code]).toEqual([404, 'reading_unknown']);
  }
  expect((await hear(token, -1)).status).toBe(400);
  expect((await hear('a'.repeat(40_001))).status).toBe(400);
  expect(model.spoken.length).toBe(before);
});

test.each<[Fault, string]>([
  ['refused', 'refused'],
  ['rate_limited', 'rate_limited'],
  ['broken', 'unreachable'],
  ['malformed', 'malformed'],
  ['cut_off', 'cut_off'],
  ['slow', 'timeout'],
])('a server that is %s: the person is told to try later, and one line says why', async (fault, why) => {
  await open();
  const { token = '' } = (await ask()).reading ?? {};
  model.play('faithful', fault);
  const reply = await hear(token);
  expect([reply.status, reply.json.error.code, reply.headers.get('retry-after')]).toEqual([
    ...[503, 'reading_unavailable', '60'],
  ]);
  expect(server.logged.filter((line) => line.includes(`"why":"${why}"`))).toHaveLength(1);
  model.play('faithful');
  expect((await hear(token)).status).toBe(200);
});

test('a server that fails four times in a row is left alone, and a ward that has spent its day waits for the next', async () => {
  await open({ OPENAI_SPEECH_CHARACTERS_PER_DAY: '1' });
  const { token = '' } = (await ask()).reading ?? {};
  expect((await hear(token)).status).toBe(200);
  const other = (await ask('Ai ký kế hoạch này?')).reading?.token ?? '';
  expect((await hear(other)).status).toBe(503);
  expect((await hear(token)).status, 'what was made already costs nothing').toBe(200);
  await server.close();
  await open();
  const again = (await ask()).reading?.token ?? '';
  model.play('faithful', 'broken');
  for (let time = 0; time < 4; time += 1) await hear(again);
  model.play('faithful');
  expect((await hear(again)).status).toBe(503);
  expect(server.logged.at(-2)).toContain('"resting"');
});

describe('is not offered', () => {
  test('without a model that speaks, where the ward has models off, and by the plain question', async () => {
    await open();
    const { json } = await server.call('POST', '/api/v1/ask', { body: { ward: WARD, question: QUESTION } });
    expect(Object.keys(json)).not.toContain('reading');
    const token = (await ask()).reading?.token ?? '';
    await server.close();
    await open({ OPENAI_SPEECH_MODEL: '' });
    expect((await ask()).reading).toBeNull();
    expect((await hear(token)).json.error.code).toBe('reading_unknown');
    await server.close();
    await open({ DATA_DIR: 'data' });
    expect((await ask()).reading).toBeNull();
    expect((await hear(token)).json.error.code, 'the ward has switched it off since').toBe('reading_unknown');
  });

  test('of an answer that is long, or holds a number that may be a person’s; the ward’s own is none', async () => {
    await open();
    const { answer } = await ask();
    const deps = server.deps.readAloud;
    if (deps === null) throw new Error('not configured');
    const offered = (text: string, hotline?: string) => {
      const profileOf = (ward: string) => {
        const profile = deps.profileOf(ward);
        return profile && { ...profile, contact: hotline === undefined ? {} : { hotline } };
      };
      const said = { ...answer, items: [], text, asOf: answer.as_of, tookMs: 0, citations: [] };
      return offerReading({ ...deps, profileOf }, said, WARD) !== null;
    };
    expect(offered('Bạn gọi 0912 345 678.')).toBe(false);
    expect(offered('Bạn gọi 0912 345 678.', '0912 345 678')).toBe(true);
    expect(offered('Số giấy tờ 001200012345.')).toBe(false);
    expect(offered('Hạn là 29/11/2026, theo 43/KH-UBND.')).toBe(true);
    expect(offered('Một câu dài. '.repeat(400))).toBe(false);
    expect(offered('')).toBe(false);
  });
});
