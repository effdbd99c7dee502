import { ZALO_WEBHOOK_PATH } from '../inbound/zalo-webhook.ts';
import type { SimulatedZaloControl } from '../simulated-zalo/control.ts';
import { startSimulatedZalo } from '../simulated-zalo/start-simulated-zalo.ts';
import { composeContent } from './compose.ts';
import type { Config } from './config.ts';

/** The demonstration's configuration, in which a stand-in takes Zalo's place. */
export interface Simulation {
  readonly config: Config;
  readonly url: string;
  readonly control: SimulatedZaloControl;
  /** Events go to the webhook at this address of ours from now on. */
  deliverTo(address: string): void;
  stop(): Promise<void>;
}

/** Which accounts the stand-in has. */
export interface SimulatedAccounts {
  /** Each gets an account; null is an account without a ward, which asks. All wards when absent. */
  readonly wards?: readonly (string | null)[];
  /** Zalo's `oa_type`: 2 = business, 4 = state agency, which is the usual. */
  readonly oaType?: number;
}

/** Nothing of it is a real app, account or secret, and their names say so. */
const APP = { id: 'ung-dung-mo-phong', secret: 'khoa-mo-phong' };
const STATE_AGENCY = 4;

export async function simulateZalo(config: Config, wanted: SimulatedAccounts = {}): Promise<Simulation> {
  const wards = wanted.wards ?? (await composeContent(config).wardKeys());
  const accounts = wards.map((ward) => ({ ...madeUpAccount(ward ?? 'nhieu-phuong'), ward }));
  const type = wanted.oaType ?? STATE_AGENCY;
  const simulated = await startSimulatedZalo({
    app: APP,
    accounts: accounts.map((account) => ({ ...account, name: `OA mô phỏng ${account.ward ?? ''}`.trim(), type })),
    trustEarlierRuns: true,
    latency: { medianMs: 60, p99Ms: 250 },
  });
  const { url, control } = simulated;
  const zalo = { ...config.zalo, appId: APP.id, appSecret: APP.secret, accounts, openapiUrl: url, oauthUrl: url };
  return {
    config: { ...config, zalo },
    url,
    control,
    deliverTo: (address) => control.webhook.setUrl(`${address}${ZALO_WEBHOOK_PATH}`),
    stop: () => simulated.stop(),
  };
}

function madeUpAccount(name: string) {
  return {
    oaId: `oa-mo-phong-${name}`,
    secretKey: `khoa-oa-mo-phong-${name}`,
    refreshToken: `ma-lam-moi-mo-phong-${name}`,
  };
}
