import { setTimeout as wait } from 'node:timers/promises';
import type { Simulation } from '../../app/simulate-zalo.ts';
import type { AccountControl } from '../../simulated-zalo/control.ts';
import type { SimulatedPerson } from '../../simulated-zalo/people/person-control.ts';
import type { WardDesk } from './ward-desk.ts';

/** One person's chat with one account of the stand-in. */
export interface Scene {
  readonly name: string;
  readonly account: AccountControl;
  readonly person: SimulatedPerson;
  /** null where the account is no one ward's. */
  readonly desk: WardDesk | null;
  /** Resolves when nothing is under way any more: every event answered, every message delivered. */
  settled(): Promise<void>;
}

const LOOKS_EVERY_MS = 50;
/** Gauges of what still waits, by their names in /metrics. */
const WAITING = /^(?:chat_events_waiting|outbox_messages_waiting(?:\{.*\})?) (?<count>\d+)$/gmu;

export const PERSON = 'nguoi-dan';

export function sceneOf({ config, control }: Simulation, address: string, desk: WardDesk | null): Scene {
  const ward = config.zalo.accounts[0]?.ward;
  return {
    name: ward ? `OA mô phỏng ${ward}` : 'OA mô phỏng của nhiều phường',
    account: control,
    person: control.person(PERSON),
    desk,
    async settled() {
      // What was delivered comes back as an event, which has to be taken in, too.
      for (let seen = -1; seen !== control.webhook.attempts.length; ) {
        seen = control.webhook.attempts.length;
        await control.webhook.idle();
        while ((await countWaiting(address)) > 0 || (await desk?.isSending())) await wait(LOOKS_EVERY_MS);
        await control.webhook.idle();
      }
    },
  };
}

async function countWaiting(address: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  return [...text.matchAll(WAITING)].reduce((sum, { groups }) => sum + Number(groups?.count), 0);
}
