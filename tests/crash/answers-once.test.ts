import { rmSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { contentFiles } from '../../bot-server/src/adapters/content/content-files.ts';
import { ZALO_WEBHOOK_PATH } from '../../bot-server/src/inbound/zalo-webhook.ts';
import { type SimulatedZalo, startSimulatedZalo } from '../../bot-server/src/simulated-zalo/start-simulated-zalo.ts';
import { betweenRefreshes } from '../fakes/between-refreshes.ts';
import { freePort } from '../fakes/free-port.ts';
import { type ServerProcess, startServerProcess } from '../fakes/server-process.ts';
import { folderWithIndex } from '../fakes/state-folder.ts';
import { makePlace, type TestPlace } from '../fakes/test-database.ts';

const PEOPLE = 1_000;
const KILLS = 3;
const QUESTIONS = [
  'Hạn nộp báo cáo là ngày nào?',
  'ai ky ke hoach nay',
  'Kế hoạch này căn cứ văn bản nào?',
  'Kế hoạch gồm những phần nào?',
  'so cua ke hoach la gi',
];
const FAULTS = { error32: 0.03, http5xx: 0.02, invalidToken: 0.01, cutAfterDelivery: 0.01 };
/** A message that met Zalo's limit goes in the next minute, some of them twice. */
const PATIENCE_MS = 360_000;

/** SQLite: one process that does everything. PostgreSQL: one that serves and two that work. */
const ROLES = { sqlite: ['all'], postgres: ['web', 'worker', 'worker'] } as const;

// Side by side: most of each is waiting for the simulated Zalo's next minute.
test.concurrent.for(['sqlite', 'postgres'] as const)(
  '1,000 events, each delivered twice, and three kills: every question is answered exactly once (%s)',
  { timeout: PATIENCE_MS + 120_000 },
  async (kind, { onTestFinished }) => {
    const stage = await build(kind);
    onTestFinished(stage.tearDown);
    const { zalo, running, start } = stage;
    for (let kill = 0; kill <= KILLS; kill += 1) {
      write(zalo, kill * (PEOPLE / (KILLS + 1)), PEOPLE / (KILLS + 1));
      if (kill === KILLS) break;
      const before = sent(zalo);
      await until(zalo, () => sent(zalo) > before + 60 && betweenRefreshes(zalo));
      const at = kill % running.length;
      await running[at]?.kill();
      running[at] = await start(ROLES[kind][at] ?? 'all');
    }
    await until(zalo, () => sent(zalo) >= 2 * PEOPLE);
    await zalo.control.webhook.idle();
    await until(zalo, async () => (await waiting(running)) === 0);
    expectEachAnsweredOnce(zalo);
    expect(zalo.control.mostAtOnce('oauth')).toBeLessThanOrEqual(1);
    expect(zalo.control.count('send', 'cut'), 'the faults were really met').toBeGreaterThan(0);
  },
);

interface Stage {
  readonly zalo: SimulatedZalo;
  /** Processes of the service, in the order of their roles. */
  readonly running: ServerProcess[];
  readonly start: (role: string) => Promise<ServerProcess>;
  readonly tearDown: () => Promise<void>;
}

async function build(kind: keyof typeof ROLES): Promise<Stage> {
  if (kind === 'postgres') inject('postgresUrl');
  const place = await makePlace(kind);
  const folder = await folderWithIndex();
  const ward = (await contentFiles('data').wardKeys())[0] ?? '';
  const zalo = await startSimulatedZalo({
    seed: 7,
    accounts: [{ requestsPerMinute: 1_000_000 }],
    faults: FAULTS,
    latency: { medianMs: 20, p99Ms: 120 },
    webhook: { retryAfterMs: Array.from({ length: 60 }, () => 500) },
  });
  const port = await freePort();
  zalo.control.webhook.setUrl(`http://127.0.0.1:${port}${ZALO_WEBHOOK_PATH}`);
  const start = (role: string) =>
    startServerProcess(environment({ place, folder, ward, zalo }, role, role === 'worker' ? 0 : port));
  const running = await Promise.all(ROLES[kind].map(start));
  const tearDown = async () => {
    await Promise.all(running.map((one) => one.kill()));
    await zalo.stop();
    await place.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  return { zalo, running, start, tearDown };
}

/** Greeting, then the answer, and nothing else; the same question has the same answer for everybody. */
function expectEachAnsweredOnce(zalo: SimulatedZalo): void {
  const expected = new Map<string, string>();
  for (let number = 0; number < PEOPLE; number += 1) {
    const person = `person-${number}`;
    const question = QUESTIONS[number % QUESTIONS.length] ?? '';
    const texts = zalo.control.delivered(person).map(({ text }) => text);
    expect(texts, person).toHaveLength(2);
    expect(texts[0], person).toMatch(/^Xin chào!/);
    expect(texts[1], person).toBe(expected.get(question) ?? texts[1]);
    expected.set(question, texts[1] ?? '');
  }
  expect(new Set(expected.values()).size).toBe(QUESTIONS.length);
}

interface Surroundings {
  readonly place: TestPlace;
  readonly folder: string;
  readonly ward: string;
  readonly zalo: SimulatedZalo;
}

function environment({ place, folder, ward, zalo }: Surroundings, role: string, port: number): Record<string, string> {
  const { database } = place;
  return {
    PROCESS: role,
    PORT: String(port),
    VAR_DIR: folder,
    DATABASE_URL: database.kind === 'sqlite' ? `file:${database.file}` : database.url,
    SESSION_SECRET: 'one secret for all the processes of this test',
    ZALO_APP_ID: 'sim-app',
    ZALO_APP_SECRET: 'sim-app-secret',
    ZALO_OA_ID: 'sim-oa-1',
    ZALO_OA_SECRET_KEY: 'sim-oa-secret-1',
    ZALO_OA_REFRESH_TOKEN: 'sim-refresh-first-1',
    ZALO_OA_WARD: ward,
    ZALO_OPENAPI_URL: zalo.url,
    ZALO_OAUTH_URL: zalo.url,
    ZALO_SEND_PER_SECOND: '0',
    CHAT_GATHER_MS: '100',
  };
}

/** People write; Zalo delivers each event twice and repeats what was not taken. */
function write(zalo: SimulatedZalo, from: number, count: number): void {
  for (let number = from; number < from + count; number += 1) {
    zalo.control.person(`person-${number}`).writes(QUESTIONS[number % QUESTIONS.length] ?? '', { times: 2 });
  }
}

/** Messages that have reached anybody so far. */
function sent(zalo: SimulatedZalo): number {
  return zalo.control.messages().filter(({ from }) => from === 'account').length;
}

/** What the service itself says is still to be done. */
async function waiting(running: readonly ServerProcess[]): Promise<number> {
  const text = await fetch(`${running[0]?.address}/metrics`).then((reply) => reply.text());
  const values = [...text.matchAll(/^(?:chat_events_waiting|outbox_messages_waiting)\S* (\d+)/gm)];
  return values.reduce((sum, [, value]) => sum + Number(value), 0);
}

async function until(zalo: SimulatedZalo, done: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await done())) {
    if (performance.now() > deadline) throw new Error(`not done in time; ${JSON.stringify(zalo.control.table())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
