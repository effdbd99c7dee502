import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomIds } from '../../../bot-server/src/adapters/ids/random-ids.ts';
import { openState } from '../../../bot-server/src/adapters/state/open-state.ts';
import { stateBroadcasts } from '../../../bot-server/src/adapters/state/repos/broadcasts.ts';
import { type SimulatedZalo, startSimulatedZalo } from '../../../bot-server/src/simulated-zalo/start-simulated-zalo.ts';
import { taken } from '../../fakes/broadcast-samples.ts';
import { scheduleEmergency, seedResidents } from '../../fakes/many-residents.ts';
import { startProgram, startServerProcess } from '../../fakes/server-process.ts';
import { runJob } from '../child.ts';
import { milliseconds, type Target, table } from '../table.ts';
import { preparingReport } from './measure-preparing.ts';

const OA = 'sim-oa-1';
const PREPARED = { people: 20_000, ms: 5_000, mib: 100 };
const SENT = { people: 10_000, perSecond: 500, lanes: 48 };
/** Announcements take 80 % of what may be sent. */
const PACED = { perSecond: 50, share: 0.8, seconds: 20 };
const QUESTIONS = { perSecond: 4, p99Ms: 1_000 };
const PATIENCE_MS = 120_000;

interface Section {
  readonly text: string;
  readonly targets: readonly Target[];
}

/**
 * What an announcement costs: making its deliveries, sending them beside a bare loop of the same requests, keeping the pace,
 * and what a resident's question in the middle of it has to wait.
 */
export async function announcementSection(ward: string): Promise<Section> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-announce-'));
  try {
    const prepared = await prepare(folder, ward);
    const bare = await withZalo((zalo) => bareRate(zalo));
    const fast = await withZalo((zalo) => announce(zalo, folder, ward, 'fast', '0'));
    const paced = await withZalo((zalo) => announce(zalo, folder, ward, 'paced', String(PACED.perSecond)));
    return describe(prepared, bare, fast, paced);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withZalo<T>(work: (zalo: SimulatedZalo) => Promise<T>): Promise<T> {
  const zalo = await startSimulatedZalo({
    accounts: [{ requestsPerMinute: 10_000_000 }],
    webhook: { echoes: false },
  });
  try {
    return await work(zalo);
  } finally {
    await zalo.stop();
  }
}

async function prepare(folder: string, ward: string) {
  const file = path.join(folder, 'prepare.db');
  const state = await openState({ kind: 'sqlite', file });
  await seedResidents(state, OA, PREPARED.people);
  const { id } = await scheduleEmergency(state, ward);
  const broadcasts = stateBroadcasts(state, randomIds, { demo: false });
  const scheduled = await broadcasts.byId(id);
  if (scheduled === null) throw new Error('bench: the announcement is gone');
  await taken(broadcasts, scheduled, { act: 'published', change: { state: 'sending' } }, Date.now() - 1);
  await state.close();
  return runJob({ job: 'prepare', file, oaId: OA }, preparingReport);
}

/** Sends a second of a bare loop of fetch with as many requests at a time. */
async function bareRate(zalo: SimulatedZalo): Promise<number> {
  const { control } = zalo;
  for (let number = 0; number < SENT.people; number += 1)
    control.person(`bare-${number}`).set({ lastInteractionAt: Date.now() });
  const token = control.issueTokens().access_token;
  const program = ['tests/bench/announcements/bare-sends.ts', zalo.url, token, String(SENT.people), String(SENT.lanes)];
  const loop = await startProgram(program, {});
  await until(() => control.count('send') >= SENT.people);
  await loop.stop();
  return rateOf(control.messages().map(({ at }) => at));
}

interface Announced {
  readonly perSecond: number;
  /** From a question to its answer, in milliseconds. */
  readonly waits: readonly number[];
}

async function announce(
  zalo: SimulatedZalo,
  folder: string,
  ward: string,
  name: string,
  sendPerSecond: string,
): Promise<Announced> {
  const { control } = zalo;
  const file = path.join(folder, `${name}.db`);
  const people = sendPerSecond === '0' ? SENT.people : PACED.perSecond * PACED.share * PACED.seconds;
  for (let number = 0; number < people; number += 1)
    control.person(`person-${number}`).set({ lastInteractionAt: Date.now() });
  const server = await startServerProcess({
    ...{ PROCESS: 'all', VAR_DIR: folder, DATABASE_URL: `file:${file}`, ZALO_SEND_PER_SECOND: sendPerSecond },
    ...{ ZALO_APP_ID: 'sim-app', ZALO_APP_SECRET: 'sim-app-secret', ZALO_OA_ID: OA, ZALO_OA_WARD: ward },
    ...{ ZALO_OA_SECRET_KEY: 'sim-oa-secret-1', ZALO_OA_REFRESH_TOKEN: 'sim-refresh-first-1' },
    ...{ ZALO_OPENAPI_URL: zalo.url, ZALO_OAUTH_URL: zalo.url },
  });
  try {
    control.webhook.setUrl(`${server.address}/webhooks/zalo`);
    const state = await openState({ kind: 'sqlite', file });
    await seedResidents(state, OA, people);
    const { code } = await scheduleEmergency(state, ward);
    await state.close();
    return await measure(zalo, code, people);
  } finally {
    await server.stop();
  }
}

async function measure({ control }: SimulatedZalo, code: string, people: number): Promise<Announced> {
  const announced = () => control.messages().filter(({ from, text }) => from === 'account' && text.includes(code));
  await until(() => control.count('send') > 20);
  const asked: number[] = [];
  const started = performance.now();
  await until(() => {
    const due = Math.floor(((performance.now() - started) * QUESTIONS.perSecond) / 1000);
    while (asked.length < due) {
      control.person(`asks-${asked.length}`).writes('Hạn nộp báo cáo là ngày nào?');
      asked.push(Date.now());
    }
    return announced().length >= people;
  });
  await until(() => asked.every((__, number) => control.delivered(`asks-${number}`).length >= 2));
  const waits = asked.map((at, number) => (control.delivered(`asks-${number}`)[1]?.at ?? at) - at);
  const times = announced().map(({ at }) => at);
  return { perSecond: rateOf(times), waits };
}

/** Of moments in their order, epoch ms. */
function rateOf(times: readonly number[]): number {
  return ((times.length - 1) * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0));
}

async function until(done: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!done()) {
    if (performance.now() > deadline) throw new Error('bench: not everything was sent in time');
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

function describe(
  prepared: Awaited<ReturnType<typeof prepare>>,
  bare: number,
  fast: Announced,
  paced: Announced,
): Section {
  const rows = [
    [`prepare ${prepared.people} deliveries`, `${milliseconds(prepared.ms)} ms`, `${prepared.mib.toFixed(0)} MiB`],
    [`bare loop of fetch, ${SENT.lanes} at a time`, `${bare.toFixed(0)}/s`, ''],
    ['announcement, no pace', `${fast.perSecond.toFixed(0)}/s`, `${(fast.perSecond / bare).toFixed(2)}× of bare`],
    [`announcement at ${PACED.perSecond}/s`, `${paced.perSecond.toFixed(1)}/s`, ''],
    ['question meanwhile, no pace', `p99 ${milliseconds(p99(fast.waits))} ms`, `${fast.waits.length} asked`],
    ['question meanwhile, paced', `p99 ${milliseconds(p99(paced.waits))} ms`, `${paced.waits.length} asked`],
  ];
  const pace = PACED.perSecond * PACED.share;
  const target = (what: string, wanted: string, measured: string, met: boolean): Target => {
    return { what, wanted, measured, met };
  };
  return {
    text: table(['announcements', 'measured', ''], rows),
    targets: [
      target(
        `prepare ${PREPARED.people}`,
        `< ${PREPARED.ms} ms`,
        `${milliseconds(prepared.ms)} ms`,
        prepared.ms < PREPARED.ms,
      ),
      target(
        'memory of preparing',
        `< ${PREPARED.mib} MiB`,
        `${prepared.mib.toFixed(0)} MiB`,
        prepared.mib < PREPARED.mib,
      ),
      target(
        'send without a pace',
        `≥ ${SENT.perSecond}/s`,
        `${fast.perSecond.toFixed(0)}/s`,
        fast.perSecond >= SENT.perSecond,
      ),
      target(
        `pace of announcements at ${PACED.perSecond}/s`,
        `${pace}/s ± 3 %`,
        `${paced.perSecond.toFixed(1)}/s`,
        Math.abs(paced.perSecond / pace - 1) <= 0.03,
      ),
      ...[fast, paced].map(({ waits }, at) =>
        target(
          `question meanwhile p99, ${at === 0 ? 'no pace' : 'paced'}`,
          `< ${QUESTIONS.p99Ms} ms`,
          `${milliseconds(p99(waits))} ms`,
          p99(waits) < QUESTIONS.p99Ms,
        ),
      ),
    ],
  };
}

function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
}
