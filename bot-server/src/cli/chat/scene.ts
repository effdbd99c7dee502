import { setTimeout as wait } from 'node:timers/promises';
import type { Simulation } from '../../app/simulate-zalo.ts';
import type { AccountControl } from '../../simulated-zalo/control.ts';
import type { SimulatedPerson } from '../../simulated-zalo/people/person-control.ts';

/** One person's chat with one account of the stand-in. */
export interface Scene {
  readonly name: string;
  readonly account: AccountControl;
  readonly person: SimulatedPerson;
  /** An official opens a made-up class with so many seats. Nothing where the account is no single ward's. */
  opensClass(seats: number): Promise<void>;
  /** Resolves when nothing is under way any more: every event answered, every message delivered. */
  settled(): Promise<void>;
}

const LOOKS_EVERY_MS = 50;
/** Gauges of what still waits, by their names in /metrics. */
const WAITING = /^(?:chat_events_waiting|outbox_messages_waiting(?:\{.*\})?) (?<count>\d+)$/gmu;

export function sceneOf({ config, control }: Simulation, address: string): Scene {
  const ward = config.zalo.accounts[0]?.ward;
  return {
    name: ward ? `OA mô phỏng ${ward}` : 'OA mô phỏng của nhiều phường',
    account: control,
    person: control.person('nguoi-dan'),
    opensClass: async (seats) => (ward ? openClass(address, ward, seats) : undefined),
    async settled() {
      // What was delivered comes back as an event, which has to be taken in, too.
      for (let seen = -1; seen !== control.webhook.attempts.length; ) {
        seen = control.webhook.attempts.length;
        await control.webhook.idle();
        while ((await countWaiting(address)) > 0) await wait(LOOKS_EVERY_MS);
        await control.webhook.idle();
      }
    },
  };
}

async function countWaiting(address: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  return [...text.matchAll(WAITING)].reduce((sum, { groups }) => sum + Number(groups?.count), 0);
}

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
/** 8:30 in Vietnam, in UTC. */
const MORNING_MS = 1.5 * HOUR_MS;

/** Through the same door as the Mini App: the demonstration's official. */
async function openClass(address: string, ward: string, seats: number): Promise<void> {
  const post = (path: string, body: unknown, token?: string) =>
    fetch(`${address}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
  const session = await post('/session/demo', { persona: 'official', ward });
  const { token } = (await session.json()) as { token: string };
  const startsAt = Math.floor(Date.now() / DAY_MS) * DAY_MS + 2 * DAY_MS + MORNING_MS;
  const times = {
    starts_at: new Date(startsAt).toISOString(),
    ends_at: new Date(startsAt + 2 * HOUR_MS).toISOString(),
  };
  const what = { title: 'Cài và dùng VNeID', place: 'Nhà văn hóa tổ 5', teacher: 'Tổ công nghệ số cộng đồng' };
  const opened = await post('/classes', { ward, group: null, course: null, ...what, ...times, seats }, token);
  if (!opened.ok) throw new Error(`the class could not be opened: ${opened.status}`);
}
