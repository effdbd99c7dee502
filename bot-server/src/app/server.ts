import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { createApi } from '../api/create-api.ts';
import type { ApiEnv } from '../api/environment.ts';
import { operatorRoutes } from '../api/operator-routes.ts';
import { composeApi, composeMetrics, composeMiniAppWebhook, composeService, type Service } from './compose.ts';
import { composeChat } from './compose-chat.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { prepareDemo } from './demo-announcements.ts';
import type { Log } from './log.ts';
import { UNREGISTERED_APP } from './mini-app-link.ts';
import { drain } from './shutdown.ts';
import { simulateZalo } from './simulate-zalo.ts';
import { staticSite } from './static-site.ts';

const MINI_APP = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../www');
const NEW_BUILD_LOOK_MS = 2000;

export interface RunningServer {
  /** Where it listens, "http://127.0.0.1:8787". */
  readonly address: string;
  /** Where the stand-in for Zalo listens in a demonstration; null outside one. */
  readonly simulatedZalo: string | null;
  /** Finishes what has begun, then closes everything. */
  stop(): Promise<void>;
}

/**
 * Opens the service and starts this process's part of it: the pages, the API and the webhook, the work behind the chat,
 * or both. A worker alone still answers for itself: liveness, readiness, metrics.
 */
export async function startServer(given: Config, log: Log, miniApp = MINI_APP): Promise<RunningServer> {
  const simulated = given.demo && given.zalo.accounts.length === 0 ? await simulateZalo(given) : null;
  const config = simulated?.config ?? given;
  const metrics = composeMetrics();
  const service = await composeService(config, log, metrics);
  const chat = composeChat(config, service, metrics, log);
  await prepareDemo(service, config.demo);
  watchContent(service, log);
  const api = composeApi(config, service, metrics, log);
  const app = new Hono<ApiEnv>();
  if (config.process === 'worker') app.route('/', operatorRoutes(api));
  else {
    app.route('/', chat.webhook);
    app.route('/', composeMiniAppWebhook(config, service, metrics, log));
    app.route('/', createApi(api));
    app.route('/', staticSite({ folder: miniApp, id: config.zalo.miniAppId ?? UNREGISTERED_APP }));
  }
  try {
    const server = await listen(app, config);
    const address = addressOf(server);
    simulated?.deliverTo(address);
    const worker = config.process === 'web' ? null : chat.startWorker();
    const close = async () => {
      await worker?.stop();
      await simulated?.stop();
      await service.close();
    };
    const stop = () => {
      // Whoever follows something would hold the server open until they are cut off.
      api.progressWatch.close();
      api.stopping.abort();
      return drain(server, close);
    };
    return { address, simulatedZalo: simulated?.url ?? null, stop };
  } catch (error) {
    await simulated?.stop();
    await service.close();
    throw error;
  }
}

function watchContent(service: Service, log: Log): void {
  service.index.watch(NEW_BUILD_LOOK_MS, (outcome) => {
    if (outcome === 'changed') log.info('index changed', { index: service.index.current().id });
    else log.error('index not changed', outcome);
  });
  service.library.watch(NEW_BUILD_LOOK_MS, (outcome) => {
    if (outcome === 'changed') {
      service.prepareFinder();
      log.info('library changed');
    } else log.error('library not changed', outcome);
  });
  service.prepareFinder();
}

function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
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
