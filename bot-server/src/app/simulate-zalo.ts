import { ZALO_WEBHOOK_PATH } from '../inbound/zalo-webhook.ts';
import { startSimulatedZalo } from '../simulated-zalo/start-simulated-zalo.ts';
import { composeContent } from './compose.ts';
import type { Config } from './config.ts';

/** The demonstration's configuration, in which a stand-in takes Zalo's place, with an account for each ward. */
export interface Simulation {
  readonly config: Config;
  readonly url: string;
  /** Events go to the webhook at this address of ours from now on. */
  deliverTo(address: string): void;
  stop(): Promise<void>;
}

/** Nothing of it is a real app, account or secret, and their names say so. */
const APP = { id: 'ung-dung-mo-phong', secret: 'khoa-mo-phong' };

export async function simulateZalo(config: Config): Promise<Simulation> {
  const wards = await composeContent(config).wardKeys();
  const accounts = wards.map((ward) => ({
    ward,
    oaId: `oa-mo-phong-${ward}`,
    secretKey: `khoa-oa-mo-phong-${ward}`,
    refreshToken: `ma-lam-moi-mo-phong-${ward}`,
  }));
  const simulated = await startSimulatedZalo({
    app: APP,
    accounts: accounts.map((account) => ({ ...account, name: `OA mô phỏng ${account.ward}`, type: 4 })),
    trustEarlierRuns: true,
    latency: { medianMs: 60, p99Ms: 250 },
  });
  const { url } = simulated;
  const zalo = { ...config.zalo, appId: APP.id, appSecret: APP.secret, accounts, openapiUrl: url, oauthUrl: url };
  return {
    config: { ...config, zalo },
    url,
    deliverTo: (address) => simulated.control.webhook.setUrl(`${address}${ZALO_WEBHOOK_PATH}`),
    stop: () => simulated.stop(),
  };
}
