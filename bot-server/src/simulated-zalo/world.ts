import { type FaultPlan, faultPlan } from './faults/outcomes.ts';
import { type Random, seededRandom } from './faults/seeded-random.ts';
import { type Tally, tally } from './faults/tally.ts';
import { type MakeId, madeUpIds } from './made-up-ids.ts';
import { type Account, newAccount } from './people/account.ts';
import type { SideMessage } from './routes/side-channels.ts';
import { readSettings, type Settings, type SimulatedZaloOptions } from './settings.ts';
import { type TokenDesk, tokenDesk } from './token-desk.ts';
import { type Webhook, webhookSender } from './webhook/webhook-sender.ts';

/** Everything that the simulated Zalo knows, in memory. */
export interface World {
  readonly settings: Settings;
  readonly now: () => number;
  readonly random: Random;
  readonly makeId: MakeId;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly firstAccount: Account;
  readonly tokens: TokenDesk;
  readonly faults: FaultPlan;
  readonly tally: Tally;
  readonly webhook: Webhook;
  readonly side: SideMessage[];
  readonly latency: SimulatedZaloOptions['latency'];
  readonly oauthLatency: SimulatedZaloOptions['oauthLatency'];
  /** The account that the administrator chooses on the permission page. */
  chosenAccount: string;
}

export function newWorld(options: SimulatedZaloOptions): World {
  const settings = readSettings(options);
  const now = options.now ?? Date.now;
  const random = seededRandom(options.seed ?? 1);
  const makeId = madeUpIds();
  const accounts = settings.accounts.map(newAccount);
  const [firstAccount] = accounts;
  if (firstAccount === undefined) throw new Error('A simulated Zalo needs at least one account');
  return {
    ...{ settings, now, random, makeId, firstAccount },
    accounts: new Map(accounts.map((account) => [account.settings.oaId, account])),
    tokens: tokenDesk(settings, makeId, now),
    faults: faultPlan(options.faults ?? {}, options.oauthFaults ?? {}, random),
    tally: tally(),
    webhook: webhookSender(settings, now),
    side: [],
    latency: options.latency,
    oauthLatency: options.oauthLatency,
    chosenAccount: firstAccount.settings.oaId,
  };
}
