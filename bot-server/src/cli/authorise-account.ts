import { challengeOf } from '../adapters/zalo/pkce.ts';
import type { Alarms } from '../ports/alarms.ts';
import type { Clock } from '../ports/clock.ts';
import type { OaTokens } from '../ports/oa-tokens.ts';
import type { AccountInfo, FreshTokens, ZaloOa, ZaloOauth } from '../ports/zalo-oa.ts';
import { CliError } from './cli-error.ts';
import { beginAuthorisation, endAuthorisation, readAuthorisation } from './pending-authorisation.ts';

export interface AuthoriseDeps {
  readonly oauth: ZaloOauth;
  readonly zalo: ZaloOa;
  readonly tokens: OaTokens;
  readonly alarms: Alarms;
  readonly clock: Clock;
  readonly varDir: string;
  /** The accounts that the configuration names. */
  readonly oaIds: readonly string[];
}

/** What the administrator's browser brought back. */
export interface Permission {
  readonly code: string;
  /** null: not said; the token itself tells. */
  readonly oaId: string | null;
  readonly state: string | null;
}

/** The link that an administrator opens. What proves our side of it waits in the state folder. */
export function permissionLink(deps: Pick<AuthoriseDeps, 'oauth' | 'varDir'>, callback: string): string {
  const { verifier, state } = beginAuthorisation(deps.varDir);
  return deps.oauth.permissionUrl(callback, challengeOf(verifier), state);
}

/** Reads the address that the browser was sent to. @throws CliError */
export function readCallback(address: string): Permission {
  const query = URL.canParse(address) ? new URL(address).searchParams : null;
  const code = query?.get('code');
  if (!query || !code) {
    throw new CliError(
      'Địa chỉ dán vào không có "code=": hãy chép cả địa chỉ trên thanh trình duyệt sau khi bấm "Cho phép".',
    );
  }
  return { code, oaId: query.get('oa_id'), state: query.get('state') };
}

/**
 * Exchanges the code and stores the pair. Gives the account it now speaks for; null when Zalo would not tell just now.
 * @throws CliError with nothing stored
 */
export async function acceptPermission(deps: AuthoriseDeps, permission: Permission): Promise<AccountInfo | null> {
  const fresh = await exchange(deps, permission);
  const answer = await deps.zalo.account(fresh.accessToken);
  const account = answer.kind === 'answered' ? answer.value : null;
  const oaId = chooseAccount(deps.oaIds, permission.oaId, account);
  const at = deps.clock.now().getTime();
  const { accessToken, refreshToken, expiresIn } = fresh;
  await deps.tokens.authorise(oaId, { accessToken, refreshToken, obtainedAt: at, expiresAt: at + expiresIn * 1000 });
  await deps.alarms.clear('oa_authorisation', oaId);
  return account;
}

async function exchange(deps: AuthoriseDeps, { code, state }: Permission): Promise<FreshTokens> {
  const pending = readAuthorisation(deps.varDir);
  if (pending === null) throw new CliError(`Không có yêu cầu cấp quyền nào đang chờ. ${AGAIN}`);
  if (state !== null && state !== pending.state) {
    throw new CliError(`Địa chỉ này thuộc một đường dẫn cũ hơn. ${AGAIN}`);
  }
  const answer = await deps.oauth.exchange(code, pending.verifier);
  if (answer.kind !== 'answered') {
    throw new CliError(`Chưa hỏi được Zalo (${answer.reason}). Hãy kiểm tra mạng rồi dán lại cùng địa chỉ đó.`);
  }
  endAuthorisation(deps.varDir);
  if (answer.value !== null) return answer.value;
  throw new CliError(
    `Zalo không nhận mã (lỗi ${answer.error}): mã chỉ dùng một lần, trong 10 phút; ZALO_APP_ID và ZALO_APP_SECRET phải đúng. ${AGAIN}`,
  );
}

const AGAIN = 'Hãy chạy lại npm run admin -- oa authorise để lấy đường dẫn mới.';

/** Tokens of one account must never stand under another's id: the token's own word counts most. */
function chooseAccount(oaIds: readonly string[], said: string | null, account: AccountInfo | null): string {
  const oaId = account?.oaId ?? said ?? (oaIds.length === 1 ? oaIds[0] : undefined);
  if (oaId === undefined) throw new CliError(`Chưa rõ là OA nào: thêm --account MÃ_OA. ${AGAIN}`);
  if (!oaIds.includes(oaId) || (said !== null && said !== oaId)) {
    throw new CliError(
      `Quyền vừa cấp là của OA ${oaId}${account ? ` ("${account.name}")` : ''}, cần OA ${said ?? oaIds.join(' hoặc ')}. Hãy kiểm tra ZALO_OA_ID hoặc chọn lại OA. ${AGAIN}`,
    );
  }
  return oaId;
}
