import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { composeContent } from '../app/compose.ts';
import { type Config, readConfig } from '../app/config.ts';
import { createLog } from '../app/log.ts';
import { startServer } from '../app/server.ts';
import { simulateZalo } from '../app/simulate-zalo.ts';
import { readArguments } from './arguments.ts';
import { playConversation } from './chat/play-conversation.ts';
import { PERSON, type Scene, sceneOf } from './chat/scene.ts';
import { ROLES, type Role, WardDesk } from './chat/ward-desk.ts';
import { CliError } from './cli-error.ts';

const USAGE = 'npm run chat -- [--ward KEY | --ward none] [--oa-type 2|4] [--as leader|official [--unit "TÊN ĐƠN VỊ"]]';
/** An account that serves every ward and asks which one is meant. */
const NO_WARD = 'none';

/**
 * A resident's chat in the terminal: the whole service runs, with a stand-in where Zalo would be and a state of its own,
 * so that a server that is running already notices nothing.
 */
export async function chat(args: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments(args, { ward: text, 'oa-type': text, as: text, unit: text }, USAGE);
  if (positionals.length > 0) throw new CliError(`Lời nhắn được gõ sau khi trò chuyện bắt đầu. Cách dùng: ${USAGE}`);
  const oaType = readOaType(values['oa-type']);
  const config = readConfig();
  const ward = await readWard(config, values.ward);
  await inScene(config, ward, oaType, readPart(values, ward), playConversation);
}

function readOaType(given = '4'): number {
  if (given !== '2' && given !== '4')
    throw new CliError('--oa-type chỉ nhận 2 (doanh nghiệp) hoặc 4 (cơ quan nhà nước).');
  return Number(given);
}

/** Whom the person at the keyboard plays. */
interface Part {
  readonly role: Role;
  readonly unit: string | null;
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
  const keys = await composeContent(config).wardKeys();
  const ward = given ?? keys[0];
  if (ward !== undefined && keys.includes(ward)) return ward;
  throw new CliError(`Không có phường "${given ?? ''}". Các phường: ${keys.join(', ')}; hoặc ${NO_WARD}.`);
}

async function inScene(
  config: Config,
  ward: string | null,
  oaType: number,
  part: Part | null,
  play: (scene: Scene) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'phuong-so-chat-'));
  const simulation = await simulateZalo(alone(config, folder), { wards: [ward], oaType });
  try {
    const server = await startServer(
      simulation.config,
      createLog(config.logLevel === 'info' ? 'silent' : config.logLevel),
    );
    const desk = ward === null ? null : new WardDesk(simulation.config, ward);
    try {
      simulation.deliverTo(server.address);
      const { oaId } = simulation.config.zalo.accounts[0] ?? {};
      if (part !== null && oaId) await desk?.appoint({ oaId, userId: PERSON }, part.role, part.unit);
      await play(sceneOf(simulation, server.address, desk));
    } finally {
      await server.stop();
      await desk?.close();
    }
  } finally {
    await simulation.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same content and index, nothing else that another process could have. */
function alone(config: Config, folder: string): Config {
  const database = { kind: 'sqlite', file: path.join(folder, 'state.db') } as const;
  return {
    ...config,
    port: 0,
    host: '127.0.0.1',
    publicUrl: null,
    metricsToken: null,
    sessionSecret: randomBytes(32).toString('hex'),
    process: 'all',
    demo: true,
    database,
  };
}
