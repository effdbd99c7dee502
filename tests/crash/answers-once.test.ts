import { rmSync } from 'node:fs';
import { afterEach, expect, inject, test } from 'vitest';
import { contentFiles } from '../../bot-server/src/adapters/content/content-files.ts';
import { ZALO_WEBHOOK_PATH } from '../../bot-server/src/inbound/zalo-webhook.ts';
import { type SimulatedZalo, startSimulatedZalo } from '../../bot-server/src/simulated-zalo/start-simulated-zalo.ts';
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
const PATIENCE_MS = 240_000;

let zalo: SimulatedZalo;
let place: TestPlace;
let folder: string;
let running: ServerProcess[] = [];
let ward: string;
afterEach(async () => {
  await Promise.all(running.map((one) => one.kill()));
  running = [];
  await zalo.stop();
  await place.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** SQLite: one process that does everything. PostgreSQL: one that serves and two that work. */
const ROLES = { sqlite: ['all'], postgres: ['web', 'worker', 'worker'] } as const;

test.each(['sqlite', 'postgres'] as const)(
  '1,000 events, each delivered twice, and three kills: every question is answered exactly once (%s)',
  async (kind) => {
    if (kind === 'postgres') inject('postgresUrl');
    place = await makePlace(kind);
    folder = await folderWithIndex();
    ward = (await contentFiles('data').wardKeys())[0] ?? '';
    zalo = await startSimulatedZalo({
      seed: 7,
      accounts: [{ requestsPerMinute: 1_000_000 }],
      faults: FAULTS,
      latency: { medianMs: 20, p99Ms: 120 },
      webhook: { retryAfterMs: Array.from({ length: 60 }, () => 500) },
    });
    const port = await freePort();
    zalo.control.webhook.setUrl(`http://127.0.0.1:${port}${ZALO_WEBHOOK_PATH}`);
    const start = (role: string) => startServerProcess(environment(role, role === 'worker' ? 0 : port));
    running = await Promise.all(ROLES[kind].map(start));

    for (let kill = 0; kill <= KILLS; kill += 1) {
      write(kill * (PEOPLE / (KILLS + 1)), PEOPLE / (KILLS + 1));
      if (kill === KILLS) break;
      const before = zalo.control.messages().length;
      await until(() => zalo.control.messages().length > before + 250 + 60);
      const at = kill % running.length;
      await running[at]?.kill();
      running[at] = await start(ROLES[kind][at] ?? 'all');
    }
    const people = Array.from({ length: PEOPLE }, (_, number) => `person-${number}`);
    await until(() => people.every((one) => zalo.control.delivered(one).length >= 2));
    await zalo.control.webhook.idle();
    await until(async () => (await waiting()) === 0);

    const expected = new Map<string, string>();
    for (const [number, person] of people.entries()) {
      const question = QUESTIONS[number % QUESTIONS.length] ?? '';
      const texts = zalo.control.delivered(person).map(({ text }) => text);
      expect(texts, person).toHaveLength(2);
      expect(texts[0], person).toMatch(/^Xin chào!/);
      expect(texts[1], person).toBe(expected.get(question) ?? texts[1]);
      expected.set(question, texts[1] ?? '');
    }
    expect(new Set(expected.values()).size).toBe(QUESTIONS.length);
    expect(zalo.control.mostAtOnce('oauth')).toBeLessThanOrEqual(1);
    expect(zalo.control.count('send', 'cut'), 'the faults were really met').toBeGreaterThan(0);
  },
  PATIENCE_MS + 120_000,
);

function environment(role: string, port: number): Record<string, string> {
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
function write(from: number, count: number): void {
  for (let number = from; number < from + count; number += 1) {
    zalo.control.person(`person-${number}`).writes(QUESTIONS[number % QUESTIONS.length] ?? '', { times: 2 });
  }
}

/** What the service itself says is still to be done. */
async function waiting(): Promise<number> {
  const text = await fetch(`${running[0]?.address}/metrics`).then((reply) => reply.text());
  const values = [...text.matchAll(/^(?:chat_events_waiting|outbox_messages_waiting)\S* (\d+)/gm)];
  return values.reduce((sum, [, value]) => sum + Number(value), 0);
}

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await done())) {
    if (performance.now() > deadline) throw new Error(`not done in time; ${JSON.stringify(zalo.control.table())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
