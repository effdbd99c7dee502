import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../bot-server/src/adapters/clock/system-clock.ts';
import { IndexHolder } from '../../bot-server/src/adapters/index/index-holder.ts';
import { openAiEmbedder } from '../../bot-server/src/adapters/model/openai-embedder.ts';
import { composeContent, composeMetrics, composeService } from '../../bot-server/src/app/compose.ts';
import { readConfig } from '../../bot-server/src/app/config.ts';
import { ensureFreshIndex } from '../../bot-server/src/app/fresh-index.ts';
import { createLog } from '../../bot-server/src/app/log.ts';
import { ingestPlans } from '../../bot-server/src/flows/ingest-plan.ts';
import { ModelFailure } from '../../bot-server/src/ports/language-model.ts';
import { type ModelServer, startModelServer } from '../fakes/model-server/start-model-server.ts';
import { dataWithSwitch, SWITCHED_OFF as OFF, SWITCHED_ON as ON } from '../fakes/switched-ward.ts';

const QUESTION = 'Hạn nộp báo cáo là ngày nào? Gọi tôi 0912 345 678';

let folder: string;
let data: string;
let server: ModelServer;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'phuong-so-nghia-'));
  data = dataWithSwitch(folder);
  server = await startModelServer();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  server.play('faithful');
  server.embedIn(64);
});

let count = 0;
/** A state folder of its own; what finds services and courses is learnt once for all of them. */
function newFolder(): string {
  count += 1;
  const varDir = path.join(folder, `var-${count}`);
  const finder = path.join(folder, 'finder');
  mkdirSync(varDir);
  mkdirSync(finder, { recursive: true });
  symlinkSync(finder, path.join(varDir, 'finder'));
  return varDir;
}

/** A service with the double's embedder, or with none; what it logs and measures. */
async function service(varDir: string, model: string | null = 'nghia') {
  const openai = {
    ...{ OPENAI_API_KEY: server.apiKey, OPENAI_BASE_URL: server.url },
    ...(model === null ? {} : { OPENAI_EMBEDDING_MODEL: model }),
  };
  const config = readConfig({ VAR_DIR: varDir, DATA_DIR: data, CLOCK: '2025-11-21T03:00:00Z', ...openai });
  const lines: string[] = [];
  const metrics = composeMetrics();
  const made = await composeService(config, createLog('info', { write: (line) => void lines.push(line) }), metrics);
  onTestFinished(() => made.close());
  const ask = async (ward: string, question = QUESTION) => {
    const {
      id: _,
      tookMs: __,
      ...answer
    } = await made.answer({
      ...{ ward, role: 'resident', unit: null, question, conversationId: null },
    });
    return answer;
  };
  const gauge = async () => /^retrieval_by_meaning (\d)$/m.exec(await metrics.text())?.[1] ?? null;
  return { ...{ made, lines, ask, gauge, metrics }, manifest: () => manifestOf(varDir), warned: () => warnings(lines) };
}

function manifestOf(varDir: string) {
  return JSON.parse(readFileSync(path.join(varDir, 'index/manifest.json'), 'utf8'));
}

function warnings(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const { level, msg, event } = JSON.parse(line);
    return level === 40 || level === 'warn' ? [String(msg ?? event)] : [];
  });
}

describe('an index with meanings', () => {
  test('is built through the server, says of which model it is, and finds by both', async () => {
    const varDir = newFolder();
    const { manifest, gauge, ask, warned, made } = await service(varDir);
    expect(manifest().meaning).toEqual({ model: 'nghia', dimension: 64 });
    const db = new Database(path.join(varDir, 'index', manifest().file), { readonly: true });
    onTestFinished(() => void db.close());
    expect(db.prepare('SELECT count(*) n FROM meanings').get()).toEqual({ n: manifest().counts.passages });
    expect(await gauge()).toBe('1');
    expect(warned()).toEqual([]);
    const before = server.embedded.length;
    expect((await ask(ON)).outcome).toMatch(/answered|partial/);
    expect(server.embedded.slice(before)).toEqual([QUESTION.replace('0912 345 678', '[số điện thoại]')]);
    // What the words find stands in both; the meaning adds what no word finds.
    const [meaning] = await openAiEmbedder({
      ...{ apiKey: server.apiKey, baseUrl: server.url, model: 'nghia', timeoutMs: 1_000 },
    }).embed([QUESTION], AbortSignal.timeout(1_000));
    const index = made.index.current();
    const query = { ward: ON, query: 'kỹ năng số', limit: 200 };
    const byWords = index.search(query).map(({ passageId }) => passageId);
    const byBoth = index.search({ ...query, meaning }).map(({ passageId }) => passageId);
    expect(byBoth).toEqual(expect.arrayContaining(byWords.slice(0, 150)));
    expect(byBoth.length).toBeGreaterThan(byWords.length);
    expect(index.search({ ...query, limit: 1, meaning })[0]?.ward).toBe(ON);
    expect(index.search({ ...query, meaning: Float32Array.of(1, 0) }).map(({ passageId }) => passageId)).toEqual(
      byWords,
    );
  });

  test('is not asked of wards that have models switched off', async () => {
    const { ask } = await service(newFolder());
    const before = server.embedded.length;
    await ask(OFF);
    expect(server.embedded.length).toBe(before);
  });

  test('answers by words, and soon, with a server that fails at the question', async () => {
    const off = await service(newFolder(), null);
    const on = await service(newFolder());
    const byWords = await off.ask(ON);
    await on.ask(ON);
    for (const fault of ['refused', 'broken', 'slow', 'malformed'] as const) {
      server.play('faithful', fault);
      const started = performance.now();
      expect(await on.ask(ON), fault).toEqual(byWords);
      expect(performance.now() - started, fault).toBeLessThan(3_000);
    }
    // Four failures in a row, and it is left alone.
    const before = server.embedded.length;
    server.play('faithful');
    expect(await on.ask(ON)).toEqual(byWords);
    expect(server.embedded.length).toBe(before);
    const told = await on.metrics.text();
    // On a busy machine a good answer, too, may come later than a question waits.
    for (const why of ['refused', 'unreachable', 'timeout', 'resting'])
      expect(told).toMatch(new RegExp(`^meaning_missed_total\\{why="${why}"\\} [1-9]$`, 'm'));
    // The server has come back with vectors of another length.
    const other = await service(newFolder());
    server.embedIn(32);
    for (let time = 0; time < 3; time += 1) expect(await other.ask(ON)).toEqual(byWords);
    expect(other.warned()).toEqual([
      'retrieval by words only: the server gives vectors of another length than the index has',
    ]);
  });

  test('is built anew for another model; without a server it goes on by words, loudly, and is tried again', async () => {
    const varDir = newFolder();
    expect((await service(varDir, 'nghia')).manifest().meaning.model).toBe('nghia');
    server.play('faithful', 'refused');
    const gone = await service(varDir, 'khac');
    expect(gone.manifest().meaning).toBeUndefined();
    expect(await gone.gauge()).toBe('0');
    expect(gone.warned()).toEqual([
      'passages without meaning',
      'retrieval by words only: the index has no vectors of this model',
    ]);
    server.play('faithful');
    const back = await service(varDir, 'khac');
    expect(back.manifest().meaning.model).toBe('khac');
    expect(await back.gauge()).toBe('1');
  });

  test('of another model is not searched with this one’s vectors', async () => {
    const varDir = newFolder();
    await service(varDir, 'nghia');
    // A folder that another process built and this one only serves: its stamp says that nothing is stale.
    const config = readConfig({ VAR_DIR: varDir, DATA_DIR: data });
    const embedder = openAiEmbedder({ apiKey: server.apiKey, baseUrl: server.url, model: 'nghia', timeoutMs: 1_000 });
    const index = new IndexHolder(path.join(varDir, 'index'));
    onTestFinished(() => index.close());
    const { composeMeaning } = await import('../../bot-server/src/app/compose-meaning.ts');
    const other = readConfig({
      ...{ OPENAI_API_KEY: server.apiKey, OPENAI_BASE_URL: server.url, OPENAI_EMBEDDING_MODEL: 'khac' },
    });
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    const meaning = composeMeaning(other, () => index.current(), {
      clock: systemClock,
      metrics: composeMetrics(),
      log,
    });
    const before = server.embedded.length;
    expect(await meaning?.(index.current(), ON, QUESTION)).toBeNull();
    expect(server.embedded.length).toBe(before);
    expect(warnings(lines)).toHaveLength(1);
    expect(config.openai).toBeNull();
    expect(embedder.name).toBe('nghia');
  });
});

test('without a model the index is the same, byte for byte', async () => {
  const [plain, off] = [newFolder(), newFolder()];
  const deps = { content: composeContent(readConfig({ DATA_DIR: data })), clock: systemClock };
  await ensureFreshIndex({ ...deps, indexDir: path.join(plain, 'index'), stampDir: plain });
  await service(off, null);
  const read = (varDir: string) => readFileSync(path.join(varDir, 'index', manifestOf(varDir).file));
  expect(read(plain).equals(read(off))).toBe(true);
  expect(Object.keys(manifestOf(off))).not.toContain('meaning');
  expect(readdirSync(path.join(off, 'index'))).toHaveLength(2);
  expect(read(off).includes('meanings')).toBe(false);
});

test('a batch that fails is tried a few times more, a server that refuses is not', async () => {
  const content = composeContent(readConfig({ DATA_DIR: data }));
  let tries = 0;
  const waited: number[] = [];
  const build = (kind: ModelFailure['kind'], failing: number) => {
    tries = 0;
    waited.length = 0;
    const embed = async (texts: readonly string[]) => {
      tries += 1;
      if (tries <= failing) throw new ModelFailure(kind, 'status 503');
      return texts.map(() => Float32Array.of(1, 2));
    };
    const embedding = { embedder: { name: 'm', embed }, pauses: [1, 2], wait: async (ms: number) => waited.push(ms) };
    return ingestPlans({ content, clock: systemClock, indexDir: newFolder(), embedding });
  };
  expect((await build('unreachable', 2)).withoutMeaning).toBeNull();
  expect(waited).toEqual([1, 2]);
  expect((await build('timeout', 99)).withoutMeaning).toBe('timeout');
  expect(tries).toBe(3);
  expect((await build('refused', 99)).withoutMeaning).toBe('refused');
  expect(tries).toBe(1);
});
