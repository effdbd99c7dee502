import { type Config, readConfig } from '../app/config.ts';
import { readArguments } from './arguments.ts';
import { type Part, ROLES } from './chat/part.ts';
import { CliError } from './cli-error.ts';

const USAGE = 'npm run chat -- [--ward KEY | --ward none] [--oa-type 2|4] [--as leader|official [--unit "TÊN ĐƠN VỊ"]]';
/** An account that serves every ward and asks which one is meant. */
const NO_WARD = 'none';

/** A resident's chat in the terminal. The service is loaded when the arguments are known to be right. */
export async function chat(args: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments(args, { ward: text, 'oa-type': text, as: text, unit: text }, USAGE);
  if (positionals.length > 0) throw new CliError(`Lời nhắn được gõ sau khi trò chuyện bắt đầu. Cách dùng: ${USAGE}`);
  const oaType = readOaType(values['oa-type']);
  const config = readConfig();
  const ward = await readWard(config, values.ward);
  const part = readPart(values, ward);
  const { playInScene } = await import('./chat/play-in-scene.ts');
  await playInScene(config, ward, oaType, part);
}

function readOaType(given = '4'): number {
  if (given !== '2' && given !== '4')
    throw new CliError('--oa-type chỉ nhận 2 (doanh nghiệp) hoặc 4 (cơ quan nhà nước).');
  return Number(given);
}

/** null: a resident. @throws CliError for an account that is no one ward's */
function readPart(
  { as: given, unit = null }: { readonly as?: string | undefined; readonly unit?: string | null | undefined },
  ward: string | null,
): Part | null {
  if (unit !== null && given !== 'official')
    throw new CliError(`--unit chỉ dùng với --as official. Cách dùng: ${USAGE}`);
  if (given === undefined) return null;
  const role = ROLES.find((one) => one === given);
  if (role === undefined || ward === null)
    throw new CliError(`--as chỉ nhận ${ROLES.join(' hoặc ')}, với OA của một phường. Cách dùng: ${USAGE}`);
  return { role, unit };
}

/** The first ward when none is named. @throws CliError that lists the wards there are */
async function readWard(config: Config, given: string | undefined): Promise<string | null> {
  if (given === NO_WARD) return null;
  const { composeContent } = await import('../app/compose.ts');
  const keys = await composeContent(config).wardKeys();
  const ward = given ?? keys[0];
  if (ward !== undefined && keys.includes(ward)) return ward;
  throw new CliError(`Không có phường "${given ?? ''}". Các phường: ${keys.join(', ')}; hoặc ${NO_WARD}.`);
}
