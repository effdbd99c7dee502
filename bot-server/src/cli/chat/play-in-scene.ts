import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Config } from '../../app/config.ts';
import { createLog } from '../../app/log.ts';
import { startServer } from '../../app/server.ts';
import { simulateZalo } from '../../app/simulate-zalo.ts';
import type { Part } from './part.ts';
import { playConversation } from './play-conversation.ts';
import { PERSON, sceneOf } from './scene.ts';
import { WardDesk } from './ward-desk.ts';

/**
 * The whole service runs, with a stand-in where Zalo would be and a state of its own, so that a server that is running
 * already notices nothing. Ends when the person does.
 */
export async function playInScene(
  config: Config,
  ward: string | null,
  oaType: number,
  part: Part | null,
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
      await playConversation(sceneOf(simulation, server.address, desk));
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
