import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { createApi } from '../api/create-api.ts';
import type { ApiEnv } from '../api/environment.ts';
import { composeApi, composeService } from './compose.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import type { Log } from './log.ts';
import { drain } from './shutdown.ts';
import { staticSite } from './static-site.ts';

const MINI_APP = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../www');
const NEW_BUILD_LOOK_MS = 2000;

export interface RunningServer {
  /** Where it listens, "http://127.0.0.1:8787". */
  readonly address: string;
  /** Finishes what has begun, then closes everything. */
  stop(): Promise<void>;
}

/** Opens the service and serves the API and the Mini App on one port. */
export async function startServer(config: Config, log: Log, miniApp = MINI_APP): Promise<RunningServer> {
  const service = await composeService(config, log);
  service.index.watch(NEW_BUILD_LOOK_MS, (outcome) => {
    if (outcome === 'changed') log.info('index changed', { index: service.index.current().id });
    else log.error('index not changed', outcome);
  });
  const app = createApi(composeApi(config, service, log));
  app.route('/', staticSite({ folder: miniApp, id: config.zalo.miniAppId ?? 'demo' }));
  try {
    const server = await listen(app, config);
    const { address, family, port } = server.address() as AddressInfo;
    const host = family === 'IPv6' ? `[${address}]` : address;
    return { address: `http://${host}:${port}`, stop: () => drain(server, () => service.close()) };
  } catch (error) {
    await service.close();
    throw error;
  }
}

function listen(app: Hono<ApiEnv>, { port, host }: Config): Promise<Server> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new ConfigError(`PORT: cổng ${port} đang được dùng. Hãy đặt PORT khác, ví dụ PORT=8788.`) : error);
    });
    server.listen(port, host, () => resolve(server));
  });
}
