import { createInterface } from 'node:readline';
import { systemClock } from '../adapters/clock/system-clock.ts';
import { randomIds } from '../adapters/ids/random-ids.ts';
import { stateAlarms } from '../adapters/state/repos/alarms.ts';
import { stateOaTokens } from '../adapters/state/repos/oa-tokens.ts';
import { oauthClient } from '../adapters/zalo/oauth-client.ts';
import { openapiClient } from '../adapters/zalo/openapi-client.ts';
import { composeState } from '../app/compose.ts';
import { type Config, readConfig } from '../app/config.ts';
import type { AccountInfo } from '../ports/zalo-oa.ts';
import { readArguments } from './arguments.ts';
import {
  type AuthoriseDeps,
  acceptPermission,
  type Permission,
  permissionLink,
  readCallback,
} from './authorise-account.ts';
import { CliError } from './cli-error.ts';
import { print } from './output.ts';

const USAGE = 'npm run admin -- oa authorise [--callback ĐỊA_CHỈ] ["ĐỊA CHỈ DÁN LẠI" | --code MÃ --account MÃ_OA]';
const OPTIONS = { callback: { type: 'string' }, code: { type: 'string' }, account: { type: 'string' } } as const;

/** `oa authorise`: an administrator lets the app speak for an Official Account. Source: platform notes, 4.1. */
export async function adminOa([name, ...args]: readonly string[]): Promise<void> {
  if (name !== 'authorise') throw new CliError(`Cách dùng: ${USAGE}`);
  const { values, positionals } = readArguments(args, OPTIONS, USAGE);
  if (positionals.length > 1 || (values.code !== undefined && positionals.length > 0)) {
    throw new CliError(`Cần một địa chỉ, trong dấu nháy. Cách dùng: ${USAGE}`);
  }
  const config = readConfig();
  const settings = requireSettings(config);
  const [address] = positionals;
  const permission =
    values.code !== undefined
      ? { code: values.code, oaId: values.account ?? null, state: null }
      : address !== undefined
        ? readCallback(address)
        : await askAdministrator(config, settings, values.callback);
  if (permission === null) return;
  print(describe(await accept(config, settings, permission)));
}

interface Settings {
  readonly oauth: AuthoriseDeps['oauth'];
  readonly oaIds: readonly string[];
}

/** @throws CliError that names what is missing in the environment */
function requireSettings({ zalo }: Config): Settings {
  const { appId, appSecret, oauthUrl } = zalo;
  if (appId === null || appSecret === null) {
    throw new CliError('Cần ZALO_APP_ID và ZALO_APP_SECRET trong .env. Xem .env.example.');
  }
  const oaIds = zalo.accounts.flatMap(({ oaId }) => oaId ?? []);
  if (oaIds.length === 0) throw new CliError('Cần ZALO_OA_ID trong .env. Xem .env.example.');
  return { oauth: oauthClient({ oauthUrl, appId, appSecret, fetch }), oaIds };
}

/** Prints the link and waits for the pasted address; null when nobody is there to paste it. */
async function askAdministrator(
  { varDir, publicUrl }: Config,
  { oauth }: Settings,
  given: string | undefined,
): Promise<Permission | null> {
  const callback = given ?? publicUrl;
  if (callback === null || !URL.canParse(callback)) {
    throw new CliError(
      'Cần --callback ĐỊA_CHỈ (hoặc PUBLIC_URL), đúng từng ký tự như "Official Account Callback Url" trên developers.zalo.me.',
    );
  }
  const link = permissionLink({ oauth, varDir }, callback);
  print(`1. Mở bằng tài khoản Zalo quản trị OA:\n${link}\n2. Chọn đúng OA, bấm "Cho phép".`);
  print(
    `3. Trình duyệt chuyển tới ${callback}?… (trang có báo lỗi cũng không sao). Trong 10 phút, chép cả địa chỉ đó,`,
  );
  print('   dán vào đây rồi bấm Enter; hoặc chạy: npm run admin -- oa authorise "ĐỊA CHỈ ĐÓ"');
  const pasted = await readLine();
  return pasted === null ? null : readCallback(pasted);
}

async function readLine(): Promise<string | null> {
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) if (line.trim() !== '') return line.trim().replace(/^["']|["']$/g, '');
    return null;
  } finally {
    lines.close();
    process.stdin.destroy();
  }
}

async function accept(config: Config, settings: Settings, permission: Permission): Promise<AccountInfo | null> {
  // By real time, as the tokens live, also where CLOCK stands still.
  const clock = systemClock;
  const zalo = openapiClient({ openapiUrl: config.zalo.openapiUrl, fetch });
  const state = await composeState(config);
  try {
    const stores = { tokens: stateOaTokens(state, randomIds), alarms: stateAlarms(state, clock) };
    return await acceptPermission({ ...settings, ...stores, zalo, clock, varDir: config.varDir }, permission);
  } finally {
    await state.close();
  }
}

const TYPES: Readonly<Record<number, string>> = { 2: 'doanh nghiệp', 4: 'cơ quan nhà nước' };

function describe(account: AccountInfo | null): string {
  if (account === null) return 'Đã lưu quyền, nhưng lúc này Zalo chưa cho biết tên OA. Không cần khởi động lại.';
  const { name, oaId, type, isVerified } = account;
  const kind = type === null ? '' : `, loại ${TYPES[type] ?? type}`;
  const verified = isVerified === null ? '' : isVerified ? ', đã xác thực' : ', chưa xác thực';
  return `Đã được quyền nói thay OA "${name}" (mã ${oaId}${kind}${verified}). Không cần khởi động lại.`;
}
