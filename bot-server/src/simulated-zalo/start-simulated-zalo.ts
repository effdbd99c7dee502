import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { controlOf, type SimulatedZaloControl } from './control.ts';
import type { SimulationEnv } from './faults/disturb.ts';
import { controlRoutes } from './routes/control-routes.ts';
import { oauthRoutes } from './routes/oauth-routes.ts';
import { openapiRoutes } from './routes/openapi-routes.ts';
import { NO_SUCH_API } from './routes/zalo-answer.ts';
import type { SimulatedZaloOptions } from './settings.ts';
import { newWorld } from './world.ts';

const HOST = '127.0.0.1';

/**
 * A Zalo for development and tests that behaves like the real one, faults included. Its address serves as
 * `ZALO_OPENAPI_URL` and `ZALO_OAUTH_URL` alike. It keeps nothing and reaches nobody but the webhook it is given.
 */
export interface SimulatedZalo {
  /** "http://127.0.0.1:40123" */
  readonly url: string;
  readonly control: SimulatedZaloControl;
  /** Ends deliveries and connections that are under way. */
  stop(): Promise<void>;
}

/** @throws Error when the port is taken. */
export async function startSimulatedZalo(options: SimulatedZaloOptions = {}): Promise<SimulatedZalo> {
  const world = newWorld(options);
  const app = new Hono<SimulationEnv>();
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  let port = options.port ?? 0;
  const listening = {
    goDown: () => close(server),
    comeBack: () => listen(server, port),
  };
  const control = controlOf(world, listening);
  app.route('/_control', controlRoutes(world, control));
  app.route('/', oauthRoutes(world));
  app.route('/', openapiRoutes(world));
  app.notFound((c) => c.json(NO_SUCH_API, 404));
  await listen(server, port);
  port = (server.address() as AddressInfo).port;
  return {
    url: `http://${HOST}:${port}`,
    control,
    async stop() {
      await Promise.all([world.webhook.stop(), close(server)]);
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
