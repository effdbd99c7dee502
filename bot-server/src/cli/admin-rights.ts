import { systemClock } from '../adapters/clock/system-clock.ts';
import { randomIds } from '../adapters/ids/random-ids.ts';
import { stateLinkCodes } from '../adapters/state/repos/link-codes.ts';
import { stateRights } from '../adapters/state/repos/rights.ts';
import type { State } from '../adapters/state/state.ts';
import { composeState } from '../app/compose.ts';
import { type Config, readConfig } from '../app/config.ts';
import { GRANTED_ROLES, type Right } from '../ports/rights.ts';
import { readArguments } from './arguments.ts';
import { CliError } from './cli-error.ts';
import { readGroup, readWard } from './known-ward.ts';
import { print } from './output.ts';

const RIGHT = '--ward KHÓA_PHƯỜNG --role leader|official|admin [--unit "TÊN ĐƠN VỊ" [--head]] [--group MÃ_TỔ]';
const INVITE = `npm run admin -- invite ${RIGHT} [--days SỐ_NGÀY]`;
const GRANT = `npm run admin -- grant --subject zalo:MÃ ${RIGHT}`;
const REVOKE = 'npm run admin -- revoke --subject zalo:MÃ';
const TEXT = { type: 'string' } as const;
const OPTIONS = { ward: TEXT, role: TEXT, unit: TEXT, group: TEXT, head: { type: 'boolean' } } as const;
const DAY_MS = 86_400_000;
const MOST_DAYS = 30;
const BY = 'người vận hành';

type Named = Readonly<Record<'ward' | 'role' | 'unit' | 'group', string | undefined>> & { readonly head: boolean };

/** `invite`: prints a code that gives its first user a role. It is printed once; only a hash of it is kept. */
export async function adminInvite(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, { ...OPTIONS, days: TEXT }, INVITE);
  refuseWords(positionals, INVITE);
  const days = Number(values.days ?? '7');
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new CliError(`--days "${values.days}": cần một số từ 1 đến ${MOST_DAYS}.`);
  const config = readConfig();
  const right = await readRight(config, named(values), INVITE);
  const { code } = await withState(config, (state) =>
    stateLinkCodes(state, systemClock, randomIds).invite(right, BY, days * DAY_MS),
  );
  print(`Mã mời: ${code}`);
  print(
    `Dùng được một lần, trong ${days} ngày. Người được mời mở Mini App, chọn Tôi, rồi Liên kết tài khoản. Mã không hiện lại: hãy gửi ngay cho đúng người.`,
  );
}

/** `grant`: gives a role to a person whose id is known, in place of what they had. */
export async function adminGrant(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, { ...OPTIONS, subject: TEXT }, GRANT);
  refuseWords(positionals, GRANT);
  const subject = readSubject(values.subject, GRANT);
  const config = readConfig();
  const right = await readRight(config, named(values), GRANT);
  await withState(config, (state) => stateRights(state, systemClock, randomIds).give(subject, right, BY));
  print('Đã cấp quyền. Có hiệu lực khi người đó mở lại Mini App, chậm nhất sau hai giờ.');
}

/** `revoke`: ends a person's role. */
export async function adminRevoke(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, { subject: TEXT }, REVOKE);
  refuseWords(positionals, REVOKE);
  const subject = readSubject(values.subject, REVOKE);
  const taken = await withState(readConfig(), (state) => stateRights(state, systemClock, randomIds).take(subject));
  if (!taken) throw new CliError(`Người này không có quyền nào đang hiệu lực. Cách dùng: ${REVOKE}`);
  print(
    'Đã thu hồi quyền. Có hiệu lực ngay với việc cần quyền; phiên đang mở hết quyền khi gia hạn, chậm nhất sau hai giờ.',
  );
}

function named({ ward, role, unit, group, head = false }: Partial<Named>): Named {
  return { ward, role, unit, group, head };
}

function refuseWords(words: readonly string[], usage: string): void {
  if (words.length > 0) throw new CliError(`Thừa "${words[0]}". Cách dùng: ${usage}`);
}

/** The id that the Mini App shows to the person. @throws CliError */
function readSubject(given: string | undefined, usage: string): string {
  if (given !== undefined && /^zalo:[\w-]{1,128}$/.test(given)) return given;
  throw new CliError(`Cần --subject dạng zalo:MÃ, như Mini App hiện ở mục Tôi. Cách dùng: ${usage}`);
}

/** @throws CliError that says what is missing or unknown */
async function readRight(config: Config, given: Named, usage: string): Promise<Right> {
  const role = GRANTED_ROLES.find((one) => one === given.role);
  if (role === undefined)
    throw new CliError(`--role "${given.role ?? ''}": chỉ nhận ${GRANTED_ROLES.join(', ')}. Cách dùng: ${usage}`);
  const ward = await readWard(config, given.ward, usage);
  const group = readGroup(ward, given.group);
  if (role === 'leader' && group === null) throw new CliError('Tổ trưởng cần --group MÃ_TỔ của tổ mình.');
  const unit = given.unit?.trim() || null;
  if (unit !== null && unit.length > 200) throw new CliError('--unit dài quá 200 ký tự.');
  if (given.head && (role !== 'official' || unit === null))
    throw new CliError('--head chỉ dùng cho cán bộ có --unit: người đứng đầu đơn vị đó.');
  return { role, ward: ward.key, unit, group, head: given.head };
}

async function withState<T>(config: Config, work: (state: State) => Promise<T>): Promise<T> {
  const state = await composeState(config);
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}
