import { rmSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { contentFiles } from '../../bot-server/src/adapters/content/content-files.ts';
import { randomIds } from '../../bot-server/src/adapters/ids/random-ids.ts';
import { openState } from '../../bot-server/src/adapters/state/open-state.ts';
import { stateBroadcasts } from '../../bot-server/src/adapters/state/repos/broadcasts.ts';
import { stateDeliveries } from '../../bot-server/src/adapters/state/repos/deliveries.ts';
import type { State } from '../../bot-server/src/adapters/state/state.ts';
import { type SimulatedZalo, startSimulatedZalo } from '../../bot-server/src/simulated-zalo/start-simulated-zalo.ts';
import { betweenRefreshes } from '../fakes/between-refreshes.ts';
import { freePort } from '../fakes/free-port.ts';
import { scheduleEmergency, seedResidents } from '../fakes/many-residents.ts';
import { type ServerProcess, startServerProcess } from '../fakes/server-process.ts';
import { folderWithIndex } from '../fakes/state-folder.ts';
import { makePlace, type TestPlace } from '../fakes/test-database.ts';

const PEOPLE = 5_000;
/** These have left the account; Zalo refuses each. */
const GONE = 50;
const OA = 'sim-oa-1';
const FAULTS = { error32: 0.05, http5xx: 0.02, cutAfterDelivery: 0.02, invalidToken: 0.01 };
/** So many sends were answered when the next process is killed. */
const KILLED_AT = [800, 2_400];
const ROTATED_AT = 1_600;
const PATIENCE_MS = 360_000;

/** SQLite: one process that does everything. PostgreSQL: one that serves and two that work. */
const ROLES = { sqlite: ['all'], postgres: ['web', 'worker', 'worker'] } as const;

// Side by side: most of each is waiting for the simulated Zalo's next minute and for lost leases.
test.concurrent.for(['sqlite', 'postgres'] as const)(
  '5,000 people, faults, a token that dies, two kills: nobody has it twice, every delivery ends in a true state (%s)',
  { timeout: PATIENCE_MS + 120_000 },
  async (kind, { onTestFinished }) => {
    const stage = await build(kind);
    onTestFinished(stage.tearDown);
    const { zalo, running, start, state } = stage;
    for (const at of KILLED_AT) {
      await until(zalo, () => tried(zalo) >= at && betweenRefreshes(zalo));
      const victim = running.length - 1;
      await running[victim]?.kill();
      if (at < ROTATED_AT) zalo.control.revokeAccessTokens();
      running[victim] = await start(ROLES[kind][victim] ?? 'all');
    }
    // Whoever met a fault goes again, in the next minute at the latest; twice in a row would only make the test longer.
    await until(zalo, () => tried(zalo) >= PEOPLE);
    zalo.control.setFaults({});
    const broadcasts = stateBroadcasts(state, randomIds, { demo: false });
    await until(zalo, async () => (await broadcasts.byId(stage.broadcast.id))?.state === 'sent');
    await expectTrueStates(zalo, state, stage.broadcast);
    expect(zalo.control.mostAtOnce('oauth')).toBeLessThanOrEqual(1);
    for (const verdict of ['-32', '-216', 'cut'])
      expect(zalo.control.count('send', verdict), verdict).toBeGreaterThan(0);
  },
);

/** What Zalo delivered, person by person, against what the rows say. */
async function expectTrueStates(zalo: SimulatedZalo, state: State, { id, code }: Stage['broadcast']): Promise<void> {
  const got = new Map<string, number>();
  for (const { from, userId, text } of zalo.control.messages()) {
    if (from === 'account' && text.includes(code)) got.set(userId, (got.get(userId) ?? 0) + 1);
  }
  const { deliveries: table } = state.tables;
  const rows = await state.db.select().from(table);
  const lies = rows.filter(({ state: told, userId }) => {
    const times = got.get(userId ?? '') ?? 0;
    if (told === 'sent') return times !== 1;
    return told === 'uncertain' ? times > 1 : told !== 'failed' || times !== 0;
  });
  expect(lies.map(({ userId, state: told }) => `${userId} ${told} ${got.get(userId ?? '')}`)).toEqual([]);
  expect(new Set(rows.map(({ userId }) => userId)).size, 'nobody was forgotten').toBe(PEOPLE);
  const deliveries = stateDeliveries(state, randomIds);
  const totals = await deliveries.totals(id);
  expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(PEOPLE);
  expect((await deliveries.people(id)).reduce((sum, { people }) => sum + people, 0)).toBe(PEOPLE);
  const count = (told: string) => totals.filter((one) => one.state === told).reduce((sum, one) => sum + one.count, 0);
  expect(count('failed')).toBeLessThanOrEqual(GONE);
  // Killed in the middle: at most what was under way then; of the broken answers the half that did not arrive.
  expect(count('uncertain')).toBeLessThan(PEOPLE * 0.05);
  expect(totals.filter((one) => one.state === 'failed')).toMatchObject([{ reason: 'blocked_or_left' }]);
}

interface Stage {
  readonly zalo: SimulatedZalo;
  readonly state: State;
  readonly broadcast: { readonly id: string; readonly code: string };
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
    ...{ seed: 7, faults: FAULTS, accounts: [{ requestsPerMinute: 1_000_000 }] },
    ...{ latency: { medianMs: 20, p99Ms: 120 }, webhook: { echoes: false } },
  });
  const now = Date.now();
  for (let number = 0; number < PEOPLE; number += 1) {
    const person = zalo.control.person(`person-${number}`).set({ lastInteractionAt: now });
    if (number % (PEOPLE / GONE) === 0) person.set({ refusal: -213 });
  }
  const state = await openState(place.database);
  await seedResidents(state, OA, PEOPLE);
  const broadcast = await scheduleEmergency(state, ward);
  const port = await freePort();
  const start = (role: string) =>
    startServerProcess(environment({ place, folder, ward, zalo }, role, role === 'worker' ? 0 : port));
  const running = await Promise.all(ROLES[kind].map(start));
  const tearDown = async () => {
    await Promise.all(running.map((one) => one.kill()));
    await state.close();
    await zalo.stop();
    await place.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  return { zalo, state, broadcast, running, start, tearDown };
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
    ...{
      PROCESS: role,
      PORT: String(port),
      VAR_DIR: folder,
      SESSION_SECRET: 'one secret for all processes of this test',
    },
    DATABASE_URL: database.kind === 'sqlite' ? `file:${database.file}` : database.url,
    ...{ ZALO_APP_ID: 'sim-app', ZALO_APP_SECRET: 'sim-app-secret', ZALO_OA_ID: OA },
    ...{ ZALO_OA_SECRET_KEY: 'sim-oa-secret-1', ZALO_OA_REFRESH_TOKEN: 'sim-refresh-first-1', ZALO_OA_WARD: ward },
    ...{ ZALO_OPENAPI_URL: zalo.url, ZALO_OAUTH_URL: zalo.url, ZALO_SEND_PER_SECOND: '0' },
  };
}

/** Sends that Zalo has seen so far. */
function tried(zalo: SimulatedZalo): number {
  return zalo.control.count('send');
}

async function until(zalo: SimulatedZalo, done: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await done())) {
    if (performance.now() > deadline) throw new Error(`not done in time; ${JSON.stringify(zalo.control.table())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
