import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSimulatedZalo } from '../../../bot-server/src/simulated-zalo/start-simulated-zalo.ts';
import { type ServerProcess, startProgram, startServerProcess } from '../../fakes/server-process.ts';
import { milliseconds, type Target, table } from '../table.ts';
import { APP_ID, OA_ID, OA_SECRET, postAll, postAtRate, signedEvent } from './post-events.ts';

const EVENTS = 3_000;
const AT_ONCE = 128;
const RATE = { perSecond: 300, seconds: 10, p99Ms: 100 };
const QUESTIONS = { perSecond: 50, seconds: 20, p99Ms: 1_000 };
const LEAST_SHARE = 0.5;
const ASKED = ['Hạn nộp báo cáo là ngày nào?', 'ai ky ke hoach nay', 'Kế hoạch gồm những phần nào?'];

interface Section {
  readonly text: string;
  readonly targets: readonly Target[];
}

/**
 * The webhook that verifies and stores beside a route that only verifies, each in a process of its own, in turns; then
 * whole answers, from the event to the message at the simulated Zalo.
 */
export async function chatSection(ward: string, rounds: number): Promise<Section> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-chat-'));
  const zalo = await startSimulatedZalo({
    app: { id: APP_ID, secret: 'bench app secret' },
    accounts: [{ oaId: OA_ID, secretKey: OA_SECRET, requestsPerMinute: 1_000_000 }],
    latency: { medianMs: 60, p99Ms: 200 },
    webhook: { echoes: false },
  });
  const environment = {
    ...{ VAR_DIR: folder, ZALO_APP_ID: APP_ID, ZALO_APP_SECRET: 'bench app secret', ZALO_OA_ID: OA_ID },
    ...{ ZALO_OA_SECRET_KEY: OA_SECRET, ZALO_OA_REFRESH_TOKEN: 'sim-refresh-first-1', ZALO_OA_WARD: ward },
    ...{ ZALO_OPENAPI_URL: zalo.url, ZALO_OAUTH_URL: zalo.url, ZALO_SEND_PER_SECOND: '0' },
  };
  try {
    const web = await startServerProcess({ ...environment, PROCESS: 'web' });
    const bare = await startProgram(['tests/bench/chat/bare-route.ts', APP_ID, OA_SECRET], {});
    const accept = await measureAccept(web, bare, rounds);
    await Promise.all([web.stop(), bare.stop()]);
    const fresh = path.join(folder, 'answers.db');
    const all = await startServerProcess({ ...environment, PROCESS: 'all', DATABASE_URL: `file:${fresh}` });
    zalo.control.webhook.setUrl(`${all.address}/webhooks/zalo`);
    const waits = await measureAnswers(zalo.control);
    await all.stop();
    return describe(accept, waits);
  } finally {
    await zalo.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Accepted {
  readonly ours: number;
  readonly bare: number;
  /** Of what the bare route did just before: what else the machine does changes from second to second. */
  readonly share: number;
  readonly times: readonly number[];
}

async function measureAccept(web: ServerProcess, bare: ServerProcess, rounds: number): Promise<Accepted> {
  const ours: number[] = [];
  const peer: number[] = [];
  const shares: number[] = [];
  // The first round warms both up and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const events = Array.from({ length: EVENTS }, (_, at) => signedEvent(round * EVENTS + at, ASKED[0] ?? ''));
    const theirs = await postAll(bare.address, events, AT_ONCE);
    const mine = await postAll(web.address, events, AT_ONCE);
    if (round === 0) continue;
    peer.push(theirs.perSecond);
    ours.push(mine.perSecond);
    shares.push(mine.perSecond / theirs.perSecond);
  }
  const count = RATE.perSecond * RATE.seconds;
  const steady = Array.from({ length: count }, (_, at) => signedEvent(1_000_000 + at, ASKED[0] ?? ''));
  const times = await postAtRate(web.address, steady, RATE.perSecond);
  return { ours: median(ours), bare: median(peer), share: median(shares), times };
}

/** From the moment the event is made to the answer's arrival, in milliseconds; the greeting before it is not the answer. */
async function measureAnswers(
  control: Awaited<ReturnType<typeof startSimulatedZalo>>['control'],
): Promise<readonly number[]> {
  const count = QUESTIONS.perSecond * QUESTIONS.seconds;
  const began: number[] = [];
  const started = performance.now();
  while (began.length < count) {
    const due = Math.min(count, Math.floor(((performance.now() - started) * QUESTIONS.perSecond) / 1000) + 1);
    while (began.length < due) {
      const number = began.length;
      began.push(Date.now());
      control.person(`asks-${number}`).writes(ASKED[number % ASKED.length] ?? '');
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const answered = () => began.every((_, number) => control.delivered(`asks-${number}`).length >= 2);
  const deadline = performance.now() + 60_000;
  while (!answered()) {
    if (performance.now() > deadline) throw new Error('bench: not every question was answered within a minute');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return began.map((at, number) => (control.delivered(`asks-${number}`)[1]?.at ?? Number.POSITIVE_INFINITY) - at);
}

function describe({ ours, bare, share, times }: Accepted, waits: readonly number[]): Section {
  const head = ['chat', 'events/s', 'p50 ms', 'p99 ms'];
  const rows = [
    ['bare route: verify only', bare.toFixed(0), '', ''],
    ['webhook: verify and store', ours.toFixed(0), '', ''],
    [`webhook at ${RATE.perSecond}/s`, '', milliseconds(at(times, 0.5)), milliseconds(at(times, 0.99))],
    [`answer at ${QUESTIONS.perSecond} questions/s`, '', milliseconds(at(waits, 0.5)), milliseconds(at(waits, 0.99))],
  ];
  return {
    text: table(head, rows),
    targets: [
      {
        what: 'accept and store',
        wanted: `≥ ${LEAST_SHARE}× of verify only`,
        measured: `${share.toFixed(2)}×`,
        met: share >= LEAST_SHARE,
      },
      below(`webhook p99 at ${RATE.perSecond}/s`, RATE.p99Ms, at(times, 0.99)),
      below(`answer p99 at ${QUESTIONS.perSecond}/s, unpaced`, QUESTIONS.p99Ms, at(waits, 0.99)),
    ],
  };
}

function below(what: string, limit: number, measured: number): Target {
  return { what, wanted: `< ${limit} ms`, measured: `${milliseconds(measured)} ms`, met: measured < limit };
}

function median(values: readonly number[]): number {
  return at(values, 0.5);
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
